import CaseModel
import Casework
import JSONText

/// The journal's lines of casework: steps, papers, operators, bad news.
///
///     {"change":"step","id":"F1","step":"approve","day":"2019-04-01","note":"…","approval":{"amount":"500.00"}}
///
/// A step has `id` (the filing), `step`, `day`, and, where there are any, `note`, `grounds` (codes), `paper`,
/// `alone`, `due` (until when what it begins runs); and one of `figures` (inputs by name), `notice` (`due`, `points`, `late`), `approval` (`amount`,
/// `overtakes`, `doubts` as `DoubtLine` has them, `decision` as `KeptDecisionLine` has it), `payment` (`amount`, `name`, `bank`, `account`, `setOff`),
/// `batched` (`batch`, and the members of a payment), `returned` (`amount`, `due`), `recovery`
/// (`amount`, `setOffAgainst`), `whole` (money), `undone` (a step), `service` (`of`, `number`, `way`). A point has `input` or `paper` with `fault`, or
/// `remark`.
///
/// `papers` has `id` and `papers`, each with `paper`, `copies`, `original`, `pages`, `verdict`, `why`;
/// `facts-changed` has `id` and `facts`. Of operators: `operator-retired`, `pin-cleared` (`name`, `note`), `pin-set`
/// (scrypt: `salt`, `key` in hexadecimal, `n`, `r`, `p`), `pins-missed` (`count`: wrong PINs since the last sign-in),
/// `code-missed` (`name`: a wrong one-time code) and `alone` (`allowed`, `note`). `pin-cleared` and `operator-added` may
/// have a `code`, the one-time code's key like a PIN's. `news` has `id`, `kind`,
/// `number`, `day`, `paper`, `note`, `applicants`.
///
/// Of the work register: `record` and `record-changed` have `id`, `kind`, `district` and `values` (by field),
/// `record-struck` has `id` and `note`.
///
/// `persons-told` has `verdict` (`link`, `distinct`, `withdraw`), `applicants` and `note`.
///
/// `period-set` has `kind`, `count`, `unit`, `from` and `note`.
///
/// `year-sealed` has `year`, the journal's `head` before this line, `note` and `sums`: for each `item` its `filings`
/// (a number) and the money `requested`, `committed`, `paid`, `returned`. `year-unsealed` has `year` and `note`.
enum CaseworkLine {
  enum Kind: String, CaseIterable {
    case step, papers, alone, news, record
    case recordChanged = "record-changed"
    case recordStruck = "record-struck"
    case periodSet = "period-set"
    case personsTold = "persons-told"
    case yearSealed = "year-sealed"
    case yearUnsealed = "year-unsealed"
    case factsChanged = "facts-changed"
    case operatorRetired = "operator-retired"
    case pinSet = "pin-set"
    case pinCleared = "pin-cleared"
    case pinsMissed = "pins-missed"
    case codeMissed = "code-missed"
  }

  /// Writes the members of a change that is one of casework.
  static func write(_ change: Change, into writer: inout JSONWriter) {
    switch change {
    case .stepped(let id, let step): StepLine.write(step, of: id, into: &writer)
    case .papersTicked(let id, let ticks): write(ticks, of: id, into: &writer)
    case .factsChanged(let id, let facts):
      begin(.factsChanged, &writer)
      writer.member("id", id)
      writer.key("facts")
      TransactionLine.write(facts, into: &writer)
    case .operatorRetired(let name, let note):
      begin(.operatorRetired, &writer)
      writer.member("name", name)
      writer.member("note", note)
    case .pinSet(let key):
      begin(.pinSet, &writer)
      write(key, into: &writer)
    case .pinCleared(let name, let note, let code):
      begin(.pinCleared, &writer)
      writer.member("name", name)
      writer.member("note", note)
      write(code: code, into: &writer)
    case .codeMissed(let name):
      begin(.codeMissed, &writer)
      writer.member("name", name)
    case .pinsMissed(let count):
      begin(.pinsMissed, &writer)
      writer.member("count", count)
    case .aloneAllowed(let isAllowed, let note):
      begin(.alone, &writer)
      writer.member("allowed", isAllowed)
      writer.member("note", note)
    case .newsEntered(let news): write(news, into: &writer)
    case .recordEntered(let entry):
      begin(.record, &writer)
      RegisterLine.write(entry, into: &writer)
    case .recordChanged(let entry):
      begin(.recordChanged, &writer)
      RegisterLine.write(entry, into: &writer)
    case .recordStruck(let id, let note):
      begin(.recordStruck, &writer)
      writer.member("id", id)
      writer.member("note", note)
    case .periodSet(let period):
      begin(.periodSet, &writer)
      writer.member("kind", period.kind.rawValue)
      writer.member("count", period.count)
      writer.member("unit", period.unit.rawValue)
      writer.member("from", period.from.description)
      writer.member("note", period.note)
    case .personsTold(let word):
      begin(.personsTold, &writer)
      writer.member("verdict", word.verdict.rawValue)
      writer.texts("applicants", word.applicants)
      writer.member("note", word.note)
    case .yearSealed(let seal): SealLine.write(seal, into: &writer)
    case .yearUnsealed(let year, let note):
      begin(.yearUnsealed, &writer)
      writer.member("year", year)
      writer.member("note", note)
    default: break
    }
  }

