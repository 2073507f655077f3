public import Casework
public import CaseModel
public import JSONText

/// What stands in the files that go between a city and its offices, in the form of the journal's own lines
/// (`OfficesLine`).
public enum OfficesFile {
  /// The city's side of an enrolment: who the city is, what it calls the office, and the readings that it has chosen.
  public struct Enrolment: Hashable, Sendable {
    public var link: CityLink
    public var readings: [String: String]
    /// The hashes of the policy files, in the order in which they came into force.
    public var policies: [String]
    /// The years whose holidays the city knows.
    public var holidays = WorkCalendar()

    public init(link: CityLink, readings: [String: String], policies: [String]) {
      self.link = link
      self.readings = readings
      self.policies = policies
    }
  }

  /// The office's answer.
  public struct Answer: Hashable, Sendable {
    public var enrolment: String
    public var writer: OfficeWriter

    public init(enrolment: String, writer: OfficeWriter) {
      self.enrolment = enrolment
      self.writer = writer
    }
  }

  public static func write(_ enrolment: Enrolment) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      OfficesLine.write(.joined(enrolment.link), into: &writer)
      write(enrolment.readings, into: &writer)
      writer.texts("policies", enrolment.policies)
      OfficesLine.write(enrolment.holidays, into: &writer)
    }
    return writer.bytes
  }

  public static func enrolment(_ bytes: [UInt8]) throws(JSONError) -> Enrolment {
    let record = try record(bytes)
    guard case .joined(let link) = try OfficesLine.change(.joined, record, isForStory: true) else {
      throw try record.expected("city-joined", "change")
    }
    var enrolment = Enrolment(
      link: link, readings: try record.words("readings"), policies: try record.texts("policies"))
    if record.has("holidays") { enrolment.holidays = try OfficesLine.holidays(record) }
    return enrolment
  }

  public static func write(_ answer: Answer) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { OfficesLine.write(.admitted(office: answer.enrolment, answer.writer), into: &$0) }
    return writer.bytes
  }

  public static func answer(_ bytes: [UInt8]) throws(JSONError) -> Answer {
    let record = try record(bytes)
    guard
      case .admitted(let enrolment, let writer) = try OfficesLine.change(.admitted, record, isForStory: true)
    else { throw try record.expected("office-admitted", "change") }
    return Answer(enrolment: enrolment, writer: writer)
  }

  /// How far a bundle reaches, with its cover: everything that its head and its cover say.
  public static func write(_ head: GatheredHead) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { OfficesLine.write(.gathered([head]), into: &$0) }
    return writer.bytes
  }

  public static func head(_ bytes: [UInt8]) throws(JSONError) -> GatheredHead {
    let record = try record(bytes)
    guard case .gathered(let heads) = try OfficesLine.change(.gathered, record, isForStory: true),
      let head = heads.first, heads.count == 1
    else { throw try record.expected("gathered", "heads") }
    return head
  }

  public static func write(_ reply: TakenReply) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { OfficesLine.write(.taken(reply), into: &$0) }
    return writer.bytes
  }

  public static func reply(_ bytes: [UInt8]) throws(JSONError) -> TakenReply {
    let record = try record(bytes)
    guard case .taken(let reply) = try OfficesLine.change(.taken, record, isForStory: false) else {
      throw try record.expected("taken", "change")
    }
    return reply
  }

  public static func write(_ rules: CityRules) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.texts("policies", rules.policies)
      write(rules.readings, into: &writer)
      writer.member("note", rules.note)
      writer.objects("words", rules.words) { writer, word in
        writer.member("verdict", word.verdict.rawValue)
        writer.texts("applicants", word.applicants)
        writer.member("note", word.note)
      }
      OfficesLine.write(rules.holidays, into: &writer)
      OfficesLine.write(rules.news, into: &writer)
    }
    return writer.bytes
  }

  public static func rules(_ bytes: [UInt8]) throws(JSONError) -> CityRules {
    let record = try record(bytes)
    var rules = CityRules(
      policies: try record.texts("policies"), readings: try record.words("readings"),
      note: try record.text("note"))
    // Replies of before have none of these.
    if record.has("holidays") { rules.holidays = try OfficesLine.holidays(record) }
    if record.has("news") { rules.news = try OfficesLine.news(record) }
    guard record.has("words") else { return rules }
    for word in try record.records("words") {
      rules.words.append(
        PersonWord(
          try word.word("verdict", PersonWord.Verdict.self), try word.texts("applicants"),
          note: try word.text("note")))
    }
    return rules
  }

  private static func write(_ readings: [String: String], into writer: inout JSONWriter) {
    writer.object("readings") { writer in
      for (reading, option) in readings.sorted(by: { $0.key < $1.key }) { writer.member(reading, option) }
    }
  }

  private static func record(_ bytes: [UInt8]) throws(JSONError) -> CaseworkRecord {
    var reader = JSONReader(bytes)
    try reader.skipValue()
    try reader.end()
    return try CaseworkRecord(at: 0, of: reader)
  }
}
