internal import JSONText

extension ParcelHeader {
  /// `HEAD.json`, with a newline.
  var text: [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("zizhu-parcel", Self.formatVersion)
      $0.member("kind", kind.rawValue)
      $0.member("signer", signer.text)
      if let seal {
        $0.member("suite", seal.suite.rawValue)
        $0.member("to", seal.recipient.text)
      }
      $0.key("about")
      $0.raw(String(decoding: about, as: UTF8.self))
    }
    json.newline()
    return json.bytes
  }

  /// Reads `HEAD.json`; its parts are read elsewhere.
  init(text: [UInt8]) throws(ParcelError) {
    var words: [String: String] = [:]
    var about: [UInt8]?
    var version: Int?
    var missing: JSONError
    do throws(JSONError) {
      var reader = JSONReader(text)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        let place = reader.keyOffset
        guard words[key] == nil, key != "about" || about == nil, key != "zizhu-parcel" || version == nil
        else {
          throw reader.error(.repeatedKey(key), at: place)
        }
        switch key {
        case "zizhu-parcel": version = try reader.integer()
        case "kind", "signer", "suite", "to": words[key] = try reader.string()
        case "about":
          guard try reader.peek() == .object else {
            throw reader.error(.wrongType(expected: .object, found: try reader.peek()))
          }
          about = Array(text[try reader.skipValue()])
        default: throw reader.error(.unknownKey(key, nearest: nil), at: place)
        }
      }
      try reader.end()
      missing = reader.error(.missingKey("zizhu-parcel"), at: 0)
    } catch {
      throw .badHead(error)
    }
    guard version == Self.formatVersion else { throw .badHead(missing) }
    func word(_ key: String) throws(ParcelError) -> String {
      guard let word = words[key] else {
        missing.reason = .missingKey(key)
        throw .badHead(missing)
      }
      return word
    }
    let name = try word("kind")
    guard let kind = ParcelKind(rawValue: name) else { throw .unknownKind(name) }
    let signer = try word("signer")
    guard let signer = VerifyingKey(text: signer) else { throw .unknownSuite(signer) }
    guard let about else {
      missing.reason = .missingKey("about")
      throw .badHead(missing)
    }
    self.init(kind: kind, signer: signer, seal: nil, about: about)
    guard words["suite"] != nil || words["to"] != nil else { return }
    let suiteName = try word("suite")
    guard let suite = SealingSuite(rawValue: suiteName) else { throw .unknownSuite(suiteName) }
    let to = try word("to")
    guard let recipient = SealingKey(text: to) else { throw .unknownSuite(to) }
    seal = Seal(suite: suite, recipient: recipient)
  }

  /// The version that a head bears, whatever else stands in it; nil where it can't be read that far.
  static func version(of text: [UInt8]) -> Int? {
    var reader = JSONReader(text)
    guard (try? reader.beginObject()) != nil, (try? reader.nextKey()) == "zizhu-parcel" else { return nil }
    return try? reader.integer()
  }
}
