/// What the city has said of a conflict: of several words the last one holds, wherever it was said.
extension OfficeConflict {
  /// Whether what it is about are records that the city named itself, with a word on them.
  var isByWord: Bool { kind == .person && id == Ruling.amongPersons(parties) }

  /// The last word about just these parties, and the last one of before where others have come to it since.
  func words(among rulings: [Ruling]) -> (holding: Ruling?, earlier: Ruling?) {
    let pairs = kind == .person && !isOfHeads ? Set(allPairs) : []
    var unsaid = pairs
    var (settling, exact, earlier): (Int?, Int?, Int?)
    for (place, ruling) in rulings.enumerated() {
      if isSettled(by: ruling) { exact = place }
      let isOfPersons = ruling.verdict == .link || ruling.verdict == .distinct
      let said = isOfPersons && !pairs.isEmpty ? pairs.intersection(ruling.pairs) : []
      unsaid.subtract(said)
      if !said.isEmpty { settling = place }
      if ruling.conflict == id || !said.isEmpty { earlier = place }
    }
    // Who is who is said when every two of them have a word.
    if pairs.isEmpty || !unsaid.isEmpty { settling = nil }
    if let last = [settling, exact].compactMap(\.self).max() { return (rulings[last], nil) }
    return (nil, earlier.map { rulings[$0] })
  }

  /// Whether a verdict was given about these parties: with another party it is open again.
  ///
  /// A fork is settled by the tail that was named, whatever the conflict was called; who is who by the records that were
  /// named.
  func isSettled(by ruling: Ruling) -> Bool {
    if let keepable { return ruling.verdict == .forkKeep(keepable) }
    guard Set(ruling.parties) == Set(parties) else { return false }
    guard kind == .person else { return ruling.conflict == id }
    guard ruling.conflict.hasPrefix("K4-") else { return false }
    // Which head a person has is not said by who it is.
    return switch ruling.verdict {
    case .head: isOfHeads || isByWord
    case .noted: true
    default: !isOfHeads
    }
  }

  private var allPairs: [[OfficeRecord]] {
    Ruling(conflict: "", verdict: .link, parties: Array(Set(parties)), note: "").pairs
  }
}
