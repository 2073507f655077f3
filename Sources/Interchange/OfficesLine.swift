import CaseModel
import Casework
import JSONText

/// The journal's lines between a city and its offices.
///
///     {"change":"office-enrolled","name":"英德市知识产权局","district":"441881","letter":"B","enrolment":"<32 hex>"}
///     {"change":"office-admitted","office":"441881B","writer":{"store":"…","writer":"…","signing":"<base64>","opening":"<base64>"}}
///     {"change":"city-joined","name":"…","city":{writer},"office":{as enrolled}}
///     {"change":"gathered","heads":[{"writer":"…","head":{record},"segment":1,"size":4096,"bundle":3,"file":"<SHA-256>","cover":[{"item":"…","filings":2,"award":"500.00"}]}]}
///     {"change":"city-step","writer":"…","basis":{"filing":{record},"applicant":{record},"rules":"<SHA-256>"},"step":{a step}}
///     {"change":"ruled","conflict":"…","verdict":"keep","parties":[{"writer":"…","id":"…"}],"keep":{party},"note":"…"}
///     {"change":"city-recalled","steps":[…]}
///     {"change":"taken","number":1,"writer":"…","head":{record},"acknowledged":{record},"steps":[…],"file":"<SHA-256>"}
///
///     {"change":"close-accepted","office":"441881","year":2019,"seal":812}
///
/// A record has `epoch`, `sequence` and `link`. `office-retired` has `office` and `note`, `bundled` a `number`, `replied`
/// `office` and `number`, `recovered` `office` and `head`, `close-returned` a `note` beside what `close-accepted` has; `seal` is the number of the office's
/// own save that sealed the year. A step that a reply brought, or that the city took in again, has `by`, `at` and `sequence` as the city's journal has
/// them, and its `epoch` where that is not the first; a reply that gives years back has them under `reopened`, each with
/// `year`, `seal` and `note`. Of a writer `trial` stands where its store is one. Verdicts are `link`, `distinct`, `keep` (with the filing under `keep`),
/// `head` (with the head under `head`), `confirm`, `noted`, `void`, `fork-keep` (with the link's first digits under `tail`),
/// `map` (with a code of the city's under `district`). `holidays-told` and `news-told` are as `OfficesLine+Rules` has them.
enum OfficesLine {
  enum Kind: String, CaseIterable {
    case enrolled = "office-enrolled"
    case admitted = "office-admitted"
    case retired = "office-retired"
    case joined = "city-joined"
    case bundled, gathered, ruled
    case step = "city-step"
    case recalled = "city-recalled"
    case replied, taken, recovered
    case closeAccepted = "close-accepted"
    case closeReturned = "close-returned"
    case holidaysTold = "holidays-told"
    case newsTold = "news-told"
  }

  private enum Verdict: String, CaseIterable {
    case link, distinct, keep, head, confirm, noted, void, map
    case forkKeep = "fork-keep"
  }

  // MARK: - Writing

  static func write(_ change: OfficesChange, into writer: inout JSONWriter) {
    switch change {
    case .enrolled(let office):
      begin(.enrolled, &writer)
      write(office, into: &writer)
    case .admitted(let code, let admitted):
      begin(.admitted, &writer)
      writer.member("office", code)
      write(admitted, "writer", into: &writer)
    case .retired(let code, let note):
      begin(.retired, &writer)
      writer.member("office", code)
      writer.member("note", note)
    case .joined(let link):
      begin(.joined, &writer)
      writer.member("name", link.name)
      write(link.city, "city", into: &writer)
      writer.key("office")
      writer.object { write(link.office, into: &$0) }
    case .bundled(let number):
      begin(.bundled, &writer)
      writer.member("number", number)
    case .gathered(let heads):
      begin(.gathered, &writer)
      writer.objects("heads", heads) { write($1, into: &$0) }
    case .ruled(let ruling): write(ruling, into: &writer)
    case .stepped(let step):
      begin(.step, &writer)
      write(step, into: &writer)
    case .recalled(let steps):
      begin(.recalled, &writer)
      write(steps, into: &writer)
    case .replied(let code, let number):
      begin(.replied, &writer)
      writer.member("office", code)
      writer.member("number", number)
    case .recovered(let code, let head):
      begin(.recovered, &writer)
      writer.member("office", code)
      write(head, "head", into: &writer)
    case .taken(let reply):
      begin(.taken, &writer)
      writer.member("number", reply.number)
      writer.member("writer", reply.writer)
      write(reply.head, "head", into: &writer)
      if let record = reply.acknowledged { write(record, "acknowledged", into: &writer) }
      write(reply.steps, into: &writer)
      if !reply.reopened.isEmpty {
        writer.objects("reopened", reply.reopened) { write($1, into: &$0) }
      }
      writer.member("file", reply.file)
    case .closeAccepted(let code, let close):
      begin(.closeAccepted, &writer)
      writer.member("office", code)
      write(close, into: &writer)
    case .closeReturned(let code, let close):
      begin(.closeReturned, &writer)
      writer.member("office", code)
      write(close, into: &writer)
    case .holidaysTold(let holidays):
      begin(.holidaysTold, &writer)
      write(holidays, into: &writer)
    case .newsTold(let news):
      begin(.newsTold, &writer)
      write(news, into: &writer)
    }
  }

