import CaseModel
import Casework
import JSONText

/// The kinds of change in the journal's lines, each with its members, written and read.
///
///     {"change":"step","id":"F1","step":"approve","day":"2019-04-01","note":"…","approval":{"amount":"500.00"}}
///
/// A step has `id` (the filing), `step`, `day`, and, where there are any, `note`, `grounds` (codes), `paper`,
/// `alone`, `due` (until when what it begins runs); and one of `figures` (inputs by name), `notice` (`due`, `points`, `late`), `approval` (`amount`,
/// `overtakes`, each of `doubts` and the `decision` as their own files say), `payment` (`amount`, `name`, `bank`, `account`, `setOff`),
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
/// Of rules: `founded` has `office`, `district`, `policy` and `trial`, `operator-added` `name`, `role` and `login`,
/// `reading-chosen` `reading`, `option` and `note`, `policy-adopted` and `policy-joined` `id`, `hash` and `note`,
/// `policy-withdrawn` `id` and `note`. What changes an applicant or a filing has it under `applicant` and `filing`, with
/// `facts` where it is received.
///
/// `year-sealed` has `year`, the journal's `head` before this line, `note` and `sums`: for each `item` its `filings`
/// (a number) and the money `requested`, `committed`, `paid`, `returned`. `year-unsealed` has `year` and `note`.
enum ChangeLine {
  enum Kind: String, CaseIterable {
    case founded
    case operatorAdded = "operator-added"
    case applicantEntered = "applicant-entered"
    case applicantChanged = "applicant-changed"
    case filingReceived = "filing-received"
    case filingChanged = "filing-changed"
    case filingTakenOver = "filing-taken-over"
    case readingChosen = "reading-chosen"
    case policyAdopted = "policy-adopted"
    case policyJoined = "policy-joined"
    case policyWithdrawn = "policy-withdrawn"
    case snapshotAnchored = "snapshot-anchored"
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

  /// Writes a change's members.
  static func write(_ change: Change, into writer: inout JSONWriter) {
    switch change {
    case .founded(let office): writer.change(.founded, office)
    case .operatorAdded(let added):
      writer.change(
        .operatorAdded,
        ["name": added.name, "role": added.role, "login": added.login, "code": added.code?.key])
    case .operatorRetired(let name, let note): writer.change(.operatorRetired, ["name": name, "note": note])
    case .pinSet(let key): writer.change(.pinSet, key)
    case .pinCleared(let name, let note, let code):
      writer.change(.pinCleared, ["name": name, "note": note, "code": code])
    case .codeMissed(let name): writer.change(.codeMissed, ["name": name])
    case .pinsMissed(let count): writer.change(.pinsMissed, ["count": count])
    case .aloneAllowed(let isAllowed, let note): writer.change(.alone, ["allowed": isAllowed, "note": note])
    case .applicantEntered(let applicant): writer.change(.applicantEntered, ["applicant": applicant])
    case .applicantChanged(let applicant, let since):
      writer.change(.applicantChanged, ["applicant": applicant, "from": since])
    case .filingReceived(let filing, let facts): writer.change(.filingReceived, filing, facts)
    case .filingTakenOver(let filing, let facts): writer.change(.filingTakenOver, filing, facts)
    case .filingChanged(let filing): writer.change(.filingChanged, filing, nil)
    case .readingChosen(let reading, let option, let note):
      writer.change(.readingChosen, ["reading": reading, "option": option, "note": note])
    case .policyAdopted(let id, let hash, let note):
      writer.change(.policyAdopted, ["id": id, "hash": hash, "note": note])
    case .policyJoined(let id, let hash, let note):
      writer.change(.policyJoined, ["id": id, "hash": hash, "note": note])
    case .policyWithdrawn(let id, let note): writer.change(.policyWithdrawn, ["id": id, "note": note])
    case .snapshotAnchored(let head, let sum):
      writer.change(.snapshotAnchored, ["head": head, "sha256": sum])
    case .stepped(let id, let step): StepLine.write(step, of: id, into: &writer)
    case .papersTicked(let id, let ticks): writer.change(.papers, ["id": id, "papers": ticks])
    case .factsChanged(let id, let facts): writer.change(.factsChanged, ["id": id, "facts": facts])
    case .newsEntered(let news): writer.change(.news, news)
    case .recordEntered(let entry): writer.change(.record, entry)
    case .recordChanged(let entry): writer.change(.recordChanged, entry)
    case .recordStruck(let id, let note): writer.change(.recordStruck, ["id": id, "note": note])
    case .periodSet(let period): writer.change(.periodSet, period)
    case .personsTold(let word): writer.change(.personsTold, word)
    case .yearSealed(let seal): writer.change(.yearSealed, seal)
    case .yearUnsealed(let year, let note): writer.change(.yearUnsealed, ["year": year, "note": note])
    case .offices(let change): OfficesLine.write(change, into: &writer)
    }
  }

