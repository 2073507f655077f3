import CaseModel
import SubsidyRules

/// Two pairs of eyes (一人经办、一人复核), computed from the history, not from roles.
extension OfficeState {
  /// What keeps somebody from approving a filing, confirming a change of it, or releasing its payment: what they did
  /// themselves, and what whoever counts as one person with them on this day did.
  func conflicts(of name: String, _ step: Step, number: Int, at moment: Moment, _ rules: OtherRules)
    -> [DutyConflict]
  {
    var conflicts = conflictsAnywhere(of: name, step, number: number, rules)
    for tie in ties(of: name, on: dutyDay(at: moment)) {
      conflicts += conflictsAnywhere(of: tie.other, step, number: number, rules).map { conflict in
        var conflict = conflict
        conflict.tie = conflict.tie ?? tie
        return conflict
      }
    }
    return conflicts
  }

  /// The same of one person alone: of another office's filing also what its people did who are the same person, and not
  /// what a namesake did who is none.
  private func conflictsAnywhere(
    of name: String, _ step: Step, number: Int, _ rules: OtherRules
  ) -> [DutyConflict] {
    let conflicts = ownConflicts(of: name, step, number: number, rules)
    guard !joint.otherEyes.isEmpty else { return conflicts }
    let file = files[number]
    guard let origin = origin(of: file.filing.id) else { return conflicts }
    let writer = origin.filing.writer
    func isCitys(_ conflict: DutyConflict) -> Bool { joint.otherEyes.isCitys(conflict, file, origin) }
    let office = offices.office(ofWriter: writer)?.name ?? origin.office
    return conflicts.filter { isCitys($0) || !joint.otherEyes.areApart(name, at: writer) }
      + joint.otherEyes.others(than: name, at: writer).flatMap { other in
        ownConflicts(of: other, step, number: number, rules).filter { !isCitys($0) }.map { conflict in
          var conflict = conflict
          conflict.tie = DutyTie(name: name, other: other, reason: .elsewhere(office: office))
          return conflict
        }
      }
  }

  private func ownConflicts(
    of name: String, _ step: Step, number: Int, _ rules: OtherRules
  ) -> [DutyConflict] {
    let file = files[number]
    guard step != .reject else { return newsConflicts(of: name, file) }
    let conflicts =
      file.marks.filter { $0.by == name }.map { DutyConflict(.handled($0.kind), by: $0.by, at: $0.at) }
      + entryConflicts(of: name, file) + applicantConflicts(of: name, file, number)
    if step == .overrule, let approver = file.approver, approver.by == name {
      return conflicts + [DutyConflict(.approved, by: name, at: approver.at)]
    }
    return [.pay, .batch, .overrule].contains(step)
      ? conflicts : conflicts + ruleConflicts(of: name, number, rules)
  }

  /// Whoever brought the bad news for which a filing that others approved would be refused, or undid that approval.
  private func newsConflicts(of name: String, _ file: FiledFiling) -> [DutyConflict] {
    let undone = file.undoneApprovals
    guard file.filing.decided != nil || !undone.isEmpty, let item = policy.item(file.filing.item) else {
      return []
    }
    return books.news.filter { $0.by == name && $0.isAbout(file.filing, item) }
      .map { DutyConflict(.news($0.id), by: name, at: $0.at) }
      + undone.filter { $0.by == name }.map { DutyConflict(.undoneApproval, by: name, at: $0.at) }
  }

  /// Whoever entered with the filing what its amount is worked out from, where nobody has changed it since.
  ///
  /// The office's own figure that was entered later is review.
  private func entryConflicts(of name: String, _ file: FiledFiling) -> [DutyConflict] {
    guard let receipt = file.history.first, receipt.by == name, case .received = receipt.deed,
      let item = policy.item(file.filing.item)
    else { return [] }
    return item.inputs.filter { rule in
      rule.isAmount && file.filing.states(rule.id)
        && !file.marks.contains { $0.kind == .input(rule.id) }
        && !file.history.contains { $0.enters(rule.id) }
    }.map { DutyConflict(.entered($0.id), by: name, at: receipt.at) }
  }

