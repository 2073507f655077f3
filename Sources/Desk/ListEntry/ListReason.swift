import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// Asks why a list is taken that is refused without a reason: before others who lose by it, or of somebody who gets nothing
/// for a time. It holds for every row.
struct ListReason: FieldsLayer {
  private let input: String
  /// What is said of each row that asks for it.
  private let sentences: [String]
  var fields: FieldSet
  var pane = LinesPane()

  /// - Parameter named: what a row is called whose filing has no number yet.
  init?(_ refusal: Refusal, _ desk: Surroundings, named: (String) -> String) {
    let rows: [RefusedRow] =
      if case .rows(let rows) = refusal { rows } else { [.init(filing: "", refusal: refusal)] }
    let asking = rows.filter { $0.refusal.asksWhy }
    guard let first = asking.first?.refusal else { return nil }
    let isBan = if case .banned = first { true } else { false }
    input = isBan ? Filing.ban : Filing.receipt
    fields = FieldSet([isBan ? FilingForm.banReason : FilingForm.receiptReason])
    sentences = asking.map { row in
      (row.filing.isEmpty ? "" : named(row.filing) + "：") + StoreWording.sentence(row.refusal, in: desk.state)
    }
    renew(desk)
  }

  var heading: String { "列表录入" }
  var action: String? { "保存列表" }
  /// It is asked again with the next save.
  var isChanged: Bool { false }
  var help: [String] { ["理由记在列表的每一件上。按 F10 返回列表，什么也没有保存。"] }

  func title(_ desk: Surroundings) -> String { "还没有保存：请写明理由" }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    sentences.flatMap { DecisionLines.wrapped($0, width, .warning) }
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    let reason = fields.fields.first?.editor.text ?? ""
    guard TextFolding.isReason(reason) else { return .fails("没有保存：请写明理由。") }
    let answer = Filing.Override(input, reason: reason)
    return .works { model, state in
      model.close()
      model.change(ListEntry.self) { $0.answer(answer) }
      return model.save(.save, state)
    }
  }
}

extension Refusal {
  /// Whether it is taken back by a reason that stands beside the filing.
  fileprivate var asksWhy: Bool {
    switch self {
    case .turnTaken, .banned: true
    default: false
    }
  }
}

extension ListEntry {
  /// What asks why the rows that stand are taken; nil where nothing does.
  func reasonAsked(_ desk: Surroundings) -> ListReason? {
    let command = Command.receiveFilings(standing(today: desk.today, state: desk.state))
    guard
      case .failure(let refusal) = desk.state.changes(
        for: command, by: desk.operatorName, at: desk.moment)
    else { return nil }
    let places = zip(filled(), preview.rows).filter { $1.decision.outcome.isServed }.map(\.0.place)
    let names = Dictionary(
      first: places.enumerated().map { number, place in
        (desk.state.filingID(received: received, ahead: number), "第 \(self.number(ofRow: place)) 行")
      })
    return ListReason(refusal, desk) { names[$0] ?? $0 }
  }
}
