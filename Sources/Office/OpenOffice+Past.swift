public import CaseModel
public import Casework
public import Journal

/// Up to where the journal is read again.
public enum Past: Sendable {
  /// All that was saved on the day or before it, by the device's clock in China.
  case day(CivilDate)
  /// A journal's end that was written down, as on the sheet of a sealed year.
  case head(JournalHead)
}

/// Why the office can't be shown as it was known then.
public enum PastRefusal: Sendable {
  /// Nothing had been saved yet.
  case beforeTheBeginning
  /// What the journal holds up to there is not what was saved.
  case damage(Finding)
}

extension OpenOffice {
  /// The office as it was known then: the journal up to there folded anew, and the day that that was.
  ///
  /// The whole chain is checked on the way. With a day, what was saved up to the last line of that day or before
  /// counts, so that one line of a clock that ran ahead hides nothing.
  public func past(_ until: Past) throws(OfficeError) -> (state: OfficeState, day: CivilDate) {
    var known: [Transaction] = []
    var count = 0
    var unreadable: OfficeError?
    let head: JournalHead? = if case .head(let head) = until { head } else { nil }
    let report: VerifyReport
    do throws(JournalError) {
      report = try journal.verification(against: head).run { record in
        do throws(OfficeError) {
          known.append(try Self.transaction(record))
        } catch {
          unreadable = unreadable ?? error
          return false
        }
        let position = record.position
        let isThen =
          switch until {
          case .day(let day): known.last.flatMap { Moment.officeDay(of: $0.at) }.map { $0 <= day } ?? false
          case .head(let head): position.sequence <= head.sequence
          }
        if isThen { count = known.count }
        return true
      }
    } catch {
      throw .journal(error)
    }
    if let unreadable { throw unreadable }
    if let finding = report.findings.first(where: \.isDamage) { throw .past(.damage(finding)) }
    guard count > 0 else { throw .past(.beforeTheBeginning) }
    var opening = Opening(journal.folder, pinyin: PinyinTable())
    for transaction in known.prefix(count) { try opening.take(transaction) }
    var state = try opening.finished()
    state.calendar = self.state.calendar
    switch until {
    case .day(let day): return (state, day)
    case .head: return (state, Moment.officeDay(of: known[count - 1].at) ?? .first)
    }
  }
}
