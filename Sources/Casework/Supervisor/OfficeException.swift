public import CaseModel
public import SubsidyRules

/// Something that is allowed and that whoever supervises the office should look at (例外).
public struct OfficeException: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Added before the store's first filing: nobody stands for the name.
    case withoutSponsor
    /// Approved, confirmed or paid by a name that had been given in the seven days before.
    case newName(Operator.Sponsor)
    /// Approved, confirmed or paid by somebody alone in the office.
    case alone
    /// Done under a day that somebody had set back.
    case daySet(CivilDate)
    /// Decided by a city although offices had not been heard from since the filing came, with their days; and whom they had
    /// received before, as is known since.
    case passed(offices: [String], overtaken: [String])
    /// The device's clock had run back or ahead.
    case clock(ClockJump)
    /// What is decided comes to more than a limit: by an old ledger, or by families that became one.
    case overrun(CapRow)
  }

  public var kind: Kind
  public var by: String
  /// By the device's clock, in UTC; empty where it is no single moment.
  public var at: String
  /// The filing and the step, where it is about one.
  public var filing: String?
  public var step: Step?
}

extension OfficeState {
  /// What supervision should look at: of names and the clock everything, of filings and limits those of a year.
  public func exceptions(of year: Int) -> [OfficeException] {
    var found = house.operators.filter(\.sponsors.isEmpty).map {
      OfficeException(kind: .withoutSponsor, by: $0.name, at: "")
    }
    for number in files.indices where files.rows[number].year == year {
      let file = files[number]
      found += file.history.flatMap { exceptions(in: $0, of: file.filing.id) }
      found += passedOffices(by: number).map { passed in
        OfficeException(
          kind: .passed(offices: passed.offices, overtaken: passed.overtaken), by: passed.entry.by,
          at: passed.entry.at, filing: file.filing.id, step: passed.step)
      }
    }
    let workingDays = workingDays
    found += folded.clockJumps.filter { !$0.isOverDaysOff(workingDays) }.map {
      OfficeException(kind: .clock($0), by: $0.by, at: $0.after)
    }
    return found
      + capUses(of: year).map(\.row).filter { $0.over > .zero }.sorted { $0.group < $1.group }.map {
        OfficeException(kind: .overrun($0), by: "", at: "")
      }
  }

  /// What is out of the ordinary in one thing that was done to a filing.
  public func exceptions(in entry: HistoryEntry, of filing: String) -> [OfficeException] {
    var kinds: [OfficeException.Kind] = []
    var step: Step?
    if case .stepped(let taken) = entry.deed {
      step = taken.step
      if StageRule.of(taken.step).needs.contains(.otherEyes) {
        if taken.isAlone { kinds.append(.alone) }
        if let sponsor = sponsor(behind: entry) { kinds.append(.newName(sponsor)) }
      }
    }
    if let day = entry.day, office?.isTrial != true { kinds.append(.daySet(day)) }
    return kinds.map { OfficeException(kind: $0, by: entry.by, at: entry.at, filing: filing, step: step) }
  }
}
