import CaseModel
import Casework
import JSONText

/// The journal's lines between a city and its offices.
///
///     {"change":"office-enrolled","name":"英德市知识产权局","district":"441881","letter":"B","enrolment":"<32 hex>"}
///     {"change":"office-admitted","office":"441881B","writer":{"store":"…","writer":"…","signing":"<base64>","opening":"<base64>"}}
///     {"change":"city-joined","name":"…","city":{writer},"office":{as enrolled}}
///     {"change":"gathered","heads":[{"writer":"…","head":{record},"segment":1,"size":4096,"bundle":3,"file":"<SHA-256>","cover":[{"item":"…","filings":2,"award":"500.00"}]}]}
///     {"change":"parted","partings":[{"writer":"…","after":{record},"known":"<12 hex>","other":"<12 hex>","bundle":3,"file":"<SHA-256>"}]}
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
    case bundled, gathered, parted, ruled
    case step = "city-step"
    case recalled = "city-recalled"
    case replied, taken, recovered
    case closeAccepted = "close-accepted"
    case closeReturned = "close-returned"
    case holidaysTold = "holidays-told"
    case newsTold = "news-told"
  }

  private enum Verdict: String, CaseIterable, JSONValue {
    case link, distinct, keep, head, confirm, noted, void, map
    case forkKeep = "fork-keep"
  }

  // MARK: - Writing

  static func write(_ change: OfficesChange, into writer: inout JSONWriter) {
    switch change {
    case .enrolled(let office): writer.change(.enrolled, office)
    case .admitted(let code, let admitted): writer.change(.admitted, ["office": code, "writer": admitted])
    case .retired(let code, let note): writer.change(.retired, ["office": code, "note": note])
    case .joined(let link): writer.change(.joined, link)
    case .bundled(let number): writer.change(.bundled, ["number": number])
    case .gathered(let heads): writer.change(.gathered, ["heads": heads])
    case .parted(let partings): writer.change(.parted, ["partings": partings])
    case .ruled(let ruling): write(ruling, into: &writer)
    case .stepped(let step):
      writer.change(Kind.step, [:])
      write(step, into: &writer)
    case .recalled(let steps):
      writer.change(.recalled, [:])
      write(steps, into: &writer)
    case .replied(let code, let number): writer.change(.replied, ["office": code, "number": number])
    case .recovered(let code, let head): writer.change(.recovered, ["office": code, "head": head])
    case .taken(let reply):
      writer.change(
        .taken,
        [
          "number": reply.number, "writer": reply.writer, "head": reply.head,
          "acknowledged": reply.acknowledged,
        ])
      write(reply.steps, into: &writer)
      writer.members(["reopened": reply.reopened.ifAny, "file": reply.file])
    case .closeAccepted(let code, let close):
      writer.change(.closeAccepted, ["office": code])
      YearClose.shape.write(close, &writer)
    case .closeReturned(let code, let close):
      writer.change(.closeReturned, ["office": code])
      YearClose.shape.write(close, &writer)
    case .holidaysTold(let holidays): writer.change(.holidaysTold, ["holidays": holidays])
    case .newsTold(let news): writer.change(.newsTold, ["news": news.map(ToldNews.init)])
    }
  }

  /// Steps with what the city's journal says of them.
  private static func write(_ steps: [CityStep], into writer: inout JSONWriter) {
    writer.objects("steps", steps) { writer, step in
      write(step, into: &writer)
      writer.members([
        "by": step.by, "at": step.at, "day": step.day, "sequence": step.sequence,
        "epoch": step.epoch == 1 ? nil : step.epoch,
      ])
    }
  }

  private static func write(_ step: CityStep, into writer: inout JSONWriter) {
    writer.members(["writer": step.filing.writer, "basis": step.basis])
    writer.object("step") { StepLine.write(step.step, of: step.filing.id, into: &$0) }
  }

  private static func write(_ ruling: Ruling, into writer: inout JSONWriter) {
    writer.change(.ruled, ["conflict": ruling.conflict, "verdict": ruling.verdict.word])
    switch ruling.verdict {
    case .keep(let filing): writer.member("keep", OfficeRecord(writer: filing.writer, id: filing.id))
    case .head(let head): writer.member("head", head)
    case .forkKeep(let tail): writer.member("tail", tail)
    case .map(let code): writer.member("district", code)
    case .link, .distinct, .confirm, .noted, .void: break
    }
    writer.members(["parties": ruling.parties, "note": ruling.note])
  }

  // MARK: - Reading

  static func change(
    _ kind: Kind, _ record: JSONMembers, isForStory: Bool
  ) throws(JSONError) -> OfficesChange {
    switch kind {
    case .enrolled: return .enrolled(try record.whole())
    case .admitted: return .admitted(office: try record.value("office"), try record.value("writer"))
    case .retired: return .retired(office: try record.value("office"), note: try record.value("note", or: ""))
    case .joined: return .joined(try record.whole())
    case .bundled: return .bundled(number: try record.value("number"))
    case .gathered: return .gathered(try record.value("heads"))
    case .parted: return .parted(try record.value("partings"))
    case .ruled: return .ruled(try ruling(record))
    case .step: return .stepped(try step(record, isForStory: isForStory))
    case .recalled: return .recalled(try steps(record, isForStory: isForStory))
    case .replied: return .replied(office: try record.value("office"), number: try record.value("number"))
    case .recovered: return .recovered(office: try record.value("office"), try record.value("head"))
    case .taken:
      return .taken(
        TakenReply(
          number: try record.value("number"), writer: try record.value("writer"),
          head: try record.value("head"), acknowledged: try record.optional("acknowledged"),
          steps: try steps(record, isForStory: isForStory), reopened: try record.value("reopened", or: []),
          file: try record.value("file")))
    case .closeAccepted:
      return .closeAccepted(office: try record.value("office"), try record.whole())
    case .closeReturned:
      return .closeReturned(office: try record.value("office"), try record.whole())
    case .holidaysTold: return .holidaysTold(try record.value("holidays"))
    case .newsTold: return .newsTold((try record.value("news") as [ToldNews]).map(\.asTold))
    }
  }

  private static func ruling(_ record: JSONMembers) throws(JSONError) -> Ruling {
    let verdict: Ruling.Verdict
    switch try record.value("verdict") as Verdict {
    case .link: verdict = .link
    case .distinct: verdict = .distinct
    case .confirm: verdict = .confirm
    case .noted: verdict = .noted
    case .void: verdict = .void
    case .keep:
      let kept: OfficeRecord = try record.value("keep")
      verdict = .keep(OfficeFiling(writer: kept.writer, id: kept.id))
    case .head: verdict = .head(try record.value("head"))
    case .forkKeep: verdict = .forkKeep(try record.value("tail"))
    case .map: verdict = .map(try record.value("district"))
    }
    return Ruling(
      conflict: try record.value("conflict"), verdict: verdict, parties: try record.value("parties"),
      note: try record.value("note", or: ""))
  }

  private static func step(_ record: JSONMembers, isForStory: Bool) throws(JSONError) -> CityStep {
    let step = try record.record("step")
    return CityStep(
      filing: OfficeFiling(writer: try record.value("writer"), id: try step.value("id")),
      basis: try record.value("basis"), step: try StepLine.read(step, isForStory: isForStory))
  }

  private static func steps(_ record: JSONMembers, isForStory: Bool) throws(JSONError) -> [CityStep] {
    try record.list("steps") { (one) throws(JSONError) in
      var step = try step(one, isForStory: isForStory)
      (step.by, step.at, step.day) = (try one.value("by"), try one.value("at"), try one.optional("day"))
      (step.sequence, step.epoch) = (try one.value("sequence"), try one.value("epoch", or: 1))
      return step
    }
  }
}

extension JSONWriter {
  fileprivate mutating func change(
    _ kind: OfficesLine.Kind, _ members: KeyValuePairs<String, (any JSONWritable)?>
  ) {
    member("change", kind.rawValue)
    self.members(members)
  }

  fileprivate mutating func change<Whole: JSONShaped>(_ kind: OfficesLine.Kind, _ whole: Whole) {
    member("change", kind.rawValue)
    Whole.shape.write(whole, &self)
  }
}
