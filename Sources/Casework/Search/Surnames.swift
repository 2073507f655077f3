/// Characters that are read otherwise as a surname than elsewhere, with that reading (《现代汉语词典》).
enum Surnames {
  /// The longest name of a person by characters, a double surname among them.
  static let mostCharacters = 4

  static func reading(of scalar: Unicode.Scalar) -> [UInt8]? { readings[scalar].map { Array($0.utf8) } }

  private static let readings: [Unicode.Scalar: String] = [
    "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "翟": "zhai", "缪": "miao",
    "朴": "piao", "员": "yun", "乐": "yue", "折": "she", "召": "shao", "繁": "po", "秘": "bi",
  ]
}
