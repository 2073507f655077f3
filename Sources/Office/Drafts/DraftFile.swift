import Casework
import JSONText

// A draft as its file has it, one JSON object:
//
//     {"format":"zizhu-draft","version":1,"operator":"李经办","at":"2020-03-27T01:30:00Z",
//      "filing":{"chosen":[["item","a12-…"],["applicant","A036"]],
//                "fields":[["received","2020-03-27"],["premium","3000"]],
//                "ticks":[["policy","failing","1","","2","没有盖章"]],"focus":4},
//      "list":{"columns":["applicationNumber"],"rows":[[""],["201820123456.0"]],"row":1,"column":0},
//      "applicant":{"amends":{"id":"A036","revision":2,"award":0},"chosen":[],"fields":[["name","…"]],"focus":0},
//      "record":{"chosen":[["kind","training"]],"fields":[["topic","…"]],"focus":2},
//      "receipt":"441881-2020-000012"}
//
// Members that are not there were not being typed. `fields` holds what was typed, as it was typed; `amends` stands
// where a record was being changed, `receipt` where another machine had entered the filing under that number. A file of a later version is left alone.

/// The bytes of a draft.
enum DraftFile {
  private static let format = "zizhu-draft"
  private static let version = 1

  static func write(_ work: UnsavedWork, by name: String, at: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("format", format)
      writer.member("version", version)
      writer.member("operator", name)
      writer.member("at", at)
      if let form = work.filing { write(form, "filing", into: &writer) }
      if let list = work.list { write(list, into: &writer) }
      if let form = work.applicant { write(form, "applicant", into: &writer) }
      if let form = work.record { write(form, "record", into: &writer) }
      if let receipt = work.receipt { writer.member("receipt", receipt) }
    }
    writer.newline()
    return writer.bytes
  }

  private static func write(_ form: UnsavedForm, _ key: String, into writer: inout JSONWriter) {
    writer.key(key)
    writer.object { writer in
      if let amended = form.amended {
        writer.key("amends")
        writer.object {
          $0.member("id", amended.id)
          $0.member("revision", amended.revision)
          $0.member("award", Int(amended.award))
        }
      }
      writer.key("chosen")
      write(form.chosen.map { [$0.id, $0.text] }, into: &writer)
      writer.key("fields")
      write(form.fields.map { [$0.id, $0.text] }, into: &writer)
      if !form.ticks.isEmpty {
        writer.key("ticks")
        write(form.ticks.map(Self.texts), into: &writer)
      }
      writer.member("focus", form.focus)
    }
  }

  private static func write(_ list: UnsavedList, into writer: inout JSONWriter) {
    writer.key("list")
    writer.object { writer in
      writer.key("columns")
      write(list.columns, into: &writer)
      writer.key("rows")
      write(list.rows, into: &writer)
      writer.member("row", list.row)
      writer.member("column", list.column)
    }
  }

  private static func write(_ rows: [[String]], into writer: inout JSONWriter) {
    writer.array { writer in
      for row in rows {
        writer.element()
        write(row, into: &writer)
      }
    }
  }

  private static func write(_ texts: [String], into writer: inout JSONWriter) {
    writer.array { writer in
      for text in texts {
        writer.element()
        writer.string(text)
      }
    }
  }

  // MARK: - Reading

  /// A draft that was read.
  struct Content: Equatable {
    var name: String
    var at: String
    var work: UnsavedWork
  }

  /// Reads a draft; nil where the file is none that this program knows.
  static func read(_ bytes: [UInt8]) -> Content? {
    var content = Content(name: "", at: "", work: UnsavedWork())
    var isOurs = false
    var known = 0
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "format": isOurs = try reader.string() == format
        case "version": known = try reader.integer()
        case "operator": content.name = try reader.string()
        case "at": content.at = try reader.string()
        case "filing": content.work.filing = try form(&reader)
        case "applicant": content.work.applicant = try form(&reader)
        case "record": content.work.record = try form(&reader)
        case "receipt": content.work.receipt = try reader.string()
        case "list": content.work.list = try list(&reader)
        default: try reader.skipValue()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    return isOurs && known == version ? content : nil
  }

  private static func form(_ reader: inout JSONReader) throws(JSONError) -> UnsavedForm {
    var form = UnsavedForm(chosen: [], fields: [], focus: 0)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "amends": form.amended = try amended(&reader)
      case "chosen": form.chosen = try fields(&reader)
      case "fields": form.fields = try fields(&reader)
      case "ticks": form.ticks = try rows(&reader).compactMap(tick)
      case "focus": form.focus = try reader.integer()
      default: try reader.skipValue()
      }
    }
    return form
  }

  private static func amended(_ reader: inout JSONReader) throws(JSONError) -> UnsavedForm.Amended {
    var amended = UnsavedForm.Amended(id: "", revision: 0)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "id": amended.id = try reader.string()
      case "revision": amended.revision = try reader.integer()
      case "award": amended.award = Int64(try reader.integer())
      default: try reader.skipValue()
      }
    }
    return amended
  }

  private static func list(_ reader: inout JSONReader) throws(JSONError) -> UnsavedList {
    var list = UnsavedList(columns: [], rows: [], row: 0, column: 0)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "columns": list.columns = try texts(&reader)
      case "rows": list.rows = try rows(&reader)
      case "row": list.row = try reader.integer()
      case "column": list.column = try reader.integer()
      default: try reader.skipValue()
      }
    }
    return list
  }

  /// A paper's code, what was found, copies, whether the original was shown, pages, and what is wrong with it.
  private static func texts(_ tick: PaperTick) -> [String] {
    let (finding, why): (String, String) =
      switch tick.verdict {
      case .inOrder: ("in-order", "")
      case .missing: ("missing", "")
      case .failing(let why): ("failing", why)
      }
    return [
      tick.paper, finding, String(tick.copies), tick.hasOriginal ? "original" : "", String(tick.pages), why,
    ]
  }

  private static func tick(_ texts: [String]) -> PaperTick? {
    guard texts.count == 6, let copies = Int(texts[2]), let pages = Int(texts[4]) else { return nil }
    let verdict: PaperTick.Verdict
    switch texts[1] {
    case "in-order": verdict = .inOrder
    case "missing": verdict = .missing
    case "failing": verdict = .failing(texts[5])
    default: return nil
    }
    return PaperTick(
      paper: texts[0], copies: copies, hasOriginal: texts[3] == "original", pages: pages, verdict: verdict)
  }

  private static func fields(_ reader: inout JSONReader) throws(JSONError) -> [UnsavedForm.Field] {
    try rows(&reader).compactMap { $0.count == 2 ? .init($0[0], $0[1]) : nil }
  }

  private static func rows(_ reader: inout JSONReader) throws(JSONError) -> [[String]] {
    var rows: [[String]] = []
    try reader.beginArray()
    while try reader.nextElement() { rows.append(try texts(&reader)) }
    return rows
  }

  private static func texts(_ reader: inout JSONReader) throws(JSONError) -> [String] {
    var texts: [String] = []
    try reader.beginArray()
    while try reader.nextElement() { texts.append(try reader.string()) }
    return texts
  }
}
