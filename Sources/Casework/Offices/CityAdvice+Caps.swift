import CaseModel
import SubsidyRules

/// What others leave of the caps of a county, as its city's last reply says.
extension CityAdvice.Table {
  /// What the city calls an applicant; nil where others can't know it.
  private func name(of id: String, _ names: HolderNames) -> String? {
    (self.names[id] ?? names.name(of: id)).map { aliases[$0] ?? $0 }
  }

  /// Facts with those whom they name called as the city calls them.
  func named(_ facts: Facts, _ names: HolderNames) -> Facts {
    var names = names
    for (id, name) in self.names { names.rename(id, name) }
    for id in [facts.applicant, facts.family] {
      if let name = name(of: id, names) { names.rename(id, name) }
    }
    var named = names.facts(facts, writer: "")
    // Whose branch the applicant is the city may know alone.
    if let family = families[facts.applicant] { named.family = family }
    return named
  }

  /// What others use of a group of caps; nil where they use none of it. No ledger is asked: a first screen shows it.
  ///
  /// - Parameters:
  ///   - holder: with whom the group's holder begins; nil where it is nobody's own.
  ///   - names: what the holder is called by others.
  fileprivate func others(
    under group: Claim.Group, of holder: Cap.Holder?, _ names: (String) -> HolderNames
  ) -> MoneyTotal? {
    var shared = group
    if holder == .applicant || holder == .family {
      let own = String(group.holder.prefix { $0 != "/" })
      let head = holder == .family ? families[own] : nil
      guard let named = head ?? name(of: own, names(own)), holders.contains(named) else { return nil }
      shared.holder = named + group.holder.dropFirst(own.count)
    }
    return uses[shared].map { $0.decided + $0.waiting }
  }
}

extension OfficeState {
  /// Caps less what other offices use of them, as the city's last reply says; in an office without a city as they are.
  func besidesOthers(_ caps: [CapUse]) -> [CapUse] {
    guard offices.city != nil, let table = given.advice.table.value, !table.uses.isEmpty else { return caps }
    return caps.map { cap in
      let holder = policy.cap(cap.row.group.cap)?.holder.first
      guard let others = table.others(under: cap.row.group, of: holder, names) else { return cap }
      var cap = cap
      cap.row = cap.row.besides(others)
      return cap
    }
  }

  /// What others call one applicant, whichever record of its unit has the code.
  private func names(of id: String) -> HolderNames {
    guard let applicant = applicant(id) else { return HolderNames() }
    return HolderNames([applicant] + namesakes(of: applicant), units: files.units)
  }
}
