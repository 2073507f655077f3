public import Casework
public import Journal

extension OpenOffice {
  /// Throws where nothing may be made of what was read here: no approval, payment, seal, paper or export.
  ///
  /// Of a store that was opened from a snapshot every link is checked first, and of each line the policy that it names,
  /// unless `tend` has done so; nobody's save is held up. Throws `unread` where the state may be incomplete, `damaged`
  /// where the journal or a policy file is.
  public func requireWhole() throws(OfficeError) {
    try requireAllRead()
    bringOthers()
    if journal.readOnly != .damage, !isChecked, !chores.isLookedThrough { try lookThrough() }
    guard journal.readOnly == .damage else { return }
    throw .damaged(journal.findings.filter(\.isDamage))
  }

  /// The same of all but what is damaged of others', which gathering it anew heals.
  public func requireOwnWhole() throws(OfficeError) {
    do throws(OfficeError) {
      try requireWhole()
    } catch {
      guard case .damaged(let findings) = error, !gathered.damaged.isEmpty,
        findings.allSatisfy({ isOfDamagedOther($0.file) })
      else { throw error }
    }
  }

  /// Whether a file stands in the folder of another's journal that is damaged here.
  func isOfDamagedOther(_ file: String) -> Bool {
    gathered.damaged.contains { file.hasPrefix(StoreLayout.journal + "/" + $0) }
  }

  /// What keeps `requireWhole` from being content; nil where the store holds. Throws what keeps it from looking.
  public func flaw() throws(OfficeError) -> Flaw? {
    do throws(OfficeError) {
      try requireWhole()
      return nil
    } catch {
      switch error {
      case .damaged(let findings): return .damaged(findings)
      case .unread(let unread): return .unread(unread)
      default: throw error
      }
    }
  }

  /// Why what was read may be less than what was saved.
  public enum Flaw: Hashable, Sendable {
    case damaged([Finding])
    case unread(Unread)
  }

  private func lookThrough() throws(OfficeError) {
    var trail = PolicyTrail(journal.folder)
    try officeErrors {
      let damage = try journal.verification.run { $0.map { trail.reason($0) } }.findings.filter(\.isDamage)
      guard damage.isEmpty else { return journal.stopWriting(because: damage) }
      try lookThroughOthers()
      chores.isLookedThrough = journal.readOnly != .damage
    }
  }

  /// Checks every link of the journals that were not read whole.
  private func lookThroughOthers() throws(JournalError) {
    for office in others where !office.isChecked {
      let writer = office.writer
      guard let other = OtherJournal(journal.folder, store: writer.store, writer: writer.writer) else {
        continue
      }
      let damage = try other.read(upTo: office.end).findings.filter(\.isDamage)
      if !damage.isEmpty { leaveOut([writer.writer], because: damage) }
    }
  }

  /// Nothing counts of a journal that is damaged here, and the city can be read only until it is healed.
  func leaveOut(_ writers: Set<String>, because damage: [Finding]) {
    gathered.damaged.formUnion(writers)
    // No list that was made with them stays.
    own = own.following(state)
    others.removeAll { writers.contains($0.writer.writer) }
    journal.stopWriting(because: damage)
  }
}

extension Command {
  /// Whether it decides on money or signs for what the journal says: never carried out on a damaged one.
  public var restsOnWholeJournal: Bool {
    switch self {
    case .step(let request):
      switch request.step {
      case .approve, .commit, .batch, .pay, .waive, .reclaim, .revise, .confirm: true
      default: false
      }
    case .sealYear, .enterNews, .tellPersons: true
    // A gathering heals what is damaged of others', and looks at its own before.
    case .offices(.rule), .offices(.decide), .offices(.acceptClose), .offices(.returnClose), .offices(.reply),
      .offices(.recall):
      true
    default: false
    }
  }
}