  /// Steps with what the city's journal says of them.
  private static func write(_ steps: [CityStep], into writer: inout JSONWriter) {
    writer.objects("steps", steps) { writer, step in
      write(step, into: &writer)
      writer.member("by", step.by)
      writer.member("at", step.at)
      if let day = step.day { writer.member("day", day.description) }
      writer.member("sequence", step.sequence)
      if step.epoch != 1 { writer.member("epoch", step.epoch) }
    }
  }

  private static func write(_ close: YearClose, into writer: inout JSONWriter) {
    writer.member("year", close.year)
    writer.member("seal", close.seal)
    if !close.note.isEmpty { writer.member("note", close.note) }
  }

  private static func begin(_ kind: Kind, _ writer: inout JSONWriter) {
    writer.member("change", kind.rawValue)
  }

  private static func write(_ office: EnrolledOffice, into writer: inout JSONWriter) {
    writer.member("name", office.name)
    writer.member("district", office.district)
    if let letter = office.letter { writer.member("letter", letter) }
    writer.member("enrolment", office.enrolment)
  }

  private static func write(_ office: OfficeWriter, _ key: String, into writer: inout JSONWriter) {
    writer.object(key) { writer in
      writer.member("store", office.store)
      writer.member("writer", office.writer)
      writer.member("signing", office.signing)
      writer.member("opening", office.opening)
      if office.isTrial { writer.member("trial", true) }
    }
  }

  private static func write(_ record: RecordName, _ key: String, into writer: inout JSONWriter) {
    writer.object(key) { writer in
      writer.member("epoch", record.epoch)
      writer.member("sequence", record.sequence)
      writer.member("link", record.link)
    }
  }

  private static func write(_ head: GatheredHead, into writer: inout JSONWriter) {
    writer.member("writer", head.writer)
    write(head.head, "head", into: &writer)
    writer.member("segment", head.segment)
    writer.member("size", head.size)
    if let bundle = head.bundle { writer.member("bundle", bundle) }
    writer.member("file", head.file)
    writer.objects("cover", head.cover) { writer, line in
      writer.member("item", line.item)
      writer.member("filings", line.filings)
      writer.member("award", line.award.description)
    }
  }

  private static func write(_ step: CityStep, into writer: inout JSONWriter) {
    writer.member("writer", step.filing.writer)
    writer.object("basis") { writer in
      write(step.basis.filing, "filing", into: &writer)
      write(step.basis.applicant, "applicant", into: &writer)
      writer.member("rules", step.basis.rules)
    }
    writer.key("step")
    writer.object { StepLine.write(step.step, of: step.filing.id, into: &$0) }
  }

  private static func write(_ ruling: Ruling, into writer: inout JSONWriter) {
    begin(.ruled, &writer)
    writer.member("conflict", ruling.conflict)
    writer.member("verdict", ruling.verdict.word)
    switch ruling.verdict {
    case .keep(let filing):
      writer.key("keep")
      write(OfficeRecord(writer: filing.writer, id: filing.id), into: &writer)
    case .head(let head):
      writer.key("head")
      write(head, into: &writer)
    case .forkKeep(let tail): writer.member("tail", tail)
    case .map(let code): writer.member("district", code)
    case .link, .distinct, .confirm, .noted, .void: break
    }
    writer.array("parties", of: ruling.parties) { write($1, into: &$0) }
    writer.member("note", ruling.note)
  }

