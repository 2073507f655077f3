import CaseModel

/// Letters and digits as they stand in a text, with what stands between them: what they say, and how they are dressed.
struct CodeRun {
  private let scalars: [Unicode.Scalar]
  /// The letters and digits alone, half width, upper case.
  let bare: String

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    bare = String(String.UnicodeScalarView(scalars.map(Self.plain).filter(Self.isCode)))
  }

  static func canHold(_ scalar: Unicode.Scalar) -> Bool {
    let half = TextFolding.halfWidth(scalar)
    return isCode(plain(scalar)) || [" ", ".", "-", "。", "·"].contains(half)
  }

  /// A few letters and no digit, such as initials.
  var isShortWord: Bool { bare.utf8.count <= 6 && bare.utf8.allSatisfy { $0 > UInt8(ascii: "9") } }

  /// Other letters and digits in the dress of these, one for each.
  func dressed(_ other: String) -> String {
    var rest = other.unicodeScalars.makeIterator()
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      guard Self.isCode(Self.plain(scalar)), let new = rest.next() else {
        result.append(scalar)
        continue
      }
      let isSmall = TextFolding.halfWidth(scalar).properties.isLowercase
      let half = isSmall && ("A"..."Z").contains(new) ? Unicode.Scalar(UInt8(new.value) + 32) : new
      let isFull = scalar != TextFolding.halfWidth(scalar)
      result.append(isFull ? Unicode.Scalar(half.value + 0xFEE0) ?? half : half)
    }
    return String(result)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let half = TextFolding.halfWidth(scalar)
    return ("a"..."z").contains(half) ? Unicode.Scalar(UInt8(half.value) - 32) : half
  }

  private static func isCode(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
