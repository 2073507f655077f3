import Cells

/// F7 on screens that show figures: what is typed narrows the lines down, by name, pinyin or initials.
extension Model {
  /// What the lines of the screen are narrowed down to; nil on screens that search in their own way.
  var narrowing: String? {
    switch screen {
    case .caps: caps.query.text
    case .totals: totals.query.text
    case .policy: policyQuery.text
    case .offices: offices.query.text
    case .worklist, .applicants, .filings, .register, .journal: nil
    }
  }

  /// What a sum is called that only what is found goes into.
  var sumName: String { narrowing?.isEmpty == false ? "所列合计" : "合计" }

  /// What stands where nothing is found; nil where nothing is searched for.
  var nothingFound: String? {
    guard narrowing?.isEmpty == false else { return nil }
    return lists.elsewhere?.sentence ?? "没有找到。改一改查找的内容，或按 Esc 看全部。"
  }

  /// Draws what is searched for on the upper row, left of the place in the list; gives the column where it begins, nil
  /// where nothing is searched for.
  @discardableResult
  func drawNarrowing(beside place: ListPlace?, into pane: inout Grid) -> Int? {
    guard let narrowing, isSearching || !narrowing.isEmpty else { return nil }
    let width = min(24, max(10, pane.columns / 3))
    let column = max(1, pane.columns - (place.map { $0.width + 2 } ?? 1) - width)
    pane.write("查找", row: 0, column: column, width: 5, style: isSearching ? .strong : .label)
    if isSearching {
      EditedText(editor: searchField, isFocused: true).draw(
        into: &pane, row: 0, column: column + 5, width: width - 6)
    } else {
      pane.write(narrowing, row: 0, column: column + 5, width: width - 6, style: .field)
    }
    return column
  }
}