  private static func write(_ party: OfficeRecord, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("writer", party.writer)
      writer.member("id", party.id)
    }
  }

  // MARK: - Reading

  static func change(
    _ kind: Kind, _ record: CaseworkRecord, isForStory: Bool
  ) throws(JSONError) -> OfficesChange {
    switch kind {
    case .enrolled: return .enrolled(try enrolled(record))
    case .admitted:
      return .admitted(office: try record.text("office"), try writer(record.record("writer")))
    case .retired:
      return .retired(office: try record.text("office"), note: try record.optionalText("note"))
    case .joined:
      return .joined(
        CityLink(
          name: try record.text("name"), city: try writer(record.record("city")),
          office: try enrolled(record.record("office"))))
    case .bundled: return .bundled(number: try record.number("number"))
    case .gathered:
      var heads: [GatheredHead] = []
      for head in try record.records("heads") { heads.append(try gathered(head)) }
      return .gathered(heads)
    case .ruled: return .ruled(try ruling(record))
    case .step: return .stepped(try step(record, isForStory: isForStory))
    case .recalled: return .recalled(try steps(record, isForStory: isForStory))
    case .replied:
      return .replied(office: try record.text("office"), number: try record.number("number"))
    case .recovered:
      return .recovered(office: try record.text("office"), try name(record.record("head")))
    case .taken: return .taken(try taken(record, isForStory: isForStory))
    case .closeAccepted:
      return .closeAccepted(office: try record.text("office"), try close(record))
    case .closeReturned:
      return .closeReturned(office: try record.text("office"), try close(record))
    case .holidaysTold: return .holidaysTold(try holidays(record))
    case .newsTold: return .newsTold(try news(record))
    }
  }

  private static func enrolled(_ record: CaseworkRecord) throws(JSONError) -> EnrolledOffice {
    EnrolledOffice(
      name: try record.text("name"), district: try record.text("district"),
      letter: record.has("letter") ? try record.text("letter") : nil, enrolment: try record.text("enrolment"))
  }

  private static func writer(_ record: CaseworkRecord) throws(JSONError) -> OfficeWriter {
    OfficeWriter(
      store: try record.text("store"), writer: try record.text("writer"), signing: try record.text("signing"),
      opening: try record.text("opening"), isTrial: try record.flag("trial"))
  }

  private static func name(_ record: CaseworkRecord) throws(JSONError) -> RecordName {
    RecordName(
      epoch: try record.number("epoch"), sequence: try record.number("sequence"),
      link: try record.text("link"))
  }

  private static func gathered(_ record: CaseworkRecord) throws(JSONError) -> GatheredHead {
    var cover: [CoverLine] = []
    for line in try record.records("cover") {
      cover.append(
        CoverLine(
          item: try line.text("item"), filings: try line.number("filings"), award: try line.money("award")))
    }
    return GatheredHead(
      writer: try record.text("writer"), head: try name(record.record("head")),
      segment: try record.number("segment"), size: try record.number("size"),
      bundle: record.has("bundle") ? try record.number("bundle") : nil, file: try record.text("file"),
      cover: cover)
  }

  private static func step(_ record: CaseworkRecord, isForStory: Bool) throws(JSONError) -> CityStep {
    let basis = try record.record("basis")
    let step = try record.record("step")
    return CityStep(
      filing: OfficeFiling(writer: try record.text("writer"), id: try step.text("id")),
      basis: Basis(
        filing: try name(basis.record("filing")), applicant: try name(basis.record("applicant")),
        rules: try basis.text("rules")),
      step: try StepLine.read(step, isForStory: isForStory))
  }

  private static func ruling(_ record: CaseworkRecord) throws(JSONError) -> Ruling {
    let verdict: Ruling.Verdict
    switch try record.word("verdict", Verdict.self) {
    case .link: verdict = .link
    case .distinct: verdict = .distinct
    case .confirm: verdict = .confirm
    case .noted: verdict = .noted
    case .void: verdict = .void
    case .keep:
      let kept = try party(record.record("keep"))
      verdict = .keep(OfficeFiling(writer: kept.writer, id: kept.id))
    case .head: verdict = .head(try party(record.record("head")))
    case .forkKeep: verdict = .forkKeep(try record.text("tail"))
    case .map: verdict = .map(try record.text("district"))
    }
    var parties: [OfficeRecord] = []
    for one in try record.records("parties") { parties.append(try party(one)) }
    return Ruling(
      conflict: try record.text("conflict"), verdict: verdict, parties: parties,
      note: try record.optionalText("note"))
  }

  private static func close(_ record: CaseworkRecord) throws(JSONError) -> YearClose {
    YearClose(
      year: try record.number("year"), seal: try record.number("seal"), note: try record.optionalText("note"))
  }

  private static func party(_ record: CaseworkRecord) throws(JSONError) -> OfficeRecord {
    OfficeRecord(writer: try record.text("writer"), id: try record.text("id"))
  }

  private static func steps(_ record: CaseworkRecord, isForStory: Bool) throws(JSONError) -> [CityStep] {
    var steps: [CityStep] = []
    for one in try record.records("steps") {
      var step = try step(one, isForStory: isForStory)
      step.by = try one.text("by")
      step.at = try one.text("at")
      step.day = one.has("day") ? try one.day("day") : nil
      step.sequence = try one.number("sequence")
      step.epoch = one.has("epoch") ? try one.number("epoch") : 1
      steps.append(step)
    }
    return steps
  }

  private static func taken(_ record: CaseworkRecord, isForStory: Bool) throws(JSONError) -> TakenReply {
    var reopened: [YearClose] = []
    if record.has("reopened") {
      for one in try record.records("reopened") { reopened.append(try close(one)) }
    }
    return TakenReply(
      number: try record.number("number"), writer: try record.text("writer"),
      head: try name(record.record("head")),
      acknowledged: record.has("acknowledged") ? try name(record.record("acknowledged")) : nil,
      steps: try steps(record, isForStory: isForStory),
      reopened: reopened, file: try record.text("file"))
  }
}