  /// Whoever last changed where the money goes, or, since the filing came, whom it comes from.
  private func applicantConflicts(of name: String, _ file: FiledFiling, _ number: Int) -> [DutyConflict] {
    let changes = people.changes[file.filing.applicant] ?? []
    var conflicts: [DutyConflict] = []
    for field in ApplicantChange.followed {
      let last = changes.last { $0.fields.contains(field) && (field.isPayee || number < $0.filesThen) }
      guard let last else {
        conflicts += firstAccount(field, of: file.filing.applicant, by: name)
        continue
      }
      guard last.by == name else { continue }
      if let index = conflicts.firstIndex(where: { $0.at == last.at }),
        case .applicant(let fields) = conflicts[index].kind
      {
        conflicts[index].kind = .applicant(fields + [field])
      } else {
        conflicts.append(DutyConflict(.applicant([field]), by: name, at: last.at))
      }
    }
    return conflicts + familyConflicts(of: name, file, number)
  }

  /// Whoever made a head office, in whose family the filing counts, another's branch or its own since the filing came.
  private func familyConflicts(of name: String, _ file: FiledFiling, _ number: Int) -> [DutyConflict] {
    var above = Set([file.received.family] + file.received.further)
    _ = Families.root(of: file.filing.applicant) { id in
      above.insert(id)
      return applicant(id)?.parent
    }
    above.remove(file.filing.applicant)
    return above.sorted().compactMap { id in
      people.changes[id]?.last { $0.fields.contains(.parent) && number < $0.filesThen }
    }.filter { $0.by == name }.map { DutyConflict(.applicant([.parent]), by: name, at: $0.at) }
  }

  /// The account that an applicant came with counts as its last change.
  private func firstAccount(
    _ field: Applicant.Field, of id: String, by name: String
  ) -> [DutyConflict] {
    guard field == .account, let account = applicant(id)?.account, !TextFolding.isBlank(account),
      let entry = history(ofApplicant: id).first, entry.by == name
    else { return [] }
    return [DutyConflict(.accountEntered, by: name, at: entry.at)]
  }

  /// Whoever chose a reading or adopted a policy does not approve what it lets through.
  private func ruleConflicts(of name: String, _ number: Int, _ rules: OtherRules) -> [DutyConflict] {
    self.rules.changes.compactMap { change in
      guard change.by == name else { return nil }
      switch change.kind {
      case .reading(let id):
        guard rules.doesMatter(id, for: number, in: self) else { return nil }
        return DutyConflict(.reading(id), by: name, at: change.at)
      case .policy(let before, let readings):
        guard rules.differs(before: before, readings, for: number, in: self) else { return nil }
        return DutyConflict(.policy, by: name, at: change.at)
      }
    }
  }

  /// Operators who may take a step that needs other eyes.
  func others(for step: Step, number: Int, at moment: Moment, _ rules: OtherRules) -> [String] {
    house.operators.filter { other in
      !other.isRetired && other.role >= StageRule.of(step).role
        && conflicts(of: other.name, step, number: number, at: moment, rules).isEmpty
    }.map(\.name)
  }

  /// The steps for other eyes that nobody could take if this person handled a filing: approving it, paying it.
  public func stepsWithoutOthers(than name: String) -> [Step] {
    guard !isAlone(name) else { return [] }
    return [Step.approve, .pay].filter { step in
      !house.operators.contains { !$0.isRetired && $0.name != name && $0.role >= StageRule.of(step).role }
    }
  }

  /// Who was taken out on this very day, or on one that the clock has not come to again.
  func retired(at moment: Moment) -> [String] {
    let day = dutyDay(at: moment)
    return house.operators.filter { $0.isRetired && $0.retiredOn.map { $0 >= day } ?? false }.map(\.name)
  }

  /// Whether somebody works here alone, and the office has said that they may approve alone.
  func isAlone(_ name: String) -> Bool {
    house.isAloneAllowed && house.operators.filter { !$0.isRetired }.map(\.name) == [name]
  }
}

extension InputRule {
  /// Whether an amount is worked out from it: a sum, or a number of things.
  fileprivate var isAmount: Bool {
    switch kind {
    case .money, .count: true
    default: false
    }
  }
}

extension HistoryEntry {
  /// Whether an input was entered or changed then.
  fileprivate func enters(_ input: String) -> Bool {
    switch deed {
    case .changed(let names): names.contains(input)
    case .stepped(let step):
      if case .figures(let figures) = step.detail { figures.contains { $0.name == input } } else { false }
    default: false
    }
  }
}
