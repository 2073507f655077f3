public import CaseModel
import SubsidyRules

/// What one office is told of the others.
extension JointOffice {
  /// What all but one writer use of shared caps and once-only keys.
  ///
  /// - Parameter day: the last one on which the city took any of their work in.
  public func sharedUse(besides writer: String, day: CivilDate) -> SharedUse {
    var shared = SharedUse(day: day)
    for part in parts where part.writer != writer { shared.heads[part.writer] = part.lastSequence }
    let names = holderNames
    var uses: [Claim.Group: SharedUse.Use] = [:]
    var judges = Judges(state.policy)
    for number in state.files.indices {
      let file = state.files[number]
      let origin = state.origin(of: file.filing.id)
      let owner = origin?.filing.writer ?? parts[0].writer
      guard owner != writer else { continue }
      let facts = names.facts(file.facts, writer: owner)
      guard let claim = judges.judge(file.filing, of: facts).claim else { continue }
      let isDecided = file.decision.outcome == .decided
      let counts = isDecided || file.standing == .handedUp || origin == nil
      for share in claim.shares where counts && file.decision.award > .zero {
        var use = uses[share.group] ?? .init(group: share.group, decided: .zero, waiting: .zero)
        let used = share.use(of: file.decision.award)
        if isDecided { use.decided += used } else { use.waiting += used }
        uses[share.group] = use
      }
      // Whoever comes second in the key is refused for it alone: the first stands here already.
      guard file.decision.outcome != .refused, let key = claim.key else { continue }
      let office = parts.first { $0.writer == owner }?.name ?? ""
      shared.keys.append(
        .init(key: key, office: office, received: file.filing.received, isDecided: isDecided))
    }
    for part in parts where part.writer != writer { shared.bans += part.bans }
    shared.uses = uses.values.sorted { $0.group < $1.group }
    shared.keys.sort { ($0.key, $0.received) < ($1.key, $1.received) }
    name(names, for: writer, in: &shared)
    return shared
  }

  /// What all applicants are called, whichever of a person's records has the code.
  public var holderNames: HolderNames {
    var applicants = state.people.applicants
    for (place, person) in persons.people.enumerated() where applicants.indices.contains(place) {
      guard applicants[place].provenCode == nil else { continue }
      let codes = person.members.compactMap { parts[$0.part].state.people.applicants[$0.number].provenCode }
      if let code = codes.first { applicants[place].code = code }
    }
    return HolderNames(applicants, units: state.files.units)
  }

  /// Says what the office's own applicants are called, and what units without a code are.
  private func name(_ names: HolderNames, for writer: String, in shared: inout SharedUse) {
    if let part = parts.firstIndex(where: { $0.writer == writer }) {
      let own = parts[part].state.holderNames
      for applicant in parts[part].state.people.applicants {
        let id = persons.id(of: applicant.id, in: part, parts)
        let joint = names.name(of: id)
        if let joint, joint != own.name(of: applicant.id) { shared.names[applicant.id] = joint }
        let family = names.name(of: state.family(of: id))
        if let family, family != own.name(of: parts[part].state.family(of: applicant.id)) {
          shared.families[applicant.id] = family
        }
      }
    }
    let holders = Set(shared.uses.map(\.group.holder))
    for applicant in state.people.applicants {
      guard let name = names.name(of: applicant.id), holders.contains(name),
        let plain = HolderNames.named(applicant), plain != name
      else { continue }
      shared.aliases[plain] = name
    }
  }
}

extension OfficePart {
  /// Whom the office's own list keeps from getting anything.
  fileprivate var bans: [SharedUse.Ban] {
    state.standingRecords(OfficeKinds.ban).compactMap { entry in
      guard let from = entry.day("from"), let until = entry.banEnd else { return nil }
      return SharedUse.Ban(
        // A code whose check digits are wrong tells nobody apart.
        who: SharedUse.Ban.who(
          name: entry.text("party"),
          code: entry.text("code").flatMap { entry.text("party") == nil ? $0 : CreditCode.proven($0) }),
        from: from, until: until,
        reason: entry.text("reason") ?? "", office: name)
    }
  }
}
