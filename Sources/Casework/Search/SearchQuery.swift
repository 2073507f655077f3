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

  init(_ text: String) {
    folded = TextFolding.search(text)
    scalars = Array(folded.unicodeScalars)
    bytes = Array(folded.utf8)
    letters = bytes.allSatisfy { $0 < 0x80 } ? bytes.map(CharacterTable.lowerCase) : nil
    isPlain = scalars.allSatisfy(Self.isPlain)
    firstMark = scalars.first.map(CharacterTable.mark) ?? 0
    marks = scalars.reduce(0) { $0 | CharacterTable.mark(of: $1) }
    byteMarks = Self.marks(of: bytes)
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
