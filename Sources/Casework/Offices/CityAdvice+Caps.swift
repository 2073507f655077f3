import CaseModel
import SubsidyRules

/// What others leave of the caps of a county, as its city's last reply says.
extension CityAdvice.Table {
  /// Facts with those whom they name called as the city calls them.
  func named(_ facts: Facts, _ names: HolderNames) -> Facts {
    var names = names
    for (id, name) in self.names { names.rename(id, name) }
    for id in [facts.applicant, facts.family] {
      if let plain = names.name(of: id), let name = aliases[plain] { names.rename(id, name) }
    }
    var named = names.facts(facts, writer: "")
    // Whose branch the applicant is the city may know alone.
    if let family = families[facts.applicant] { named.family = family }
    return named
  }

  /// What others use of a group of caps that a filing draws on; nil where they use none of it.
  fileprivate func others(
    under group: Claim.Group, of filing: Filing, _ facts: Facts, _ names: HolderNames, _ policy: Policy
  ) -> MoneyTotal? {
    let named = named(facts, names)
    if let first = policy.cap(group.cap)?.holder.first, first == .applicant || first == .family {
      // Most holders are no other office's: their names tell without another look at the filing.
      guard !holders.isDisjoint(with: [named.applicant, named.family] + named.further) else { return nil }
    }
    // The same claim twice: its shares stand in one order.
    guard let own = policy.judge(filing, of: facts, tracing: false).claim,
      let shared = policy.judge(filing, of: named, tracing: false).claim,
      let place = own.shares.firstIndex(where: { $0.group == group }),
      shared.shares.indices.contains(place), let use = uses[shared.shares[place].group]
    else { return nil }
    return use.decided + use.waiting
  }
}

extension OfficeState {
  /// Caps less what other offices use of them, as the city's last reply says; in an office without a city as they are.
  func besidesOthers(_ caps: [CapUse]) -> [CapUse] {
    guard offices.city != nil, let table = advice.table.value, !table.uses.isEmpty else { return caps }
    return caps.map { cap in
      guard let others = others(under: cap.row.group, table) else { return cap }
      var cap = cap
      cap.row = cap.row.besides(others)
      return cap
    }
  }

  private func others(under group: Claim.Group, _ table: CityAdvice.Table) -> MoneyTotal? {
    guard let number = ledger.members(of: group).first else { return nil }
    let file = files[number]
    guard let applicant = applicant(file.filing.applicant) else { return nil }
    let names = HolderNames(namedWith(applicant, file.facts), units: files.units)
    return table.others(under: group, of: file.filing, file.facts, names, policy)
  }
}
