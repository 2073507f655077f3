import Cells

/// Lays the text of a filled template out on a page of fixed columns.
///
/// A line that begins with a tab is set in the middle, one with two tabs to the right. A longer line is broken so
/// that numbers stay whole and no closing sign comes first; the rest of a numbered line stands under its text, the
/// rest of a Chinese paragraph (two ideographic spaces in front) at the margin. Rows of a table are not broken.
enum TextPage {
  static let columns = 80

  static func laidOut(_ text: String, tableRows: some Sequence<String>) -> String {
    let tableRows = Set(tableRows.map { $0.drop { $0 == " " } })
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if tableRows.contains(line.drop { $0 == " " }) { return String(line) }
      let tabs = line.prefix { $0 == "\t" }.count
      guard tabs > 0 else { return broken(line).joined(separator: "\n") }
      let content = line.dropFirst(tabs)
      let space = max(0, columns - width(String(content)))
      return String(repeating: " ", count: tabs > 1 ? space : space / 2) + content
    }.joined(separator: "\n")
  }

  // MARK: - Breaking lines

  private static func broken(_ line: Substring) -> [String] {
    guard width(String(line)) > columns else { return [String(line)] }
    let indentation = String(repeating: " ", count: hang(of: line))
    var lines: [String] = []
    var current = ""
    for unit in units(of: line) {
      let isBlank = unit.allSatisfy { $0 == " " }
      if !current.isEmpty, width(current) + width(unit) > columns {
        lines.append(withoutSpacesBehind(current))
        current = indentation
        if isBlank { continue }
      }
      current += unit
    }
    if !current.allSatisfy({ $0 == " " }) { lines.append(withoutSpacesBehind(current)) }
    return lines
  }

  /// How far the rest of a line stands in: behind its spaces and its number.
  private static func hang(of line: Substring) -> Int {
    let spaces = line.prefix { $0 == " " }
    let rest = line.dropFirst(spaces.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let behind = rest.dropFirst(digits.count)
    let stop = behind.prefix { $0 == "." || $0 == "、" || $0 == " " }
    guard !digits.isEmpty, let first = stop.first, first != " " else { return spaces.count }
    return spaces.count + digits.count + width(String(stop))
  }

  /// Pieces that stay whole: a run of narrow characters, a wide one with the signs that belong to it, spaces.
  private static func units(of line: Substring) -> [String] {
    var units: [String] = []
    for character in line {
      if let last = units.last?.last, belongs(character, behind: last) {
        units[units.count - 1].append(character)
      } else {
        units.append(String(character))
      }
    }
    return units
  }

  private static func belongs(_ character: Character, behind last: Character) -> Bool {
    if character == " " || last == " " { return character == last }
    if closing.contains(character) || opening.contains(last) { return true }
    return isNarrow(character) && isNarrow(last)
  }

  private static let closing: Set<Character> = Set("，。；：、！？）》”’】〕%")
  private static let opening: Set<Character> = Set("（《“‘【〔□☐☑")

  private static func isNarrow(_ character: Character) -> Bool { width(String(character)) < 2 }

  private static func width(_ text: String) -> Int { Text.columns(of: text, on: .paper) }

  private static func withoutSpacesBehind(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
