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
    written { writer in
      OfficesLine.write(.joined(enrolment.link), into: &writer)
      writer.members([
        "readings": enrolment.readings, "policies": enrolment.policies, "holidays": enrolment.holidays,
      ])
    }
  }

  public static func enrolment(_ bytes: [UInt8]) throws(JSONError) -> Enrolment {
    let record = try JSONMembers(bytes)
    var enrolment = Enrolment(
      link: try record.whole(), readings: try record.value("readings"),
      policies: try record.value("policies", or: []))
    enrolment.holidays = try record.value("holidays", or: WorkCalendar())
    return enrolment
  }

  public static func write(_ answer: Answer) -> [UInt8] {
    written { OfficesLine.write(.admitted(office: answer.enrolment, answer.writer), into: &$0) }
  }

  public static func answer(_ bytes: [UInt8]) throws(JSONError) -> Answer {
    let record = try JSONMembers(bytes)
    return Answer(enrolment: try record.value("office"), writer: try record.value("writer"))
  }

  /// How far a bundle reaches, with its cover: everything that its head and its cover say.
  public static func write(_ head: GatheredHead) -> [UInt8] {
    written { OfficesLine.write(.gathered([head]), into: &$0) }
  }

  public static func head(_ bytes: [UInt8]) throws(JSONError) -> GatheredHead {
    let record = try JSONMembers(bytes)
    let heads: [GatheredHead] = try record.value("heads")
    guard let head = heads.first, heads.count == 1 else { throw try record.expected("gathered", "heads") }
    return head
  }

  public static func write(_ reply: TakenReply) -> [UInt8] {
    written { OfficesLine.write(.taken(reply), into: &$0) }
  }

  public static func reply(_ bytes: [UInt8]) throws(JSONError) -> TakenReply {
    let record = try JSONMembers(bytes)
    guard case .taken(let reply) = try OfficesLine.change(.taken, record, isForStory: false) else {
      throw try record.expected("taken", "change")
    }
    return reply
  }

  public static func write(_ rules: CityRules) -> [UInt8] {
    written { CityRules.shape.write(rules, &$0) }
  }

  public static func rules(_ bytes: [UInt8]) throws(JSONError) -> CityRules {
    try CityRules(json: bytes)
  }

  private static func written(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    return writer.bytes
  }
}

/// Replies of before have neither words nor holidays nor news.
extension CityRules: JSONShaped {
  public static let shape = JSONShape<CityRules>(
    { policies, readings, note, words, holidays, news in
      var rules = CityRules(policies: policies, readings: readings, note: note)
      (rules.words, rules.holidays, rules.news) = (words, holidays, news.map(\.asTold))
      return rules
    }, .assumed("policies", [], \.policies), .needed("readings", \.readings), .needed("note", \.note),
    .assumed("words", [], \.words), .assumed("holidays", WorkCalendar(), \.holidays),
    .assumed("news", [], \.toldNews))

  private var toldNews: [ToldNews] { news.map(ToldNews.init) }
}
