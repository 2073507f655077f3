import CaseModel

/// Two pairs of eyes (一人经办、一人复核), computed from the history, not from roles.
extension OfficeState {
  /// What keeps somebody from approving a filing, confirming a change of it, or releasing its payment.
  func conflicts(of name: String, _ step: Step, number: Int, at moment: Moment, _ rules: OtherRules)
    -> [DutyConflict]
  {
    let file = files[number]
    var conflicts = file.marks.filter { $0.by == name }.map {
      DutyConflict(.handled($0.kind), by: $0.by, at: $0.at)
    }
    conflicts += applicantConflicts(of: name, file, number)
    guard step != .pay else { return conflicts }
    conflicts += sponsorConflicts(of: name, file, at: moment)
    return conflicts + ruleConflicts(of: name, number, rules)
  }

  /// Whoever last changed where the money goes, or, since the filing came, whom it comes from.
  private func applicantConflicts(of name: String, _ file: FiledFiling, _ number: Int) -> [DutyConflict] {
    let changes = applicantChanges[file.filing.applicant] ?? []
    var conflicts: [DutyConflict] = []
    for field in ApplicantChange.Field.allCases {
      let last = changes.last { $0.fields.contains(field) && (field.isPayee || number < $0.filesThen) }
      guard let last, last.by == name else { continue }
      if let index = conflicts.firstIndex(where: { $0.at == last.at }),
        case .applicant(let fields) = conflicts[index].kind
      {
        conflicts[index].kind = .applicant(fields + [field])
      } else {
        conflicts.append(DutyConflict(.applicant([field]), by: name, at: last.at))
      }
    }
    return conflicts
  }

  /// Whoever gave the one who accepted the filing their name does not approve it on that day: nobody can tell yet
  /// that these are two people.
  private func sponsorConflicts(of name: String, _ file: FiledFiling, at moment: Moment) -> [DutyConflict] {
    file.marks.compactMap { mark in
      guard mark.kind == .accepted,
        let sponsor = operators.first(where: { $0.name == mark.by })?.sponsor, sponsor.name == name,
        mark.by != name, Moment.officeDay(of: sponsor.at) == Moment.officeDay(of: moment.at)
      else { return nil }
      return DutyConflict(.sponsored(mark.by), by: name, at: sponsor.at)
    }
  }

  /// Whoever chose a reading or adopted a policy does not approve what it lets through.
  private func ruleConflicts(of name: String, _ number: Int, _ rules: OtherRules) -> [DutyConflict] {
    ruleChanges.compactMap { change in
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
    operators.filter { other in
      !other.isRetired && other.role >= StageRule.of(step).role
        && conflicts(of: other.name, step, number: number, at: moment, rules).isEmpty
    }.map(\.name)
  }

  /// Whether somebody works here alone, and the office has said that they may approve alone.
  func isAlone(_ name: String) -> Bool {
    isAloneAllowed && operators.filter { !$0.isRetired }.map(\.name) == [name]
  }
}
