import CaseModel
import SubsidyRules

/// Offices that a city had not heard from since a filing was received, so that others may stand before it there. Source:
/// offices.md, Basis and verdict.
///
/// Which were silent when something was decided is listed among the exceptions
/// (`OfficeException.Kind.passed`).
extension OfficeState {
  /// An office that had been taken in up to a day alone.
  struct Silent {
    var writer: String
    var name: String
    /// Up to which of its records it was known.
    var known: Int
    var day: CivilDate

    var named: String { known > 0 ? "\(name)（\(day)）" : "\(name)（\(day) 接纳，还没有报送）" }
  }

  /// The offices whose last gathered record is of before a filing was received (or that were admitted before, where nothing
  /// ever came), where
  /// others may stand before it under a shared cap or a once-only key; each with the day, by name.
  func silentOffices(before number: Int) -> [String] {
    silent(before: number, at: nil).map(\.named)
  }

  /// The same as the city knew them before a save of its own; nil stands for now.
  private func silent(before number: Int, at save: Int?) -> [Silent] {
    guard !joint.origins.isEmpty else { return [] }
    let file = files[number]
    guard let claim = policy.claim(file.filing, of: file.facts),
      !claim.shares.isEmpty || isHeldByAnybody(claim, of: file.filing)
    else { return [] }
    let own = origin(of: file.filing.id)?.filing.writer
    return offices.admitted.compactMap { office in
      guard let writer = office.writer?.writer, writer != own, !office.isRetired(before: save),
        let last = office.gatherings.last(where: { gathering in save.map { gathering.save < $0 } ?? true }),
        let day = Moment.officeDay(of: last.at), day < file.filing.received
      else { return nil }
      return Silent(writer: writer, name: office.name, known: last.sequence, day: day)
    }.sorted { ($0.name, $0.day) < ($1.name, $1.day) }
  }

  /// Whether the once-only key of a claim may be anybody's, whoever claims it.
  private func isHeldByAnybody(_ claim: Claim, of filing: Filing) -> Bool {
    claim.key != nil && policy.item(filing.item)?.once.all.contains { !$0.contains(.applicant) } == true
  }

  // MARK: - What came of it

  /// A decision that a city took without having heard from all offices since the filing came.
  struct Passed {
    var entry: HistoryEntry
    var step: Step
    /// The offices, with their days.
    var offices: [String]
    /// Their filings, known since, that came before it and got nothing.
    var overtaken: [String]
  }

  /// The city's decisions on a filing that hold, and that it took past offices which it had not heard from.
  func passedOffices(by number: Int) -> [Passed] {
    guard !joint.origins.isEmpty else { return [] }
    let file = files[number]
    let origin = origin(of: file.filing.id)
    return file.steps.compactMap { held in
      // What an office approved itself before it joined is no decision of the city's.
      guard held.step.step == .commit || held.step.step == .approve,
        origin?.isOfCity(entry: held.entry) ?? true
      else { return nil }
      let entry = file.history[held.entry]
      let silent = silent(before: number, at: entry.sequence)
      guard !silent.isEmpty else { return nil }
      let overtaken = silent.flatMap { office in
        joint.origins.numbers(of: office.writer).filter {
          isOvertaken($0, by: number, file, behind: office.known)
        }
      }
      return Passed(
        entry: entry, step: held.step.step, offices: silent.map(\.named),
        overtaken: overtaken.map { files.id(of: $0) })
    }
  }

  /// Whether a filing that its office had received behind a record comes before another that has what it asks for.
  private func isOvertaken(_ other: Int, by number: Int, _ file: FiledFiling, behind known: Int) -> Bool {
    guard files.rows[other].receivedDay <= files.rows[number].receivedDay else { return false }
    let earlier = files[other]
    guard policy.placeByReceipt(of: earlier.filing) < policy.placeByReceipt(of: file.filing),
      (earlier.history.first?.sequence ?? 0) > known, (earlier.filing.decided ?? .zero) == .zero,
      earlier.standing != .withdrawn, earlier.standing != .lapsed,
      let asks = policy.claim(earlier.filing, of: earlier.facts),
      let claim = policy.claim(file.filing, of: file.facts)
    else { return false }
    let groups = Set(claim.shares.map(\.group))
    return asks.key.map { $0 == claim.key } == true || asks.shares.contains { groups.contains($0.group) }
  }
}
