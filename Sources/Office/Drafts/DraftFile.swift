public import Casework
public import JSONText

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
    JSONWriter.file { writer in
      writer.members(["format": format, "version": version, "operator": name, "at": at])
      UnsavedWork.shape.write(work, &writer)
    }
  }

  /// A draft that was read.
  struct Content: Equatable {
    var name: String
    var at: String
    var work: UnsavedWork
  }

  /// Reads a draft; nil where the file is none that this program knows.
  static func read(_ bytes: [UInt8]) -> Content? {
    guard let record = try? JSONMembers(bytes), (try? record.value("format")) == format,
      (try? record.value("version")) == version, let name: String = try? record.value("operator", or: ""),
      let at: String = try? record.value("at", or: ""), let work: UnsavedWork = try? record.whole()
    else { return nil }
    return Content(name: name, at: at, work: work)
  }
}

extension UnsavedWork: JSONShaped {
  public static let shape = JSONShape<UnsavedWork>(
    { UnsavedWork(filing: $0, list: $1, applicant: $2, record: $3, receipt: $4) },
    .optional("filing", \.filing), .optional("list", \.list), .optional("applicant", \.applicant),
    .optional("record", \.record), .optional("receipt", \.receipt))
}

extension UnsavedList: JSONShaped {
  public static let shape = JSONShape<UnsavedList>(
    UnsavedList.init(columns:rows:row:column:), .assumed("columns", [], \.columns),
    .assumed("rows", [], \.rows), .assumed("row", 0, \.row), .assumed("column", 0, \.column))
}

extension UnsavedForm: JSONShaped {
  public static let shape = JSONShape<UnsavedForm>(
    { amended, chosen, fields, ticks, focus in
      UnsavedForm(
        amended: amended, chosen: chosen.compactMap(Self.field), fields: fields.compactMap(Self.field),
        ticks: ticks.compactMap(Self.tick), focus: focus)
    }, .optional("amends", \.amended), .assumed("chosen", [], \.chosenTexts),
    .assumed("fields", [], \.fieldTexts), .spared("ticks", [], \.tickTexts), .assumed("focus", 0, \.focus))

  private var chosenTexts: [[String]] { chosen.map { [$0.id, $0.text] } }
  private var fieldTexts: [[String]] { fields.map { [$0.id, $0.text] } }
  private static func field(_ texts: [String]) -> Field? {
    texts.count == 2 ? Field(texts[0], texts[1]) : nil
  }

  /// A paper's code, what was found, copies, whether the original was shown, pages, and what is wrong with it.
  private var tickTexts: [[String]] {
    ticks.map {
      [
        $0.paper, $0.verdict.code, String($0.copies), $0.hasOriginal ? "original" : "", String($0.pages),
        $0.verdict.why ?? "",
      ]
    }
  }

  private static func tick(_ texts: [String]) -> PaperTick? {
    guard texts.count == 6, let copies = Int(texts[2]), let pages = Int(texts[4]),
      let verdict = PaperTick.Verdict(code: texts[1], why: texts[5])
    else { return nil }
    return PaperTick(
      paper: texts[0], copies: copies, hasOriginal: texts[3] == "original", pages: pages, verdict: verdict)
  }
}

extension UnsavedForm.Amended: JSONShaped {
  public static let shape = JSONShape<UnsavedForm.Amended>(
    { UnsavedForm.Amended(id: $0, revision: $1, award: Int64($2)) }, .needed("id", \.id),
    .needed("revision", \.revision), .assumed("award", 0, \.fen))

  private var fen: Int { Int(award) }
}
