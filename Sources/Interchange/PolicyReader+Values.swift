import CaseModel
import JSONText

/// The single values of a policy file: texts, numbers, figures, days, words.
extension PolicyReader {
  func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard case .string(let text) = node.tree.value else { return refuse(.wrongType(expected: .text), node) }
    guard !TextFolding.isBlank(text) else { return refuse(.empty, node) }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return refuse(.controlCharacter, node)
    }
    return text
  }

  /// Remarks on a label for which the entry form has not so much room.
  func checkFit(_ label: String, in room: Int, _ node: Node) {
    let columns = label.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    if columns > room { remark(.labelCut(label, columns: columns, room: room), node) }
  }

  func flag(_ node: Node?) -> Bool? {
    guard let node else { return nil }
    guard case .bool(let flag) = node.tree.value else { return refuse(.wrongType(expected: .flag), node) }
    return flag
  }

  func number(_ node: Node?, in range: ClosedRange<Int> = 0...1_000_000) -> Int? {
    guard let node else { return nil }
    guard case .number(let text) = node.tree.value, let number = Int(text) else {
      return refuse(.wrongType(expected: .wholeNumber), node)
    }
    guard range.contains(number) else { return refuse(.outOfRange(range), node) }
    return number
  }

  func date(_ node: Node?) -> CivilDate? {
    guard let node, let text = text(node) else { return nil }
    guard let date = CivilDate(text) else { return refuse(.badDate, node) }
    return date
  }

  /// A sum that is paid or bounds what is paid.
  func money(_ node: Node) -> Money? {
    guard let money = moneyOrZero(node) else { return nil }
    guard money > .zero else { return refuse(.zeroFigure, node) }
    return money
  }

  /// A sum to compare with.
  func moneyOrZero(_ node: Node) -> Money? {
    // Ten digits of yuan leave room for a million steps of it in 64 bits.
    guard case .string(let text) = node.tree.value, text.hasSuffix("元"),
      let money = Money(String(text.dropLast())),
      money.fen < 1_000_000_000_000
    else { return refuse(.badMoney, node) }
    return money
  }

  func percentage(_ node: Node) -> Percentage? {
    guard case .string(let text) = node.tree.value else { return refuse(.badPercentage, node) }
    guard let percentage = Percentage(text) else {
      // A rate is written as the digits of a sum are: so it can be told whether only its size is wrong.
      let size = text.hasSuffix("%") ? Money(String(text.dropLast())) : nil
      note(size.map { $0 > Money(yuan: 100) } == true ? .percentageTooLarge : .badPercentage, node)
      return nil
    }
    guard percentage.numerator > 0 else { return refuse(.zeroFigure, node) }
    return percentage
  }

  // MARK: - Words

  /// One of the known words; for a misspelt one, when that is told, the one likely meant.
  func word(_ node: Node?, among known: [String]) -> String? {
    guard let node, let text = text(node) else { return nil }
    guard known.contains(text) else {
      return broken.contains(text) ? nil : noteUnknown(text, node, among: known)
    }
    return text
  }

  /// A list of known words, each once.
  func words(_ node: Node?, among known: [String]) -> [String] {
    let found = array(node).compactMap { element in word(element, among: known).map { ($0, element) } }
    let written = found.filter { $1.tree.value == .string($0) }
    checkUnique(written) { .repeatedWord($0) }
    return found.map(\.0)
  }

  /// A name by which the file, the store and scripts speak of something.
  func id(_ node: Node?) -> String? {
    guard let node, let text = text(node) else { return nil }
    guard Self.isID(text) else { return refuse(.badID(text), node) }
    return text
  }

  /// What an item or a cap goes on with, as `policy/name`; that policy is another file.
  func continued(_ node: Node?) -> String? {
    guard let node, let text = text(node) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(Self.isID) else { return refuse(.badContinuation(text), node) }
    if parts[0] == ownID { note(.namesItself, node) }
    return text
  }

  /// Ids stand in file names, in `reading=choice` and in codes such as `missing:input`: they are plain.
  static func isID(_ text: String) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard let first = text.utf8.first, isPlain(first), text.utf8.count <= 64 else { return false }
    return text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  /// The number of an article that the file lists.
  func article(_ node: Node?, or others: [String] = []) -> String? {
    guard let node, let number = text(node) else { return nil }
    if let articles, !articles.contains(number), !others.contains(number) {
      note(.unknownArticle(number), node)
    }
    return number
  }
}
