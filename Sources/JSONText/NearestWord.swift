/// The known word nearest to one that is not known, for messages such as "did you mean …".
///
/// Gives nil where nothing is nearer than half the word (edit distance counted in characters).
public func nearestWord(to word: String, among known: some Sequence<String>) -> String? {
  let target = Array(word.lowercased())
  var best: (distance: Int, word: String)?
  for candidate in known {
    let other = Array(candidate.lowercased())
    // So many letters at least are put in or left out: what is too long or too short needs no closer look.
    guard abs(other.count - target.count) < best?.distance ?? .max else { continue }
    let distance = editDistance(target, other)
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  guard let best, best.distance <= max(target.count, best.word.count) / 2 else { return nil }
  return best.word
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
