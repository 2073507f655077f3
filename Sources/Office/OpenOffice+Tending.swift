import CaseModel
import Casework
import Interchange
public import Journal
import Threads

/// Work that goes on beside a desk, and how far it has come.
final class Chores {
  /// Whether the state is known to be what the journal says.
  var isChecked: Bool
  /// Whether every link and policy behind a snapshot was checked, though not what they come to.
  var isLookedThrough = false
  var uncovered: Uncovered
  var check: Background<OfficeCheck.Result>?
  /// Reads and joins the others, which a snapshot shows meanwhile.
  var joining: Background<JoiningBeside.Result>?
  let checked = Progress()
  /// Gives the snapshot, which no line names yet; nil where none was written.
  var snapshot: Background<WrittenSnapshot?>?
  var backup: Background<Result<String?, JournalError>>?
  var backupDay: CivilDate?

  init(isChecked: Bool, uncovered: Uncovered) {
    self.isChecked = isChecked
    self.uncovered = uncovered
  }
}

/// What the desk should tell of the work beside it.
public enum OfficeNews: Sendable {
  /// The journal is damaged; the store is read-only from now on.
  case damage([Finding])
  /// The snapshot showed something else than the journal says: what is shown now is what the journal says.
  case rebuilt
  /// The day's backup lies here.
  case backedUp(String)
  case backupFailed(JournalError)
}

extension OpenOffice {
  /// After how many changes the snapshot is written anew.
  private static let changesBetweenSnapshots = 2000

  /// Whether what is shown is known to be what the journals say, the office's own and those that it gathered; false while
  /// the check behind a snapshot goes on.
  public var isChecked: Bool {
    gathered.awaited == nil && chores.isChecked && gathered.offices.allSatisfy(\.isChecked)
  }

  /// How many lines the check has been through, and how many there are.
  public var checked: (done: Int, whole: Int) { (chores.checked.count, journal.head.sequence) }

  /// Does a little of what is to be done beside the desk, and says what came of it; to be called now and then.
  ///
  /// Everything long runs on another thread: the check of what a snapshot stood for, the index for searching,
  /// snapshots, and with `backsUp` one backup a day. Throws where the store has to be read anew and can't be.
  public func tend(backsUp: Bool) throws(OfficeError) -> [OfficeNews] {
    var news: [OfficeNews] = []
    guard tendOthers(&news) else { return news }
    try tendCheck(&news)
    guard isChecked, journal.readOnly == nil else { return news }
    tendSnapshot()
    if backsUp { tendBackup(&news) }
    return news
  }

  /// Keeps a snapshot of what was saved, on leaving the desk.
  public func leave() {
    if gathered.awaited == nil { keepSnapshotsOfOthers(behind: 1) }
    if chores.isChecked, chores.uncovered.changes > 0 { keepSnapshot() }
    keepJointSnapshot()
  }

  /// Keeps a snapshot where a command leaves much behind the last one, so that the next opens fast. What is played has no
  /// line that rests on how this program writes snapshots.
  public func finish() {
    guard !clock.isPlayed, journal.snapshotKeeper != nil else { return }
    let isMuchGathered =
      gathered.awaited == nil && keepSnapshotsOfOthers(behind: Self.changesBetweenSnapshots)
    let isMuchSaved = chores.uncovered.changes >= Self.changesBetweenSnapshots
    guard isMuchGathered || isMuchSaved else { return }
    if !isChecked, case .whole(let writers) = OfficeCheck(self).run() { markChecked(writers) }
    if chores.isChecked, isMuchSaved { keepSnapshot() }
    if isMuchGathered { keepJointSnapshot() }
  }

  // MARK: - Check

