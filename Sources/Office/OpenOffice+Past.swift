public import CaseModel
public import Casework
import Interchange
public import Journal

/// Up to where the journal is read again.
///
/// `OpenOffice.past` folds the journal up to there; `ReportTable.since` compares two tables.
public enum Past: Sendable {
  /// All that was saved on the day or before it, by the device's clock in China.
  case day(CivilDate)
  /// A journal's end that was written down, as on the sheet of a sealed year.
  case head(JournalHead)
  /// All that stands before a save, by its number.
  case before(Int)
}

extension Past {
  fileprivate func includes(_ transaction: Transaction) -> Bool {
    switch self {
    case .day(let day): Moment.officeDay(of: transaction.at).map { $0 <= day } ?? false
    case .head(let head): transaction.sequence <= head.sequence
    case .before(let sequence): transaction.sequence < sequence
    }
  }
}

/// Why the office can't be shown as it was known then.
public enum PastRefusal: Sendable {
  /// Nothing had been saved yet.
  case beforeTheBeginning
  /// What the journal holds up to there is not what was saved.
  case damage(Finding)
}

extension OpenOffice {
  /// The office as it was known then, and the day that that was: of a city all offices together, each as far as gather
  /// had named its head by then. Source: offices.md, Files.
  ///
  /// A second history of an office that came to light since parts nothing: it was not known then.
  public func past(_ until: Past) throws(OfficeError) -> (state: OfficeState, day: CivilDate) {
    let (own, day) = try ownPast(until)
    guard own.offices.isCity else { return (own, day) }
    let tails = gatherReader(self.own.offices)
    let then = try OthersReader(
      folder: journal.folder, own: own, waiting: [], usesSnapshots: false, tails: tails
    ).read(besides: heldThen(own.offices, tails))
    if let finding = then.damage.first { throw .past(.damage(finding)) }
    guard !then.offices.isEmpty else { return (own, day) }
    let joint = JointOffice(
      city: own, writer: journal.identity.writer, others: Self.parts(then.offices, of: own))
    return (joint.state, day)
  }

  /// Offices as they were gathered then, of which the city has kept another continuation since: what counted then waits
  /// beside the store.
  private func heldThen(_ book: OfficesBook, _ reader: GatherReader) throws(OfficeError) -> [OtherOffice] {
    var found: [OtherOffice] = []
    for office in book.admitted {
      guard let writer = office.writer, let end = office.gathered?.end,
        let kept = OtherJournal(journal.folder, store: writer.store, writer: writer.writer),
        try officeErrors({ try kept.end(at: end.head.sequence) })?.head != end.head
      else { continue }
      for tail in try reader.heldTails(of: writer.writer)
      where tail.records.contains(where: { $0.head == end.head }) {
        guard var other = try reader.office(of: tail, upTo: end.head.sequence) else { continue }
        (other.writer, other.end) = (writer, end)
        found.append(other)
      }
    }
    return found
  }

  /// The office by its own journal alone: that up to there folded anew, and the day that that was.
  ///
  /// The whole chain is checked on the way. With a day, what was saved up to the last line of that day or before
  /// counts, so that one line of a clock that ran ahead hides nothing.
  func ownPast(_ until: Past) throws(OfficeError) -> (state: OfficeState, day: CivilDate) {
    let intake = Intake(Opening(journal.folder, pinyin: PinyinTable()))
    // Saves of which it is not known yet whether one behind them counts.
    var waiting: [Transaction] = []
    var last: String?
    var unreadable: OfficeError?
    let head: JournalHead? = if case .head(let head) = until { head } else { nil }
    let report = try officeErrors {
      try journal.verification(against: head).run { records in
        var counting = 0
        let wrong = zip(records, Self.transactions(records)).map { record, result -> Finding.Reason? in
          do throws(TransactionError) {
            let transaction = try result.get()
            waiting.append(transaction)
            // A line of the program is nobody's save: it moves no day.
            if !transaction.isAnchor, until.includes(transaction) {
              (last, counting) = (transaction.at, waiting.count)
            }
            return nil
          } catch {
            unreadable = unreadable ?? .unreadableLine(sequence: record.position.sequence, error)
            return .init(error)
          }
        }
        intake.take(Array(waiting.prefix(counting)))
        waiting.removeFirst(counting)
        return wrong
      }
    }
    if let unreadable { throw unreadable }
    if let finding = report.findings.first(where: \.isDamage) { throw .past(.damage(finding)) }
    guard let last else { throw .past(.beforeTheBeginning) }
    var state = try intake.whenTaken { opening throws(OfficeError) in try opening.finished() }
    state.given.calendar = self.state.given.calendar
    state.given.tariff = self.state.given.tariff
    switch until {
    case .day(let day): return (state, day)
    case .head, .before: return (state, Moment.officeDay(of: last) ?? .first)
    }
  }
}
