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
    for (heading, word, _) in try file.pairs("columns", of: JSONPlaced<String>.self) ?? [] {
      let column = word.value.isEmpty ? nil : try column(word.value, at: word.offset)
      mapping.columns.append((heading, column))
    }
    for (word, text, place) in try file.pairs("fixed", of: String.self) ?? [] {
      mapping.fixed.append((try column(word, at: place), text))
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
