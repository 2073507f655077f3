public import CaseModel

/// Why two names count as one person: on a day one was given to the other, or both by a third, perhaps by way of others;
/// or another office's bears the same login, or is said to be one with them.
public struct DutyTie: Hashable, Sendable {
  /// Who is to act.
  public var name: String
  /// Who counts as the same person.
  public var other: String
  public var reason: Reason

  public enum Reason: Hashable, Sendable {
    /// The name that was given, and by whom and when (UTC): the last link between the two.
    case given(String, by: String, at: String)
    /// The other works in this office.
    case elsewhere(office: String)
  }
}

/// On the day on which a name is added, its PIN cleared or its role raised, it and its sponsor count as one person, and
/// so do two names of one sponsor: nobody can tell yet that these are two people.
extension OfficeState {
  /// Everybody who counts as one person with somebody on a day. A tie binds until its day is over, also where the
  /// clock has been set back since.
  func ties(of name: String, on day: CivilDate) -> [DutyTie] {
    let links = house.operators.flatMap { known in
      known.sponsors.filter { $0.day >= day && $0.name != known.name }.map { (given: known.name, by: $0) }
    }
    guard !links.isEmpty else { return [] }
    var ties: [DutyTie] = []
    var reached = [name]
    var next = 0
    while next < reached.count {
      let here = reached[next]
      next += 1
      for link in links where link.given == here || link.by.name == here {
        let other = link.given == here ? link.by.name : link.given
        guard !reached.contains(other) else { continue }
        reached.append(other)
        ties.append(
          DutyTie(
            name: name, other: other, reason: .given(link.given, by: link.by.name, at: link.by.at)))
      }
    }
    return ties
  }

  /// The day that counts for two pairs of eyes: the clock's or the last save's, whichever is later, so that neither
  /// `--today` nor a clock that is set back ends it; on a trial store the day that was set.
  public func dutyDay(at moment: Moment) -> CivilDate {
    if office?.isTrial == true { return moment.today }
    let clock = Moment.officeDay(of: moment.at) ?? moment.today
    return folded.lastAt.flatMap(Moment.officeDay).map { max($0, clock) } ?? clock
  }

  /// Whether a name sets its first PIN with a one-time code: where no login says who they are, somebody else works on
  /// the store, and it is no trial. A supervisor needs none while no other could give one.
  public func needsCode(_ known: Operator) -> Bool {
    guard known.pin == nil, known.login == nil, house.operators.count > 1, office?.isTrial != true else {
      return false
    }
    return known.role != .supervisor
      || house.operators.contains {
        $0.name != known.name && $0.role == .supervisor && !$0.isRetired
          && ($0.login != nil || $0.pin != nil)
      }
  }

  func dutyDay(of transaction: Transaction) -> CivilDate {
    let day = transaction.day ?? Moment.officeDay(of: transaction.at) ?? .first
    return dutyDay(at: Moment(at: transaction.at, today: day))
  }

  /// Who had given a name its place in the seven days before it did something; nil where nobody had.
  public func sponsor(behind entry: HistoryEntry) -> Operator.Sponsor? {
    guard let who = house.operators.first(where: { $0.name == entry.by }) else { return nil }
    let clock = Moment.officeDay(of: entry.at)
    guard let day = office?.isTrial == true ? entry.day ?? clock : clock else { return nil }
    return who.sponsors.last { sponsor in
      let isBefore = entry.sequence > 0 ? sponsor.sequence < entry.sequence : sponsor.day <= day
      return isBefore && sponsor.day.days(to: day) <= 7
    }
  }
}
