import CaseModel
public import Casework
public import JSONText

// What the journal's changes are about, as objects; `ChangeLine` names the keys.

extension OfficeIdentity: JSONShaped {
  public static let shape = JSONShape<OfficeIdentity>(
    OfficeIdentity.init(name:district:policy:isTrial:), .needed("office", \.name),
    .needed("district", \.district), .needed("policy", \.policy), .spared("trial", false, \.isTrial))
}

extension PINKey: JSONShaped {
  public static let shape = JSONShape<PINKey>(
    { PINKey(salt: $0.bytes, key: $1.bytes, rounds: $2, blockSize: $3, parallelism: $4) },
    .needed("salt", \.saltText), .needed("key", \.keyText), .needed("n", \.rounds),
    .needed("r", \.blockSize), .needed("p", \.parallelism))

  private var saltText: HexText { HexText(salt) }
  private var keyText: HexText { HexText(key) }
}

extension ParentSince: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try reader.text({ _ in "YYYY-MM-DD" }) { $0 == "always" ? .always : CivilDate($0).map(Self.day) }
  }

  public func write(into writer: inout JSONWriter) {
    switch self {
    case .always: writer.string("always")
    case .day(let day): day.write(into: &writer)
    }
  }
}

extension PaperTick: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    let record = try JSONMembers(json: &reader)
    guard
      let verdict = Verdict(code: try record.value("verdict"), why: try record.value("why", or: ""))
    else { throw try record.expected("in-order | missing | failing", "verdict") }
    self.init(
      paper: try record.value("paper"), copies: try record.value("copies"),
      hasOriginal: try record.flag("original"), pages: try record.value("pages"), verdict: verdict)
  }

  public func write(into writer: inout JSONWriter) {
    writer.object {
      $0.members([
        "paper": paper, "copies": copies, "original": hasOriginal, "pages": pages, "verdict": verdict.code,
        "why": verdict.why,
      ])
    }
  }
}

extension News: JSONShaped {
  public static let shape = JSONShape<News>(
    News.init(id:kind:number:day:paper:note:applicants:), .needed("id", \.id), .needed("kind", \.kind),
    .needed("number", \.number), .needed("day", \.day), .needed("paper", \.paper),
    .assumed("note", "", \.note), .assumed("applicants", [], \.applicants))
}

extension OfficePeriod: JSONShaped {
  public static let shape = JSONShape<OfficePeriod>(
    { OfficePeriod(kind: $0, count: $1, unit: $2, from: $3, note: $4) }, .needed("kind", \.kind),
    .needed("count", \.count), .needed("unit", \.unit), .needed("from", \.from), .assumed("note", "", \.note))
}

extension PersonWord: JSONShaped {
  public static let shape = JSONShape<PersonWord>(
    { PersonWord($0, $1, note: $2) }, .needed("verdict", \.verdict),
    .assumed("applicants", [], \.applicants), .needed("note", \.note))
}

extension RegisterEntry: JSONShaped {
  public static let shape = JSONShape<RegisterEntry>(
    { RegisterEntry(id: $0, kind: $1, district: $2, values: $3.list) }, .needed("id", \.id),
    .needed("kind", \.kind), .needed("district", \.district), .needed("values", \.inputs))

  private var inputs: JSONInputs { JSONInputs(values) }
}

// MARK: - Sealed years

extension YearSeal: JSONShaped {
  public static let shape = JSONShape<YearSeal>(
    { year, head, note, heads, lines in
      var seal = YearSeal(year: year, head: head, sums: YearSums(lines: lines), note: note)
      for head in heads { seal.heads[head.writer] = head.name }
      return seal
    }, .needed("year", \.year), .needed("head", \.head), .spared("note", "", \.note),
    .spared("heads", [], \.headsByWriter), .needed("sums", \.sums.lines))

  private var headsByWriter: [Head] {
    heads.sorted { $0.key < $1.key }.map { Head(writer: $0.key, name: $0.value) }
  }

  /// Up to where a journal was known.
  private struct Head: JSONShaped, Equatable {
    var writer: String
    var name: LineName

    static let shape = JSONShape<Head>(
      Head.init(writer:name:), .needed("writer", \.writer), .among(\.name))
  }
}

extension YearSums.Line: JSONShaped {
  public static let shape = JSONShape<YearSums.Line>(
    YearSums.Line.init(item:filings:requested:committed:paid:returned:), .needed("item", \.item),
    .needed("filings", \.filings), .needed("requested", \.requested), .needed("committed", \.committed),
    .needed("paid", \.paid), .needed("returned", \.returned))
}
