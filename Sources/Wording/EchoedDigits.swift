/// What was typed or read, said again in a message: numbers of persons, telephones and accounts are not.
public enum EchoedDigits {
  /// From so many digits on a run may be somebody's: a telephone number has eleven.
  private static let least = 11
  private static let shown = 4

  /// The text with all but the first four of each run of eleven and more digits as stars; full-width digits count.
  ///
  /// An application number with its check digit stays, and so do a SHA-256 and a random id of the store in
  /// hexadecimal (the folder of a writer must be found by its name): none is anybody's.
  public static func masked(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var masked = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let end = scalars[place...].firstIndex { !isDigit($0) } ?? scalars.count
      guard end > place else {
        masked.append(scalars[place])
        place += 1
        continue
      }
      let isKept =
        end - place < least || isApplicationNumber(scalars, place..<end) || isHashOrID(scalars, place..<end)
      for (offset, scalar) in scalars[place..<end].enumerated() {
        masked.append(isKept || offset < shown ? scalar : "*")
      }
      place = end
    }
    return String(masked)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  /// Twelve digits that begin with a year, a dot and a check digit, and nothing more.
  private static func isApplicationNumber(_ scalars: [Unicode.Scalar], _ run: Range<Int>) -> Bool {
    guard run.count == 12, scalars[run.lowerBound] == "2", scalars[run.lowerBound + 1] == "0",
      run.upperBound + 1 < scalars.count, scalars[run.upperBound] == "."
    else { return false }
    let check = scalars[run.upperBound + 1]
    let isLast = run.upperBound + 2 == scalars.count || !isDigit(scalars[run.upperBound + 2])
    return isLast && (isDigit(check) || check == "X" || check == "x")
  }

  /// A word of 64 hexadecimal digits, or one of 32 that is no row of digits alone.
  private static func isHashOrID(_ scalars: [Unicode.Scalar], _ run: Range<Int>) -> Bool {
    func isHex(_ scalar: Unicode.Scalar) -> Bool {
      ("0"..."9").contains(scalar) || ("a"..."f").contains(scalar)
    }
    let begin = scalars[..<run.lowerBound].lastIndex { !isHex($0) }.map { $0 + 1 } ?? 0
    let end = scalars[run.upperBound...].firstIndex { !isHex($0) } ?? scalars.count
    return end - begin == 64 || end - begin == 32 && run.count < 32
  }
}
