import CaseModel

/// Going on with what all offices together came to, where a save of the city's own moves little of it.
extension JointOffice {
  /// All offices together behind a save of the city's own that steps on single filings, or moves none; nil where it may
  /// move more, so that everything is to be made anew.
  ///
  /// What it gives is what `init` gives: a city of a hundred thousand filings is not joined anew for every commit.
  ///
  /// - Parameters:
  ///   - save: the last save that `city` has folded.
  ///   - city: the city's own state behind it.
  public func following(_ save: Transaction, city: OfficeState) -> JointOffice? {
    guard save.changes.allSatisfy(\.movesSingleFilings) else { return nil }
    let parents = PersonParents(parts, persons, rulings: city.offices.rulings)
    var next = inHouse(of: city)
    for case .offices(.stepped(let step)) in save.changes {
      guard next.renew(step.filing, parents) else { return nil }
    }
    next.findWhatStandsBetween(parents)
    return next
  }

  /// All offices together when the city has noted that it took in what was looked at here: by that line nothing stands
  /// otherwise between them.
  public func gathered(by city: OfficeState) -> JointOffice {
    var next = inHouse(of: city)
    next.countVersions()
    return next
  }

  /// With the city's policy files, people, clock and book of now, and nothing found of what stands between the offices.
  private func inHouse(of city: OfficeState) -> JointOffice {
    var next = self
    next.parts[0].state = city
    next.state.given.policies = city.given.policies
    next.state.takePeople(of: city)
    next.state.joint.otherEyes = OtherEyes(next.parts, rulings: city.offices.rulings)
    next.state.offices = city.offices
    next.holdBook()
    return next
  }

  /// Of the closes that the city has accepted only those stand whose offices have not opened the year since; and an office
  /// is known up to the day of its own record, whenever that was gathered.
  mutating func holdBook() {
    for part in parts.dropFirst() {
      state.offices.tellDays(of: part.writer, part.moment)
      state.offices.keepCloses(of: part.writer) { $0.seal == part.state.seal(of: $0.year)?.sequence }
    }
  }

  /// Joins one filing anew; false where more than that may have moved.
  private mutating func renew(_ filing: OfficeFiling, _ parents: PersonParents) -> Bool {
    // Whoever was put first among claimants is so by a word on all of them.
    guard state.joint.keptFilings.isEmpty, !noted.uncounted.values.contains(filing),
      let part = parts.firstIndex(where: { $0.writer == filing.writer }), part > 0,
      let now = parts[part].state.file(filing.id)
    else { return false }
    let id = noted.renamed.first { $0.value == filing }?.key ?? filing.id
    let counted = parts[part].counted(now)
    guard let number = state.files.number(of: id), state.origin(of: id)?.filing == filing,
      !counted.isLate, !noted.moved.contains(id), let file = counted.file
    else { return false }
    var joined = ofPersons(file, of: part, parents)
    joined.filing.id = id
    let steps = parts[0].state.offices.steps.filter { $0.filing == filing }
    let stepped = joined.stepped(by: steps, parts[part], countyGoesOn: noted.voided.contains(filing))
    guard stepped.suspended.isEmpty, !stepped.isMoved else { return false }
    state.joint.origins.tell(
      .init(filing: filing, office: parts[part].office, cityEntries: stepped.places), of: number)
    state.replace(number, by: stepped.file)
    return true
  }
}

extension Change {
  /// Whether it moves people, their PINs or what was sent to others, and nothing that all offices come to together.
  var movesNoFilings: Bool {
    switch self {
    case .operatorAdded, .operatorRetired, .pinSet, .pinCleared, .codeMissed, .pinsMissed, .aloneAllowed,
      .snapshotAnchored, .offices(.replied), .offices(.recovered):
      true
    default: false
    }
  }

  /// Whether it steps on one filing of another office, or on none, and touches nothing that many share.
  fileprivate var movesSingleFilings: Bool {
    // A batch lists its filings in the order of all offices.
    guard case .offices(.stepped(let step)) = self else { return movesNoFilings }
    if case .batched = step.step.detail { return false }
    return true
  }
}
