import Casework
import Interchange
import Journal

/// What rests on a journal's lines, checked while they go by: whether this program understands each, and whether together
/// they come to what is shown, by a snapshot or by a desk.
///
/// Whoever checks a store walks its lines by `Verification` and gives them to one of these for each journal.
struct ContentCheck: SaveTaker {
  private let folder: StoreFolder
  /// The snapshot's file, and whether it is that of another's journal.
  private let file: String
  private let isOther: Bool
  private var replay: Opening?
  /// What is shown, and the last record that it covers; nil for all of them.
  private var shown: (state: OfficeState, sequence: Int?)?
  /// Whether the lines come to what is shown; nil where that can't be told, or not yet.
  private(set) var agrees: Bool?
  /// Whether the snapshot does not mean anything.
  private var isUnusable = false

  init(_ folder: StoreFolder, file: String = StoreLayout.snapshotFile, isOther: Bool = false) {
    self.folder = folder
    self.file = file
    self.isOther = isOther
  }

  /// Takes what a snapshot shows, whose state covers all up to a record.
  mutating func restore(_ bytes: [UInt8], upTo sequence: Int) {
    var opening = Opening(folder, pinyin: PinyinTable(), isOther: isOther)
    // Another version's snapshot is no mistake: that version reads it.
    guard opening.restore(bytes, upTo: sequence), let state = try? opening.finished() else {
      isUnusable = opening.isSnapshotUnusable
      return
    }
    expect(state, at: sequence)
  }

  /// Takes what is shown of all up to a record; nil for all that comes until `finish`.
  mutating func expect(_ state: OfficeState, at sequence: Int? = nil) {
    shown = (state, sequence)
    replay = Opening(folder, pinyin: PinyinTable(), isOther: isOther)
  }

  /// Takes in the next line as it was read, or says why this program can't.
  mutating func reason(toRefuse line: Result<Transaction, TransactionError>) -> Finding.Reason? {
    switch line {
    case .success(let transaction):
      take(transaction)
      return nil
    case .failure(let error): return .init(error)
    }
  }

  mutating func take(_ transaction: Transaction) {
    do throws(OfficeError) {
      try replay?.take(transaction)
    } catch {
      // What is wrong with the policy file is told by its own finding.
      replay = nil
    }
    if let shown, shown.sequence == transaction.sequence { compare() }
  }

  /// All has been taken in.
  mutating func finish() {
    if let shown, shown.sequence == nil { compare() }
  }

  private mutating func compare() {
    guard let shown, let state = try? replay?.finished() else { return }
    replay = nil
    agrees = state.agrees(with: shown.state)
  }

  /// That the snapshot shows something else, or nothing.
  var finding: Finding? {
    if isUnusable { return Finding(file: file, reason: .snapshotUnusable) }
    return agrees == false ? Finding(file: file, reason: .snapshotDiffers) : nil
  }
}
