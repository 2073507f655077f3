import JSONText

/// A finding in the first line of a damaged store's backup.
extension Finding {
  func write(into json: inout JSONWriter) {
    json.member("file", file)
    if let line { json.member("line", line) }
    if let sequence { json.member("sequence", sequence) }
    json.member("reason", reason.code)
  }

  /// Reads one back; why it was found stays a code, since what it was found with is not kept.
  init(_ reader: inout JSONReader) throws(JSONError) {
    var found = Finding(file: "", reason: .storeWasDamaged(code: ""))
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "file": found.file = try reader.string()
      case "line": found.line = try reader.integer()
      case "sequence": found.sequence = try reader.integer()
      case "reason": found.reason = .storeWasDamaged(code: try reader.string())
      default: try reader.skipValue()
      }
    }
    self = found
  }
}
