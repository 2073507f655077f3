import ArgumentParser
import JSONText

/// The readings of every Chinese character that the source knows, without tones.
///
/// The table is text: comment lines that begin with `#`, then for each character in code point order one line
/// of the character, a tab, and its readings in alphabetical order with a space between them. ü is written v,
/// as it is typed.
struct PinyinTable {
  private var readings: [(character: Unicode.Scalar, syllables: [String])] = []

  /// Reads `{"26366": "zēng,céng", …}`. Characters for private use are left out: they mean something else on
  /// every machine.
  init(json: [UInt8]) throws {
    var reader = JSONReader(json)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let place = reader.offset
      guard let value = UInt32(key), let character = Unicode.Scalar(value) else {
        throw ValidationError("\(reader.location(of: place)): \(key) is no code point")
      }
      var syllables: Set<String> = []
      for reading in try reader.string().split(separator: ",") {
        guard let syllable = Self.withoutTone(reading) else {
          throw ValidationError("\(reader.location(of: place)): \(reading) is no reading")
        }
        syllables.insert(syllable)
      }
      if Self.isIdeograph(character), !syllables.isEmpty { readings.append((character, syllables.sorted())) }
    }
    try reader.end()
    readings.sort { $0.character.value < $1.character.value }
  }

  func text(sourceVersion: String) -> [UInt8] {
    var lines = [
      "# Readings of Chinese characters, without tones; v stands for ü. Made by zizhu-make-data pinyin.",
      "# Source: pinyin_dict.json of pypinyin \(sourceVersion) (https://pypi.org/project/pypinyin/), MIT licence,",
      "# Copyright (c) 2016 mozillazg, 闲耘; its data comes from pinyin-data, which gathers Unihan and others.",
    ]
    for (character, syllables) in readings {
      lines.append("\(character)\t" + syllables.joined(separator: " "))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic && scalar.properties.generalCategory != .privateUse
  }

  /// The letters of a syllable from a to z; nil where something else stands in it.
  static func withoutTone(_ reading: some StringProtocol) -> String? {
    var letters = ""
    for scalar in reading.unicodeScalars {
      switch scalar {
      case "a"..."z": letters.unicodeScalars.append(scalar)
      case "ā", "á", "ǎ", "à": letters += "a"
      case "ē", "é", "ě", "è", "ê", "ế", "ề": letters += "e"
      case "ī", "í", "ǐ", "ì": letters += "i"
      case "ō", "ó", "ǒ", "ò": letters += "o"
      case "ū", "ú", "ǔ", "ù": letters += "u"
      case "ü", "ǖ", "ǘ", "ǚ", "ǜ": letters += "v"
      case "ń", "ň", "ǹ": letters += "n"
      case "ḿ": letters += "m"
      case "\u{300}"..."\u{30C}": continue  // a tone mark of its own, as over m and ê
      default: return nil
      }
    }
    return letters.isEmpty ? nil : letters
  }
}
