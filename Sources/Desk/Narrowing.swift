import Cells

/// F7 on screens that show figures: what is typed narrows the lines down, by name, pinyin or initials.
extension Model {
  /// What the lines of the screen are narrowed down to; nil on screens that search in their own way.
  var narrowing: String? { screen.parts.isNarrowed ? searchField.text : nil }

  /// What a sum is called that only what is found goes into.
  var sumName: String { narrowing?.isEmpty == false ? "所列合计" : "合计" }

  /// What stands where nothing is found; nil where nothing is searched for.
  var nothingFound: String? {
    guard narrowing?.isEmpty == false else { return nil }
    return lists.search.elsewhere?.sentence ?? "没有找到。改一改查找的内容，或按 Esc 看全部。"
  }

  /// Draws what is searched for on the upper row, left of the place in the list; gives the column where it begins, nil
  /// where nothing is searched for.
  @discardableResult
  func drawNarrowing(beside place: ListPlace?, into pane: inout Grid) -> Int? {
    guard let narrowing, search.isTyping || !narrowing.isEmpty else { return nil }
    let width = min(24, max(10, pane.columns / 3))
    let column = max(1, pane.columns - (place.map { $0.width + 2 } ?? 1) - width)
    drawSearch(into: &pane, from: column, width: width - 6)
    return column
  }

  /// Draws the search field in the upper row, scrolled so that the caret is in sight; `hint` stands in an empty one.
  func drawSearch(
    _ hint: String = "", isNamed: Bool = true, into pane: inout Grid, from start: Int = 1, width: Int
  ) {
    if isNamed {
      pane.write("查找", row: 0, column: start, width: 5, style: search.isTyping ? .strong : .label)
    }
    let (column, text) = (start + (isNamed ? 5 : 0), searchField.text)
    if search.isTyping {
      EditedText(editor: searchField, isFocused: true).draw(into: &pane, row: 0, column: column, width: width)
    } else {
      pane.write(
        text.isEmpty ? hint : text, row: 0, column: column, width: width, style: text.isEmpty ? .dim : .field)
    }
  }
}