  private static func write(_ key: PINKey, into writer: inout JSONWriter) {
    writer.member("salt", Hexadecimal.text(key.salt))
    writer.member("key", Hexadecimal.text(key.key))
    writer.member("n", key.rounds)
    writer.member("r", key.blockSize)
    writer.member("p", key.parallelism)
  }

  /// The key of a one-time code, where there is one.
  static func write(code key: PINKey?, into writer: inout JSONWriter) {
    guard let key else { return }
    writer.key("code")
    writer.object { write(key, into: &$0) }
  }

  private static func key(_ record: CaseworkRecord) throws(JSONError) -> PINKey {
    PINKey(
      salt: try record.bytes("salt"), key: try record.bytes("key"), rounds: try record.number("n"),
      blockSize: try record.number("r"), parallelism: try record.number("p"))
  }

  /// The key of a one-time code; nil where there is none.
  static func code(_ record: CaseworkRecord) throws(JSONError) -> PINKey? {
    record.has("code") ? try key(record.record("code")) : nil
  }

  static func begin(_ kind: Kind, _ writer: inout JSONWriter) { writer.member("change", kind.rawValue) }

  private static func write(_ ticks: [PaperTick], of id: String, into writer: inout JSONWriter) {
    begin(.papers, &writer)
    writer.member("id", id)
    writer.objects("papers", ticks) { writer, tick in
      writer.member("paper", tick.paper)
      writer.member("copies", tick.copies)
      writer.member("original", tick.hasOriginal)
      writer.member("pages", tick.pages)
      switch tick.verdict {
      case .inOrder: writer.member("verdict", "in-order")
      case .missing: writer.member("verdict", "missing")
      case .failing(let why):
        writer.member("verdict", "failing")
        writer.member("why", why)
      }
    }
  }

  private static func write(_ news: News, into writer: inout JSONWriter) {
    begin(.news, &writer)
    writer.member("id", news.id)
    writer.member("kind", news.kind.rawValue)
    writer.member("number", news.number)
    writer.member("day", news.day.description)
    writer.member("paper", news.paper)
    writer.member("note", news.note)
    writer.texts("applicants", news.applicants)
  }

  // MARK: - Reading

  /// Reads a change of casework; nil where facts are needed and there are none, which are read where applicants' are.
  static func change(
    _ kind: Kind, _ record: CaseworkRecord, facts: FactsAtReceipt?, isForStory: Bool
  ) throws(JSONError) -> Change? {
    switch kind {
    case .step:
      return .stepped(filing: try record.text("id"), try StepLine.read(record, isForStory: isForStory))
    case .papers:
      var ticks: [PaperTick] = []
      for tick in try record.records("papers") { ticks.append(try self.tick(tick)) }
      return .papersTicked(filing: try record.text("id"), ticks)
    case .factsChanged:
      guard let facts else { return nil }
      return .factsChanged(filing: try record.text("id"), facts)
    case .operatorRetired:
      return .operatorRetired(name: try record.text("name"), note: try record.optionalText("note"))
    case .pinSet:
      return .pinSet(try key(record))
    case .pinCleared:
      return .pinCleared(
        name: try record.text("name"), note: try record.optionalText("note"), code: try code(record))
    case .pinsMissed: return .pinsMissed(try record.number("count"))
    case .codeMissed: return .codeMissed(name: try record.text("name"))
    case .alone: return .aloneAllowed(try record.flag("allowed"), note: try record.optionalText("note"))
    case .record: return .recordEntered(try RegisterLine.read(record))
    case .recordChanged: return .recordChanged(try RegisterLine.read(record))
    case .recordStruck: return .recordStruck(id: try record.text("id"), note: try record.text("note"))
    case .periodSet:
      return .periodSet(
        OfficePeriod(
          kind: try record.word("kind", OfficePeriod.Kind.self), count: try record.number("count"),
          unit: try record.word("unit", OfficePeriod.Unit.self), from: try record.day("from"),
          note: try record.optionalText("note")))
    case .personsTold:
      return .personsTold(
        PersonWord(
          try record.word("verdict", PersonWord.Verdict.self), try record.texts("applicants"),
          note: try record.text("note")))
    case .yearSealed: return .yearSealed(try SealLine.read(record))
    case .yearUnsealed:
      return .yearUnsealed(year: try record.number("year"), note: try record.text("note"))
    case .news:
      return .newsEntered(
        News(
          id: try record.text("id"), kind: try record.word("kind", News.Kind.self),
          number: try record.text("number"), day: try record.day("day"), paper: try record.text("paper"),
          note: try record.optionalText("note"), applicants: try record.texts("applicants")))
    }
  }

  private static func tick(_ record: CaseworkRecord) throws(JSONError) -> PaperTick {
    let verdict: PaperTick.Verdict
    switch try record.text("verdict") {
    case "in-order": verdict = .inOrder
    case "missing": verdict = .missing
    case "failing": verdict = .failing(try record.optionalText("why"))
    default: throw try record.expected("in-order | missing | failing", "verdict")
    }
    return PaperTick(
      paper: try record.text("paper"), copies: try record.number("copies"),
      hasOriginal: try record.flag("original"), pages: try record.number("pages"), verdict: verdict)
  }
}
