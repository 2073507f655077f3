import CaseModel
public import Casework
import SubsidyRules
import Wording

/// The audit sample of a sealed year, as a table.
public enum SampleTable {
  public static func table(_ sample: AuditSample, _ state: OfficeState) -> ReportTable {
    var table = ReportTable(
      title: TrialMark.title("\(sample.seal.year) 年度审计抽样", isTrial: state.office?.isTrial ?? false),
      columns: [
        .number("place", "次序"), .init("filing", "收件编号"), .init("item", "项目"), .init("name", "申请人"),
        .number("award", "资助额"), .init("hash", "SHA-256"),
      ],
      rows: sample.drawn.enumerated().map { place, draw in
        let file = state.file(draw.filing)
        return ReportTable.Row(
          [
            .count(place + 1), .text(draw.filing),
            .text(file.flatMap { state.policy.item($0.filing.item)?.label } ?? ""),
            .text(file.flatMap { state.applicant($0.filing.applicant)?.name } ?? ""),
            .money(file?.decision.award ?? .zero), .text(draw.hash),
          ], filings: [draw.filing])
      },
      notes: ["从 \(sample.population) 件已核定的申报中抽取 \(sample.drawn.count) 件。种子：", sample.seal.seed]
        + (sample.seal.heads.isEmpty ? [] : ["种子是封存时各局的链头，按字节排序，以一个空格相连。"]) + [
          "每件按“种子、一个空格、收件编号”求 SHA-256，由小到大取前 \(sample.drawn.count) 件。手工复核：printf '%s %s' '种子' 收件编号 | sha256sum"
        ])
    table.tellOffice(state)
    return table
  }
}
