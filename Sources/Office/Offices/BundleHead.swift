import JSONText
public import Journal

/// What a bundle's clear, signed head says, which names nobody: whose it is, its number, from which record to which, and
/// with which byte each part of a segment begins.
///
///     {"office":"441881","number":3,"writer":"<32 hex>","store":"<32 hex>","from":"<writer>/1/4180/<link>",
///      "head":"<writer>/1/4391/<link>","segment":1,"size":882311,"first":[{"segment":"000001-000001.jsonl","byte":880120}]}
public struct BundleHead: Hashable, Sendable {
  public var office: String
  public var number: Int
  public var store: String
  /// The acknowledged record behind which it begins; nil where it holds everything.
  public var from: JournalHead?
  public var end: OtherJournal.End
  public var first: [First]

  /// With which byte a part of a segment begins.
  public struct First: Hashable, Sendable {
    public var segment: String
    public var byte: Int
  }

  func write(into writer: inout JSONWriter) {
    writer.member("office", office)
    writer.member("number", number)
    writer.member("store", store)
    if let from { writer.member("from", from.description) }
    writer.member("head", end.head.description)
    writer.member("segment", end.segment)
    writer.member("size", end.size)
    writer.objects("first", first) { writer, part in
      writer.member("segment", part.segment)
      writer.member("byte", part.byte)
    }
  }

  /// Reads what a head says; nil where it is none of a bundle.
  public init?(_ bytes: [UInt8]) {
    var texts: [String: String] = [:]
    var numbers: [String: Int] = [:]
    var parts: [First] = []
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "office", "store", "from", "head": texts[key] = try reader.string()
        case "number", "segment", "size": numbers[key] = try reader.integer()
        case "first":
          try reader.beginArray()
          while try reader.nextElement() { parts.append(try Self.first(&reader)) }
        default: try reader.skipValue()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard let office = texts["office"], let store = texts["store"], let number = numbers["number"],
      let head = texts["head"].flatMap(JournalHead.init), let segment = numbers["segment"],
      let size = numbers["size"], segment > 0, size > 0, number > 0, parts.allSatisfy({ $0.byte >= 0 })
    else { return nil }
    self.office = office
    self.store = store
    self.number = number
    from = texts["from"].flatMap(JournalHead.init)
    end = OtherJournal.End(head: head, segment: segment, size: size)
    first = parts
  }

  init(
    office: String, number: Int, store: String, from: JournalHead?, end: OtherJournal.End, first: [First]
  ) {
    self.office = office
    self.number = number
    self.store = store
    self.from = from
    self.end = end
    self.first = first
  }

  private static func first(_ reader: inout JSONReader) throws(JSONError) -> First {
    var part = First(segment: "", byte: 0)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "segment": part.segment = try reader.string()
      case "byte": part.byte = try reader.integer()
      default: try reader.skipValue()
      }
    }
    return part
  }
}
