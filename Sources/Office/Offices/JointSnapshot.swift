import Casework
import Interchange
import Journal
import Threads

/// What all offices of a city together come to, kept so that its desk shows it at once and reads them behind the first
/// screen.
///
/// It is the `StateImage` of the joint state, under an id that is nobody's (`JointOffice.writer`), named by a line of the
/// city's like every snapshot. It covers the city's own journal up to a line, and with it all that had been gathered by
/// then: of use only where the city has saved nothing since but who works there and what it sent.
///
/// Meanwhile `awaited` is shown; `JoiningBeside` and `OthersReader` read and join, and the desk says where
/// they come to something else. Whoever asks for more than `state` waits for them (`others`).
extension OpenOffice {
  /// Shows all offices together by their snapshot where one stands for what is there now, else reads them.
  func showOthers() throws(OfficeError) {
    guard usesSnapshots, own.offices.isCity, journal.readOnly == nil, let shown = try jointSnapshot() else {
      return try readOthers()
    }
    gathered.waiting = shown.joint.waitingFiles
    gathered.awaited = Boxed(shown)
    gathered.jointAt = own.folded.lastMove
  }

  /// The joint state of a snapshot whose last line is the city's last save.
  private func jointSnapshot() throws(OfficeError) -> OfficeState? {
    guard let named = own.offices.jointSnapshot,
      let anchor = SnapshotAnchor(head: named.head, sum: named.sum),
      anchor.head.sequence >= own.folded.lastMove,
      let snapshot = journal.snapshot(named: anchor), let image = StateImage(snapshot.state),
      image.program == ProgramIdentity.text,
      // Behind it everything is joined anew, and held against it.
      let state = image.state(policies: own.given.policies, pinyin: pinyin, looksThrough: false),
      // A clock that has jumped since stands between the offices.
      state.folded.clockJumps == own.folded.clockJumps, state.joint.waitingFiles == (try filesThatWait())
    else { return nil }
    return state.shown(by: own)
  }

  /// Reads the offices that a snapshot has shown so far. What can't be read leaves the city to be read only, and shown as
  /// it was.
  public func bringOthers() {
    guard let shown = gathered.awaited, !gathered.isAwaitingInVain else { return }
    do throws(OfficeError) {
      try readOthers()
      own = own.following(shown.value)
    } catch {
      giveUpOthers(error)
    }
  }

  private func giveUpOthers(_ error: OfficeError) {
    gathered.isAwaitingInVain = true
    journal.stopWriting(because: error.findingsOfOthers)
  }

  /// Keeps a snapshot of all offices together, where none is known to stand that shows them as they are.
  func keepJointSnapshot() {
    guard usesSnapshots, isChecked, let joint, gathered.jointAt != own.folded.lastMove,
      let keeper = journal.snapshotKeeper(as: JointOffice.writer), let written = keeper.write(joint.state),
      keep(written)
    else { return }
    gathered.jointAt = own.folded.lastMove
  }

  /// Reads and joins the offices beside the desk, which shows them by their snapshot; true when they are there.
  func tendOthers(_ news: inout [OfficeNews]) -> Bool {
    guard let shown = gathered.awaited, !gathered.isAwaitingInVain else {
      chores.joining = nil
      return gathered.awaited == nil
    }
    guard let joining = chores.joining else {
      let work = JoiningBeside(
        reader: othersReader, writer: journal.identity.writer, shown: shown.value, version: own.version)
      chores.joining = Background { work.run() }
      return false
    }
    guard let result = joining.value else { return false }
    chores.joining = nil
    switch result {
    case .joined(let read, let joint, let version, let agrees) where version == own.version:
      // No list that was made of something else stays.
      if !agrees || !read.damage.isEmpty { own = own.following(shown.value) }
      take(read)
      if !read.damage.isEmpty {
        news.append(.damage(read.damage))
      } else if agrees {
        gathered.joint = Boxed(joint)
      } else {
        gathered.jointAt = nil
        news.append(.rebuilt)
      }
    case .joined: bringOthers()
    case .failed(let error):
      giveUpOthers(error)
      news.append(.damage(error.findingsOfOthers))
    }
    return gathered.awaited == nil
  }
}
