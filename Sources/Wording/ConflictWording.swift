import CaseModel
public import Casework
import JSONText
import SubsidyRules

/// What stands between the journals of several offices, told with all parties.
public enum ConflictWording {
  public static func text(_ conflicts: [OfficeConflict], _ joint: JointOffice?) -> String {
    guard !conflicts.isEmpty, let joint else { return "没有冲突。\n" }
    var lines: [String] = []
    for conflict in conflicts {
      let amount =
        conflict.amount.map { "  " + CapWording.named($0, isInPieces: conflict.isInPieces) } ?? ""
      lines.append("\(conflict.id)  \(OfficesWording.label(conflict))  \(conflict.subject)\(amount)")
      lines.append("    " + sentence(conflict, joint.state))
      lines += details(conflict, joint).map { "    " + $0 }
      if let ruling = conflict.ruling {
        lines.append(
          "    已裁定：\(OfficesWording.verdict(ruling.verdict, on: conflict))（\(ruling.by)：\(ruling.note.withoutStop)）"
        )
      } else if let first = conflict.verdicts.first {
        lines.append("    可裁定：\(conflict.verdicts.joined(separator: "、"))；首选 \(first)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The parties, one a line; of a cap the order in which its room was used, with the line where it ends.
  private static func details(_ conflict: OfficeConflict, _ joint: JointOffice) -> [String] {
    guard !conflict.filings.isEmpty else {
      return conflict.parties.map { party in
        "\(office(party.writer, joint))  \(party.id)\(name(party, joint).map { "  " + $0 } ?? "")"
      } + (conflict.kind == .person ? differences(conflict, joint) : [])
    }
    if conflict.kind == .otherRules { return underBoth(conflict, joint) }
    let limit = limit(conflict, joint.state)
    var used = MoneyTotal.zero
    var cut: Int?
    var lines: [String] = []
    for id in conflict.filings {
      guard let file = joint.state.file(id) else { continue }
      let writer = joint.state.origin(of: id)?.filing.writer ?? joint.parts[0].writer
      used += Cap.use(of: file.decision.award, inPieces: conflict.isInPieces)
      lines.append(
        "\(office(writer, joint))  \(file.filing.received)  \(id)  \(StepLabels.label(file.standing))  "
          + MoneyWording.yuan(file.decision.award))
      if let limit, cut == nil, used > MoneyTotal(limit) {
        cut = lines.count - 1
        lines[lines.count - 1] +=
          "  ← 限额 " + CapWording.named(MoneyTotal(limit), isInPieces: conflict.isInPieces)
      }
    }
    return around(cut ?? 0, lines)
  }

  /// What filings come to under their office's rules, and under the city's.
  private static func underBoth(_ conflict: OfficeConflict, _ joint: JointOffice) -> [String] {
    let lines = joint.sums(underBoth: conflict).map { sum in
      let difference = MoneyWording.grouped(MoneyTotal(sum.city) - MoneyTotal(sum.office))
      return
        "\(sum.filing)  县局 \(MoneyWording.yuan(sum.office))  市局 \(MoneyWording.yuan(sum.city))  差 \(difference) 元"
    }
    return around(0, lines)
  }

  /// The beginning and the end of a long list, and what stands around the place where it matters.
  private static func around(_ cut: Int, _ lines: [String]) -> [String] {
    guard lines.count > 14 else { return lines }
    var shown: [String] = []
    var passed = 0
    for (place, line) in lines.enumerated() {
      guard place < 3 || place == lines.count - 1 || abs(place - cut) <= 3 else {
        passed += 1
        continue
      }
      if passed > 0 { shown.append("……另 \(passed) 件") }
      passed = 0
      shown.append(line)
    }
    return shown
  }

  /// In what records of one person differ, each as every party has it, in the order of the parties.
  private static func differences(_ conflict: OfficeConflict, _ joint: JointOffice) -> [String] {
    let offices = Set(["局", "编号"])
    return applicantRows(joint.sheet(of: conflict, proposals: []), joint.state)
      .filter { $0.differs && !offices.contains($0.label) }.map { row in
        "* \(row.label)：\(row.values.map { $0.isEmpty ? "（没有）" : $0 }.joined(separator: " | "))"
      }
  }

  private static func office(_ writer: String, _ joint: JointOffice) -> String {
    joint.parts.first { $0.writer == writer }?.name ?? writer
  }

  private static func name(_ party: OfficeRecord, _ joint: JointOffice) -> String? {
    joint.parts.first { $0.writer == party.writer }?.state.applicant(party.id)?.name
  }

  public static func json(_ conflicts: [OfficeConflict], _ joint: JointOffice?) -> String {
    var writer = JSONWriter(layout: .indented)
    writer.objects(conflicts) { writer, conflict in
      writer.member("id", conflict.id)
      writer.member("kind", conflict.kind.rawValue)
      writer.member("subject", conflict.subject)
      if let joint { writer.member("sentence", sentence(conflict, joint.state)) }
      if let amount = conflict.amount {
        if conflict.isInPieces {
          writer.member("pieces", CapWording.pieces(amount))
        } else {
          writer.member("amount", amount.description)
        }
      }
      writer.texts("filings", conflict.filings)
      if let sums = joint?.sums(underBoth: conflict), !sums.isEmpty {
        writer.objects("sums", sums) { writer, sum in
          writer.member("filing", sum.filing)
          writer.member("office", sum.office.description)
          writer.member("city", sum.city.description)
          writer.member("difference", (MoneyTotal(sum.city) - MoneyTotal(sum.office)).description)
        }
      }
      writer.objects("parties", conflict.parties) { writer, party in
        writer.member("writer", party.writer)
        writer.member("id", party.id)
      }
      if let ruling = conflict.ruling {
        writer.member("ruled", OfficesWording.verdict(ruling.verdict, on: conflict))
        writer.member("note", ruling.note)
      }
    }
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What a verdict has moved.
  public static func ruled(
    among parties: [OfficeRecord], _ verdict: Ruling.Verdict, before: OfficeState, after: OfficeState
  ) -> String {
    "已裁定 \(parties.map(\.id).joined(separator: "、"))：\(OfficesWording.verdict(verdict))。\(moved(before, after))\n"
  }

  public static func ruled(
    _ conflict: OfficeConflict, _ verdict: Ruling.Verdict, before: OfficeState, after: OfficeState
  ) -> String {
    "已裁定 \(conflict.id)：\(OfficesWording.verdict(verdict, on: conflict))。\(moved(before, after))\n"
  }

  private static func moved(_ before: OfficeState, _ after: OfficeState) -> String {
    let was = before.sums.byYear.values.reduce(MoneyTotal.zero) { $0 + $1.award }
    let now = after.sums.byYear.values.reduce(MoneyTotal.zero) { $0 + $1.award }
    return was == now ? "资助总额不变。" : "资助总额 \(MoneyWording.yuan(was)) → \(MoneyWording.yuan(now))。"
  }
}
