import CaseModel
public import Casework
import SubsidyRules
import Wording

/// Papers of a sealed year.
extension OfficeState {
  /// The sheet of a year as it was sealed last, whether it has been opened since or not.
  func yearSealSheet(of year: Int) throws(PrintRefusal) -> YearSealSheet {
    let seals = seals(of: year)
    guard let seal = seals.last else { throw .notSealed(year) }
    return YearSealSheet(seal: seal, number: seals.count, rows: rows(seal.sums), total: total(seal.sums))
  }

  /// What a year comes to, item by item, as a supervisor looks at it before sealing it.
  public func yearSumsTable(_ sums: YearSums, of year: Int) -> ReportTable {
    YearSealSheet.table("\(year) 年度合计", rows(sums), total(sums))
  }

  private func rows(_ sums: YearSums) -> [YearSealSheet.Row] {
    sums.lines.map {
      .init(
        article: policy.item($0.item)?.article ?? "", item: ItemWording.name($0.item, in: policy), sums: $0)
    }
  }

  private func total(_ sums: YearSums) -> YearSealSheet.Row {
    .init(article: "", item: "合计", sums: sums.total)
  }

  func yearCorrectionSheet(of year: Int) throws(PrintRefusal) -> YearCorrectionSheet {
    guard let correction = correction(of: year), let opening = correction.seal.opening else {
      throw .notOpened(year)
    }
    return YearCorrectionSheet(
      correction: correction, rows: correction.lines.map(correctionRow),
      sealed: hand(correction.seal.by, correction.seal.at), opened: hand(opening.by, opening.at),
      reason: opening.note)
  }

  private func correctionRow(_ line: YearCorrection.Line) -> YearCorrectionSheet.Row {
    let file = file(line.filing)
    let words = CaseWords(self, filing: line.filing)
    return .init(
      applicant: file.flatMap { applicant($0.filing.applicant)?.name } ?? "",
      item: file.flatMap { policy.item($0.filing.item)?.label } ?? "", line: line,
      deeds: line.deeds.map { "\($0.by) \(HistoryWording.line($0, words))" })
  }

  private func hand(_ by: String, _ at: String) -> String { "\(MomentWording.onPaper(at)) \(by)" }
}
