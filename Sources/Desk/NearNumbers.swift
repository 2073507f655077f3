import CaseModel
import Casework

/// The filings whose receipt number, or a number on whose papers, is one slip of the finger away from what was typed:
/// a digit wrong, missing, too many, or two changed about. What was typed may be the number's beginning only.
struct NearNumbers {
  /// Shorter ones are near to too much.
  private static let shortest = 6
  /// What fits more filings than this is no hint at what was meant.
  private static let most = 20

  private let typed: [UInt8]

  /// Nil where what was typed is no number, or too short.
  init?(_ text: String) {
    typed = Self.bare(text)
    guard typed.count >= Self.shortest, typed.contains(where: { (48...57).contains($0) }) else { return nil }
  }

  /// Their ids, in the order in which they were entered; none where there are too many.
  func filings(_ state: OfficeState) -> [String] {
    var found: [String] = []
    for number in state.files.rows.indices {
      let id = state.files.id(of: number)
      guard isNear(id) || isOnPapers(of: number, state) else { continue }
      found.append(id)
      if found.count > Self.most { return [] }
    }
    return found
  }

  private func isOnPapers(of number: Int, _ state: OfficeState) -> Bool {
    state.files[number].filing.inputs.contains { input in
      if case .text(let text) = input.value { isNear(text) } else { false }
    }
  }

  /// Whether the beginning of a number is one slip away from what was typed.
  func isNear(_ number: String) -> Bool {
    let whole = Self.bare(number)
    guard whole.count + 1 >= typed.count else { return false }
    guard let slip = zip(typed, whole).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
    else { return typed.count > whole.count }
    let (rest, left) = (typed[slip...], whole[slip...])
    return left.dropFirst().starts(with: rest.dropFirst()) || left.starts(with: rest.dropFirst())
      || left.dropFirst().starts(with: rest)
      || (left.dropFirst(2).starts(with: rest.dropFirst(2))
        && rest.count > 1 && left.count > 1 && rest.first == left.dropFirst().first
        && rest.dropFirst().first == left.first)
  }

  /// Digits and letters, without ZL or CN in front; nothing where other characters stand in it.
  private static func bare(_ text: String) -> [UInt8] {
    var bare = TextFolding.search(text)
    if bare.hasPrefix("ZL") || bare.hasPrefix("CN") { bare.removeFirst(2) }
    bare.removeAll { ".-。·｡".contains($0) }
    let bytes = Array(bare.utf8)
    return bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) } ? bytes : []
  }
}
