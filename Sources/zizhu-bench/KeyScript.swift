/// Keys that are measured together, as somebody presses them at work.
///
/// They fit the demo as well as invented offices: 代理授权 by its initials `dlsq`, applicants whose name has `y d`.
struct KeyScript {
  /// Under which its figures are kept.
  var name: String
  var label: String
  /// What is pressed before.
  var before: [String] = []
  /// What is pressed again and again, and measured.
  var keys: [String]
  /// What is pressed afterwards, so that the next script begins on the worklist with nothing typed.
  var after: [String] = []

  private static let rows =
    Array(repeating: Keyboard.down, count: 4) + Array(repeating: Keyboard.up, count: 3)
  private static let threeBack = Array(repeating: Keyboard.backspace, count: 3)

  static let all = [
    KeyScript(name: "worklist-rows", label: "a row on the worklist", before: ["1"], keys: rows),
    KeyScript(name: "filings-rows", label: "a row of the filings", before: ["3"], keys: rows, after: ["1"]),
    KeyScript(
      name: "filings-pages", label: "a page of the filings", before: ["3"],
      keys: [Keyboard.pageDown, Keyboard.pageUp], after: ["1"]),
    KeyScript(name: "screens", label: "another screen", keys: ["3", "4", "5", "1"]),
    KeyScript(
      name: "search", label: "typing in the applicants' search", before: ["2", Keyboard.f7],
      keys: ["b", "j", "y"] + threeBack, after: [Keyboard.f10, "1"]),
    KeyScript(
      name: "lookup", label: "looking an applicant up", before: [Keyboard.f2, "dlsq", Keyboard.tab],
      keys: ["y", "d", "f"] + threeBack, after: [Keyboard.f10, Keyboard.enter]),
    KeyScript(
      name: "form", label: "typing in the form, decided live",
      before: [
        Keyboard.f2, "dlsq", Keyboard.tab, "y", "d", Keyboard.tab, Keyboard.tab, "2018209000015",
        Keyboard.tab, "20190615", Keyboard.tab, "y", Keyboard.tab, "y",
      ],
      keys: [Keyboard.backspace, "n", Keyboard.backspace, "y"], after: [Keyboard.f10, Keyboard.enter]),
  ]
}
