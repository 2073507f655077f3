/// Names that look alike on paper and on a screen although they are written otherwise.
///
/// Sources: the pairs of Unicode Technical Standard 39 (confusables) that a Chinese office can type or paste, and
/// ideographs that differ by the length or the end of a stroke.
public enum LookAlike {
  /// A text by its looks: what looks alike has one, whatever it is written with.
  public static func looks(_ text: String) -> String {
    var looks = String.UnicodeScalarView()
    // A small l is a stroke, a large one is none: seen before letters become large ones.
    for scalar in text.unicodeScalars {
      looks.append(scalar == "l" || scalar == "|" || scalar == "ｌ" ? "I" : scalar)
    }
    looks = TextFolding.search(String(looks)).unicodeScalars
    return String(String.UnicodeScalarView(looks.map { shapes[$0] ?? $0 }))
  }

  /// Whether two texts can't be told apart by eye.
  public static func areAlike(_ a: String, _ b: String) -> Bool {
    TextFolding.search(a) == TextFolding.search(b) || looks(a) == looks(b)
  }

  /// Each row begins with what the others are taken for.
  private static let rows = [
    "AАΑ", "BВΒ", "CСϹ", "EЕΕ", "HНΗ", "I1ІΙӀ", "JЈ", "KКΚ", "MМΜ", "NΝ", "O0ОΟ〇○◯", "PРΡ", "QԚ", "SЅ", "TТΤ",
    "WԜ",
    "XХΧ", "YΥҮ", "ZΖ", "工エ", "力カ", "夕タ", "卜ト", "二ニ", "八ハ", "口ロ囗", "千チ干于", "日曰", "己已巳", "末未", "土士",
    "戊戌戍", "人入", "天夭", "德徳", "内內", "户戶戸", "黄黃", "吴吳呉", "吕呂", "温溫", "真眞", "高髙", "强強", "青靑", "录彔",
  ]

  private static let shapes: [Unicode.Scalar: Unicode.Scalar] = {
    var shapes: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in rows.map(\.unicodeScalars) {
      guard let first = row.first else { continue }
      for scalar in row.dropFirst() { shapes[scalar] = first }
    }
    return shapes
  }()
}