  /// Reads a change whose records were read where the case file's are.
  static func change(_ kind: Kind, _ records: ChangeRecords, isForStory: Bool) throws -> Change {
    let record = records.others
    switch kind {
    case .founded: return .founded(try record.whole())
    case .operatorAdded:
      return .operatorAdded(
        Operator(
          name: try record.value("name"), role: try role(record), login: try record.optional("login"),
          code: try record.optional("code")))
    case .operatorRetired:
      return .operatorRetired(name: try record.value("name"), note: try record.value("note", or: ""))
    case .pinSet: return .pinSet(try record.whole())
    case .pinCleared:
      return .pinCleared(
        name: try record.value("name"), note: try record.value("note", or: ""),
        code: try record.optional("code"))
    case .pinsMissed: return .pinsMissed(try record.value("count"))
    case .codeMissed: return .codeMissed(name: try record.value("name"))
    case .alone: return .aloneAllowed(try record.flag("allowed"), note: try record.value("note", or: ""))
    case .applicantEntered: return .applicantEntered(try records.applicant())
    case .applicantChanged:
      return .applicantChanged(try records.applicant(), parent: try record.optional("from"))
    case .filingReceived: return .filingReceived(try records.filing(), try records.facts())
    case .filingTakenOver: return .filingTakenOver(try records.filing(), try records.facts())
    case .filingChanged: return .filingChanged(try records.filing())
    case .readingChosen:
      return .readingChosen(
        reading: try record.value("reading"), option: try record.value("option"),
        note: try record.value("note"))
    case .policyAdopted:
      return .policyAdopted(
        id: try record.value("id"), hash: try record.value("hash"), note: try record.value("note"))
    case .policyJoined:
      return .policyJoined(
        id: try record.value("id"), hash: try record.value("hash"), note: try record.value("note"))
    case .policyWithdrawn: return .policyWithdrawn(id: try record.value("id"), note: try record.value("note"))
    case .snapshotAnchored:
      return .snapshotAnchored(head: try record.value("head"), sum: try record.value("sha256"))
    case .step:
      return .stepped(filing: try record.value("id"), try StepLine.read(record, isForStory: isForStory))
    case .papers: return .papersTicked(filing: try record.value("id"), try record.value("papers"))
    case .factsChanged: return .factsChanged(filing: try record.value("id"), try records.facts())
    case .news: return .newsEntered(try record.whole())
    case .record: return .recordEntered(try record.whole())
    case .recordChanged: return .recordChanged(try record.whole())
    case .recordStruck: return .recordStruck(id: try record.value("id"), note: try record.value("note"))
    case .periodSet: return .periodSet(try record.whole())
    case .personsTold: return .personsTold(try record.whole())
    case .yearSealed: return .yearSealed(try record.whole())
    case .yearUnsealed:
      return .yearUnsealed(year: try record.value("year"), note: try record.value("note"))
    }
  }

  private static func role(_ record: JSONMembers) throws -> Operator.Role {
    let word: String = try record.value("role")
    guard let role = Operator.Role(rawValue: word) else {
      let nearest = nearestWord(to: word, among: Operator.Role.allCases.map(\.rawValue))
      throw TransactionError(.unknownRole(word, nearest: nearest), location: try record.location(of: "role"))
    }
    return role
  }
}

extension JSONWriter {
  mutating func change(_ kind: ChangeLine.Kind, _ members: KeyValuePairs<String, (any JSONWritable)?>) {
    member("change", kind.rawValue)
    self.members(members)
  }

  fileprivate mutating func change<Whole: JSONShaped>(_ kind: ChangeLine.Kind, _ whole: Whole) {
    member("change", kind.rawValue)
    Whole.shape.write(whole, &self)
  }

  fileprivate mutating func change(_ kind: ChangeLine.Kind, _ filing: Filing, _ facts: FactsAtReceipt?) {
    member("change", kind.rawValue)
    member("filing", filing)
    member("facts", facts)
  }
}
