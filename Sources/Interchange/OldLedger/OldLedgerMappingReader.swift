import JSONText

/// Reads a mapping; the first mistake ends it.
struct OldLedgerMappingReader {
  private let file: JSONMembers
  private let inputs: [String]

  init(_ bytes: [UInt8], inputs: [String]) throws {
    file = try JSONMembers(bytes)
    self.inputs = inputs
  }

  func mapping() throws -> OldLedgerMapping {
    try file.hold(["format", "columns"], or: ["fixed"])
    let format: String = try file.value("format")
    guard format == OldLedgerMapping.format else {
      throw OldLedgerMappingMistake(
        reason: .wrongFormat(format), location: try file.location(of: "format"))
    }
    var mapping = OldLedgerMapping()
    for (heading, word, place) in (try file.value("columns") as JSONPairs<JSONPlaced<String>>).pairs {
      guard !mapping.columns.contains(where: { $0.heading == heading }) else {
        throw mistake(.json(.repeatedKey(heading)), at: place)
      }
      let column = word.value.isEmpty ? nil : try column(word.value, at: word.offset)
      mapping.columns.append((heading, column))
    }
    for (word, text, place) in (try file.optional("fixed") as JSONPairs<String>?)?.pairs ?? [] {
      let column = try column(word, at: place)
      guard !mapping.fixed.contains(where: { $0.column == column }) else {
        throw mistake(.json(.repeatedKey(word)), at: place)
      }
      mapping.fixed.append((column, text))
    }
    return mapping
  }

  private func column(_ word: String, at place: Int) throws -> OldLedgerColumn {
    if let column = OldLedgerMapping.column(word, inputs: inputs) { return column }
    let nearest = nearestWord(to: word, among: OldLedgerColumn.all(inputs: inputs).map(\.word))
    throw mistake(.unknownColumn(word, nearest: nearest), at: place)
  }

  private func mistake(_ reason: OldLedgerMappingMistake.Reason, at offset: Int) -> OldLedgerMappingMistake {
    OldLedgerMappingMistake(reason: reason, location: file.location(at: offset))
  }
}
