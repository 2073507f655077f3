import CaseModel
import Casework
import Cells
import Interchange
import SubsidyRules
import Wording

/// List entry as what lies over the filing that it began as.
extension ListEntry {
  var heading: String { "列表录入" }
  var canSave: Bool { true }
  var staysBelow: Bool { true }
  var wheel: Wheel { .lines }

  var fieldHelp: [String] {
    guard columns.indices.contains(column) else { return [] }
    return columns[column].help
      + ["“通用”一行填的，用于下面没有填的各行。从电子表格粘贴多行时，每行一件，先后不限；成立的行一次保存，其余留着。F4 核对的材料，用于列表里的每一件。"]
  }

  var commands: [Palette.Command] {
    [
      .init("保存成立的行", .f(8)), .init("同上一行", .control("d")), .init("删去这一行", .control("y")),
      .init("核对材料（用于各行）", .f(4)).known(as: "材料清单", "齐备"), .back,
    ]
  }

  var keyHints: [KeyHint] {
    [
      KeyHint(.f(8), "保存"), KeyHint(.tab, "下一格"), KeyHint(.control("d"), "同上"), KeyHint(.control("y"), "删行"),
      KeyHint(.f(4), "材料", isMinor: true),
    ] + (refusedRows.isEmpty ? [] : [KeyHint(.f(7), "不成立的")])
      + (first == nil ? [] : [KeyHint(.control("e"), "看先收的")])
  }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    switch Request(key) {
    case .lookup?: return .opens(form.tickForm(desk.state))
    case .find?: return .stays(showNextRefused() ? nil : Notice(.good, "没有不成立的行。"))
    case .story?: return FilingPage.answer(showing: first, desk)
    case .undo?: return .stays(undo(today: desk.today, state: desk.state) ? nil : .nothingTyped)
    case .copy?, .delete?, nil: press(key, today: desk.today, state: desk.state)
    default: return .passes
    }
    return .stays()
  }

  mutating func click(row line: Int, column: Int, _ desk: Surroundings) -> Answer {
    if let place = place(at: line, of: desk.rows) { rows.show(row: place) }
    return .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    type(text, into: rows.cell) { $0.type($1, today: desk.today, state: desk.state) }
  }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer {
    switch paste(text, kept: desk.columnsKept, today: desk.today, state: desk.state) {
    case .told(let notice): return .stays(notice)
    case .asks(let table, let question):
      let asking = PastedColumns(table, question, of: self)
      return .changes { model in
        model.open(asking)
        model.warn(asking.why)
      }
    }
  }

  mutating func renew(_ desk: Surroundings) { refresh(today: desk.today, state: desk.state) }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    draw(into: &pane, papers: form.papersText(desk.state).text, today: desk.today, state: desk.state)
  }

  // MARK: - Saving

  func saved(by way: Request, _ desk: Surroundings) -> String? { "列表" }

  mutating func save(_ desk: Surroundings) -> Answer {
    let standing = standing(today: desk.today, state: desk.state)
    guard !standing.isEmpty else { return .fails("还没有可以保存的行。") }
    if let asked = reasonAsked(desk) { return .opens(asked) }
    let decisions = preview.rows.map(\.decision).filter(\.outcome.isServed)
    return .asks(
      .save(
        .receiveFilings(standing, ticks: form.ticks(desk.state)), expecting: Expected(decisions: decisions)))
  }

  func afterSave(_ changes: [Change], _ desk: Surroundings) -> Answer {
    let count = Set(changes.compactMap(\.record)).count
    return .works { model, state in
      let today = model.device.today
      let left =
        model.change(ListEntry.self) { list -> [Int] in
          list.removeStanding(today: today, state: state)
          return list.filled().map { list.number(ofRow: $0.place) }
        } ?? []
      let rest =
        left.isEmpty ? "" : "还有 \(left.count) 行不成立（第 \(left.map(String.init).few(8)) 行），留在列表里，请改好或删去。"
      model.message = Notice(left.isEmpty ? .good : .warning, "已保存 \(count) 件。" + rest)
      guard left.isEmpty else { return [] }
      model.drop(ListEntry.self)
      model.drop(FilingForm.self)
      model.goToWorklist()
      return []
    }
  }
}