  private func tendCheck(_ news: inout [OfficeNews]) throws(OfficeError) {
    guard let check = chores.check else {
      let work = isChecked ? nil : OfficeCheck(self)
      let (state, checked) = (own, chores.checked)
      chores.check = Background {
        state.prepare()
        return work?.run(counting: checked) ?? .whole([])
      }
      return
    }
    guard !isChecked, journal.readOnly != .damage, let result = check.value else { return }
    switch result {
    case .whole(let writers):
      markChecked(writers)
      // An office whose snapshot another desk has kept since is still to be checked.
      if !isChecked { chores.check = nil }
    case .damage(let findings):
      journal.stopWriting(because: findings)
      news.append(.damage(findings))
    case .damageOfOthers(let writers, let findings):
      leaveOut(writers, because: findings)
      news.append(.damage(findings))
    case .differs:
      try rebuild()
      news.append(.rebuilt)
    }
  }

  private func markChecked(_ writers: Set<String>) {
    chores.isChecked = true
    note { office in
      if writers.contains(office.writer.writer) { office.isChecked = true }
    }
  }

  /// Notes something of the offices here that changes nothing of what they show.
  func note(_ work: (inout OtherOffice) -> Void) {
    let joint = gathered.joint
    for place in gathered.offices.indices { work(&gathered.offices[place]) }
    gathered.joint = joint
  }

  /// Folds the state from the journal again.
  private func rebuild() throws(OfficeError) {
    let anew = try OpenOffice.open(path, pinyin: pinyin, clock: clock, usingSnapshot: false)
    own = anew.own.following(own)
    others = anew.others
    journal = anew.journal
    chores.isChecked = true
    chores.uncovered = anew.chores.uncovered
  }

  // MARK: - Snapshots

  private func keepSnapshot() {
    // One that is just being written is of less.
    chores.snapshot = nil
    if let written = journal.snapshotKeeper?.write(own) { anchor(written) }
  }

  /// Names a written snapshot in the journal and puts it in its place.
  ///
  /// Where that could not be done it does no harm: the journal has everything. One that covers no more than another
  /// desk's is given up.
  private func anchor(_ written: WrittenSnapshot) {
    let head = written.anchor.head
    let position = try? journal.anchor(written) { others in
      try take(others)
      guard chores.uncovered.coveredByOthers < head.sequence else { return nil }
      let named = Change.snapshotAnchored(head: head.description, sum: written.anchor.sum.hex)
      return TransactionLine.write(try programLine([named]))
    }
    if position != nil { chores.uncovered.cover(upTo: head.sequence) }
  }

  private func tendSnapshot() {
    if let running = chores.snapshot {
      guard let done = running.value else { return }
      chores.snapshot = nil
      if let written = done { anchor(written) }
    }
    guard chores.uncovered.changes >= Self.changesBetweenSnapshots, let keeper = journal.snapshotKeeper else {
      return
    }
    let state = own
    chores.snapshot = Background { keeper.write(state) }
  }

  // MARK: - Backups

  private func tendBackup(_ news: inout [OfficeNews]) {
    if let running = chores.backup {
      guard let done = running.value else { return }
      chores.backup = nil
      switch done {
      case .success(let path?): news.append(.backedUp(path))
      case .success(nil): break
      case .failure(let error): news.append(.backupFailed(error))
      }
    }
    let today = clock.today()
    guard chores.backupDay != today else { return }
    chores.backupDay = today
    let backup = DailyBackup(folder: journal.folder, work: journal.backupWork, day: today)
    chores.backup = Background {
      do throws(JournalError) {
        return .success(try backup.run())
      } catch {
        return .failure(error)
      }
    }
  }
}

extension SnapshotKeeper {
  /// Writes a state; nil where it could not be written, which does no harm: the journal has everything.
  func write(_ state: OfficeState) -> WrittenSnapshot? {
    guard state.office != nil else { return nil }
    let written = try? write { out throws(FileError) in
      try StateImage.write(state, program: ProgramIdentity.text) { part throws(FileError) in
        try out.append(part)
      }
    }
    return written ?? nil
  }
}
