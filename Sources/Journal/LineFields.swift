import JSONText

/// What one member of a line's object says: whole numbers and texts by their keys.
///
/// Keys that nobody asks for are read over: a later program may have more.
struct LineFields {
  private(set) var numbers: [String: Int] = [:]
  private(set) var texts: [String: String] = [:]

  /// Reads the line in a range without its newline; nil where it holds no such object.
  init?(_ bytes: [UInt8], line: Range<Int>, of member: String, numbers: Set<String>, texts: Set<String>) {
    do throws(JSONError) {
      var reader = JSONReader(bytes, in: line)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        guard key == member else {
          try reader.skipValue()
          continue
        }
        try reader.beginObject()
        while let key = try reader.nextKey() {
          if numbers.contains(key) {
            self.numbers[key] = try reader.integer()
          } else if texts.contains(key) {
            self.texts[key] = try reader.string()
          } else {
            try reader.skipValue()
          }
        }
      }
      try reader.end()
    } catch {
      return nil
    }
  }
}
