import CaseModel

/// What somebody typed, made ready to be tried on many names.
struct SearchQuery {
  let folded: String
  let scalars: [Unicode.Scalar]
  let bytes: [UInt8]
  /// The query in lower case where it may be pinyin.
  let letters: [UInt8]?
  /// Whether the characters of the query, and of those who hold them, can be compared one by one.
  let isPlain: Bool
  /// The marks of the first character, of all, and of all bytes.
  let firstMark: UInt64
  let marks: UInt64
  let byteMarks: UInt64

  /// Stands for any one character in a query that is near to what was typed; nobody can type it.
  static let anyScalar: Unicode.Scalar = "\u{1A}"
  static let anyByte: UInt8 = 0x1A

  init(_ text: String) {
    var folded = TextFolding.search(text)
    folded.unicodeScalars.removeAll { $0 == Self.anyScalar }
    self.init(folded: folded)
  }

  private init(folded: String) {
    self.folded = folded
    scalars = Array(folded.unicodeScalars)
    bytes = Array(folded.utf8)
    letters = bytes.allSatisfy { $0 < 0x80 } ? bytes.map(CharacterTable.lowerCase) : nil
    isPlain = scalars.allSatisfy { Self.isPlain($0) || $0 == Self.anyScalar }
    // Any character may stand first where the query does not say which.
    firstMark = scalars.first.map { $0 == Self.anyScalar ? .max : CharacterTable.mark(of: $0) } ?? 0
    marks = scalars.reduce(0) { $1 == Self.anyScalar ? $0 : $0 | CharacterTable.mark(of: $1) }
    byteMarks = Self.marks(of: bytes.lazy.filter { $0 != Self.anyByte })
  }

  /// Queries that are one slip of the finger away: a character too much, too few or another one, or two that have
  /// changed places. None of a query so short that anything would be near to it.
  var oneSlipAway: [SearchQuery] {
    let isNumber = bytes.allSatisfy { (48...57).contains($0) }
    let least = isNumber ? 6 : letters == nil ? 3 : 4
    guard isPlain, scalars.count >= least, scalars.count <= 40 else { return [] }
    var variants: Set<[Unicode.Scalar]> = []
    for place in scalars.indices {
      var variant = scalars
      variant.remove(at: place)
      variants.insert(variant)
      variant.insert(Self.anyScalar, at: place)
      variants.insert(variant)
      variant = scalars
      variant.insert(Self.anyScalar, at: place)
      variants.insert(variant)
      guard place > 0 else { continue }
      variant = scalars
      variant.swapAt(place - 1, place)
      variants.insert(variant)
    }
    return variants.map { variant in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: variant)
      return SearchQuery(folded: String(text))
    }
  }

  static func marks(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 | CharacterTable.mark(of: Unicode.Scalar($1)) }
  }

  /// Whether a character neither joins its neighbours nor can be written in another way.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x3001...0x3020, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
