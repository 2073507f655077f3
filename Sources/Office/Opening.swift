import Casework
import Interchange
import Journal
import SubsidyRules

/// A state in the making while its store is opened or checked: read back from a snapshot, or folded line by line.
struct Opening: SaveTaker {
  private let shelf: PolicyShelf
  private let pinyin: PinyinTable
  /// Whether the state was read from a snapshot, which is then still to be checked.
  private(set) var isRestored = false
  /// Whether a snapshot of this program's form was refused, since not all of it means something.
  private(set) var isSnapshotUnusable = false
  private(set) var uncovered = Uncovered()
  private var state: OfficeState?
  /// What stands behind the snapshot, until it is more than can be decided line by line.
  private var tail: [Transaction] = []
  private var isReplaying = false
  private var trail: PolicyTrail
  /// What is wrong with the policies of lines, by their numbers; no more than the first few.
  private(set) var wrongPolicies: [(sequence: Int, reason: Finding.Reason)] = []

  /// Deciding everything anew costs about as much as deciding so many saves one by one.
  private static let longTail = 2000

  /// Whether the office is another's, whose policy files lie beside the store's own.
  private let isOther: Bool
  /// Whether every filing of a snapshot is gone through before it is taken; otherwise whoever checks behind it does.
  private let looksThrough: Bool

  init(
    _ folder: StoreFolder, pinyin: PinyinTable, isOther: Bool = false, looksThrough: Bool = true,
    besides policies: [String: [UInt8]] = [:]
  ) {
    shelf = PolicyShelf(folder, besides: policies)
    self.isOther = isOther
    self.looksThrough = looksThrough
    trail = PolicyTrail(folder)
    self.pinyin = pinyin
  }

  /// Takes the state from a snapshot; false where it is none of this program's.
  mutating func restore(_ snapshot: JournalSnapshot) -> Bool {
    restore(snapshot.state, upTo: snapshot.position.sequence)
  }

  /// The same from a state's bytes, which cover all up to a record.
  mutating func restore(_ bytes: [UInt8], upTo sequence: Int) -> Bool {
    guard let image = StateImage(bytes) else { return false }
    let known =
      isOther
      ? try? shelf.take(image.policies)
      : try? shelf.take(image.policies, founding: image.founding)
    guard let policies = known else { return false }
    guard var restored = image.state(policies: policies, pinyin: pinyin, looksThrough: looksThrough) else {
      isSnapshotUnusable = true
      return false
    }
    know(&restored)
    // Awards that another program worked out are worked out anew, and kept anew.
    if image.program != ProgramIdentity.text {
      restored.settle()
      uncovered.add(restored.files.count, at: sequence)
    }
    isRestored = true
    trail = PolicyTrail(shelf.folder, inForce: restored.rules.inForce)
    state = restored
    return true
  }

  /// Takes in the next save.
  mutating func take(_ transaction: Transaction) throws(OfficeError) {
    if !isOther, let reason = trail.reason(transaction), wrongPolicies.count < VerifyReport.findingLimit {
      wrongPolicies.append((transaction.sequence, reason))
    }
    if state == nil { try begin(with: transaction) }
    if !transaction.policiesPutInForce.isEmpty, var known = state {
      // The state is not to be copied.
      state = nil
      defer { state = known }
      try shelf.takeAdopted(in: transaction, into: &known)
    }
    uncovered.add(transaction)
    guard isRestored, !isReplaying else {
      state?.fold(transaction)
      return
    }
    tail.append(transaction)
    if tail.count > Self.longTail { replayTail() }
  }

  /// The state when everything has been taken in.
  mutating func finished() throws(OfficeError) -> OfficeState {
    for transaction in tail { state?.fold(transaction) }
    if isReplaying { state?.settle() }
    guard let state else { throw .nothingReadable([]) }
    return state
  }

  private mutating func begin(with first: Transaction) throws(OfficeError) {
    for case .founded(let office) in first.changes {
      let founding =
        isOther
        ? try shelf.take(office.policy, hash: first.policy)
        : try shelf.take(PolicyShelf.founding(office.policy))
      var state = OfficeState(policy: founding.policy, hash: founding.hash, pinyin: pinyin)
      state.given.policies[founding.hash] = founding.policy
      know(&state)
      self.state = state
    }
    isReplaying = true
    state?.beginReplay()
  }

  /// Makes known to a state whose it is.
  private func know(_ state: inout OfficeState) {
    state.given.isGathered = isOther
    if !isOther { state.given.linksOfOwn = OpenOffice.links(in: shelf.folder) }
  }

  private mutating func replayTail() {
    isReplaying = true
    state?.beginReplay()
    for transaction in tail { state?.fold(transaction) }
    tail = []
  }
}
