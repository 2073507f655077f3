import Cells
import Testing

@testable import Desk

/// Lines that are read by pages, lists that are picked from, tabs and bars: at their ends and in little room.
@Suite struct LinesAndChoicesTests {
  private func pane(_ count: Int, rows: Int) -> LinesPane {
    var pane = LinesPane()
    pane.show((0..<count).map { .init(text: "第\($0)行。") }, rows: rows)
    return pane
  }

  /// The numbers of the lines in sight, and what the last row says.
  private func seen(_ pane: LinesPane, rows: Int) -> (lines: [Int], foot: String) {
    var grid = Grid(rows: rows + 1, columns: 30)
    grid.within(Area(rows: rows, columns: 30)) { pane.draw(into: &$0) }
    let texts = (0..<rows).map { grid.plainText(ofScreenRow: $0) }
    let lines = texts.compactMap {
      $0.hasPrefix("第") ? Int($0.drop { !$0.isNumber }.prefix(while: \.isNumber)) : nil
    }
    return (lines, texts.last.map { $0.filter { $0 != " " } } ?? "")
  }

  @Test func whatFitsHasNoFootAndDoesNotScroll() {
    var five = pane(5, rows: 5)
    #expect(five.reach == 0 && five.keyHints.isEmpty && seen(five, rows: 5).lines == [0, 1, 2, 3, 4])
    let taken = [Key.pageDown, .pageUp, .down, .end].map { five.press($0, byLine: true) }
    #expect(!taken.contains(false))
    #expect(seen(five, rows: 5).lines == [0, 1, 2, 3, 4])
    #expect(seen(pane(0, rows: 5), rows: 5).lines.isEmpty)
  }

  @Test func oneLineMoreTakesTheLastRowForWhatIsLeft() {
    let six = pane(6, rows: 5)
    #expect(six.keyHints.count == 1 && seen(six, rows: 5).lines == [0, 1, 2, 3])
    #expect(seen(six, rows: 5).foot.contains("下面还有2行"))
  }

  @Test func pagesOverlapByALineAndEndAtTheEnd() {
    var ten = pane(10, rows: 5)
    var places: [[Int]] = []
    for key in [Key.pageDown, .pageDown, .pageDown, .pageUp, .pageUp, .pageUp] {
      _ = ten.press(key)
      places.append(seen(ten, rows: 5).lines)
    }
    #expect(
      places == [[3, 4, 5, 6], [6, 7, 8, 9], [6, 7, 8, 9], [3, 4, 5, 6], [0, 1, 2, 3], [0, 1, 2, 3]])
    _ = ten.press(.end, byLine: true)
    #expect(seen(ten, rows: 5).foot.hasPrefix("到底了") && seen(ten, rows: 5).lines.last == 9)
    _ = ten.press(.up, byLine: true)
    #expect(seen(ten, rows: 5).lines == [5, 6, 7, 8])
    _ = ten.press(.home, byLine: true)
    #expect(seen(ten, rows: 5).lines.first == 0)
  }

  /// Where a form has the arrows and Enter for itself, only pages are turned.
  @Test func keysThatAreNotItsOwnPass() {
    var ten = pane(10, rows: 5)
    let others: [Key] = [.up, .down, .home, .end, .enter, .tab, .f(8), .escape]
    let taken = others.filter { ten.press($0) } + [Key.tab, .f(8)].filter { ten.press($0, byLine: true) }
    #expect(taken.isEmpty)
  }

  @Test func fewerLinesComeIntoSightAgain() {
    var ten = pane(10, rows: 5)
    _ = ten.press(.end, byLine: true)
    ten.show((0..<3).map { .init(text: "第\($0)行。") }, rows: 5)
    #expect(seen(ten, rows: 5).lines == [0, 1, 2])
    ten.show([], rows: 0)
    #expect(ten.reach == 0)
  }

  // MARK: - Choices

  private let levels: [Field.Choice] = [
    .init(id: "local", label: "地方标准"), .init(id: "industry", label: "行业标准"),
    .init(id: "national", label: "国家标准"),
    .init(id: "international", label: "国际标准"),
  ]

  /// What keys and typing come to: the id picked, `closes`, or where the highlight stands.
  private func press(_ script: String) throws -> String {
    var list = try #require(ChoiceList(levels))
    for event in try Event.parse(script) {
      switch event {
      case .key(let key):
        switch list.press(key) {
        case .picked(let choice): return choice.id
        case .closes: return "closes"
        case .stays: break
        }
      case .text(let text): list.type(text)
      default: break
      }
    }
    return list.choices.isEmpty ? "none" : "\(list.choices[list.highlighted].id)?"
  }

  @Test(
    arguments: [
      ("", "local?"), ("<Down><Enter>", "industry"), ("<Up>", "local?"), ("<End><Down>", "international?"),
      ("<End><Home><Tab>", "local"),
      ("<PageDown>", "international?"), ("<PageUp>", "local?"), ("3<Enter>", "national"), ("３", "national?"),
      ("0", "none"), ("5", "none"),
      ("国", "national?"), ("国际<Enter>", "international"), ("国<Down><Enter>", "international"),
      ("省<Enter>", "none"),
      ("省<Backspace><Enter>", "local"), ("省<C-u>", "local?"), ("<Esc>", "closes"), ("<F10>", "closes"),
      ("<A-0>", "closes"), ("国<Esc>", "closes"),
      ("<F8>", "local?"), ("<Left><Right>", "local?"),
    ])
  func choosing(script: String, comesTo: String) throws { #expect(try press(script) == comesTo) }

  @Test func aListWithoutChoicesIsNone() {
    #expect(ChoiceList([]) == nil && ChoiceList(of: Field(id: "a", label: "甲", kind: .text)) == nil)
    // What the field says already is highlighted.
    let list = ChoiceList(of: Field(id: "a", label: "层级", kind: .choice(levels), text: "国家标准"))
    #expect(list?.highlighted == 2)
  }

  // MARK: - Tabs and bars

  @Test(arguments: [0, 1, 2]) func aTabIsPressedWhereItStands(_ shown: Int) {
    let labels = ["限额", "专项资金", "等候"]
    var grid = Grid(rows: 2, columns: 40)
    let end = Tabs.draw(labels, shown: shown, into: &grid)
    #expect(grid.plainText(ofScreenRow: 0).contains("[\(labels[shown])]"))
    // Two characters with a blank or bracket on either side take six columns, four of them ten.
    let expected = [(1..<7, 0), (8..<18, 1), (19..<25, 2)]
    for column in 0..<40 {
      #expect(Tabs.place(at: column, labels) == expected.first { $0.0.contains(column) }?.1, "\(column)")
    }
    #expect(end == 26)
  }

  @Test func aLegendStandsWhereItHasRoomAndNowhereElse() {
    func row(from: Int, to: Int) -> String {
      var grid = Grid(rows: 2, columns: 40)
      BarLegend(used: "已用").draw(into: &grid, row: 0, from: from, to: to)
      return String(grid.plainText(ofScreenRow: 0).reversed().drop { $0 == " " }.reversed())
    }
    // Three signs with two columns each, twelve of words, and twice two between them.
    #expect(row(from: 8, to: 30).hasSuffix("= 已用  + 待办  . 余额") && row(from: 8, to: 30).hasPrefix("        ="))
    #expect(row(from: 9, to: 30).isEmpty)
  }

  @Test(arguments: [30, 60, 80, 119, 120, 200]) func aKeyIsPressedWhereItStands(_ width: Int) {
    let hints = [
      KeyHint(.f(8), "保存"), KeyHint(.upDown, "选择", isMinor: true), KeyHint(.f(10), "返回"),
      KeyHint(.f(1), "帮助"),
    ]
    var grid = Grid(rows: 2, columns: width)
    KeyBar(hints: hints).draw(into: &grid, row: 0, width: width)
    let text = grid.plainText(ofScreenRow: 0)
    #expect(text.contains("保存") && text.contains("返回") && text.contains("帮助"))
    let cells = Array(grid.cells(inScreenRow: 0))
    var events: [Event] = []
    for column in 0..<width {
      let event = KeyBar(hints: hints).event(at: column, width: width)
      if let event, events.last != event { events.append(event) }
      // On the name of a key stands that key.
      if cells[column].style == .keyName, cells[column].content != .narrow(" ") {
        #expect(event != nil, "\(column)")
      }
    }
    #expect(
      events.filter { [.key(.f(8)), .key(.f(10)), .key(.f(1))].contains($0) } == [
        .key(.f(8)), .key(.f(10)), .key(.f(1)),
      ])
  }
}
