import Journal
import Testing

/// Something that a program does with a store, going on after failures as a desk would.
struct Workload: Sendable, CustomTestStringConvertible {
  let name: String
  /// How the disk is before.
  let prepare: @Sendable (SimulatedFiles) throws -> Void
  let run: @Sendable (any FileAccess, inout Outcome) -> Void

  var testDescription: String { name }

  /// What the program was told.
  struct Outcome: Sendable {
    var acknowledged: [[UInt8]] = []
    /// Saves that were said to have failed and to have left nothing behind.
    var refused: [[UInt8]] = []
    var attempted: [[UInt8]] = []
    var onAcknowledged: @Sendable () -> Void = {}

    mutating func save(_ number: Int, in journal: Journal) {
      let payload = Stores.payload(number)
      attempted.append(payload)
      do {
        try journal.append(payload)
        acknowledged.append(payload)
        onAcknowledged()
      } catch JournalError.notSaved where journal.readOnly == nil {
        refused.append(payload)
      } catch {
        // Busy, read-only or unreadable: nothing is claimed.
      }
    }
  }

  static let segmentLimit = 700

  static let all = [saving, creating, recovering]

  /// A desk that opens a store, saves over several segments and keeps a snapshot.
  static let saving = Workload(name: "saving", prepare: { _ = try Stores.make(3, $0) }) { files, outcome in
    outcome.acknowledged = Stores.payloads(1...3)
    outcome.attempted = outcome.acknowledged
    for number in 4...9 {
      guard let (journal, _) = try? Stores.open(files, segmentLimit: segmentLimit) else { continue }
      outcome.save(number * 10, in: journal)
      outcome.save(number * 10 + 1, in: journal)
      if number == 6 { _ = try? journal.keepSnapshot([1, 2, 3]) }
    }
  }

  /// A store that is made and used at once.
  static let creating = Workload(name: "creating", prepare: { _ in }) { files, outcome in
    outcome.attempted = [Stores.payload(1)]
    guard let journal = try? Stores.make(1, files, segmentLimit: segmentLimit) else { return }
    outcome.acknowledged = [Stores.payload(1)]
    outcome.onAcknowledged()
    for number in 2...5 { outcome.save(number, in: journal) }
  }

  /// A desk that finds half a line another left behind.
  static let recovering = Workload(
    name: "recovering",
    prepare: { files in
      let journal = try Stores.make(4, files)
      files.tamper(Stores.path + "/" + Stores.segment(journal)) { $0.removeLast(20) }
    }
  ) { files, outcome in
    outcome.acknowledged = Stores.payloads(1...3)
    outcome.attempted = outcome.acknowledged
    for number in 5...6 {
      guard let (journal, _) = try? Stores.open(files, segmentLimit: segmentLimit) else { continue }
      outcome.save(number, in: journal)
    }
  }

  // MARK: - Running

  /// A disk on which the workload may start.
  func prepared() throws -> Disk {
    let files = SimulatedFiles()
    try prepare(files)
    files.killHolders()
    var disk = files.disk
    // Whatever was there before has long been on the disk.
    for naming in disk.pendingNames { disk.syncFolder(naming.folder) }
    for node in disk.nodes.keys { disk.sync(node) }
    return disk
  }

  /// What is wrong with the records that a store gave back, after this was told to the program.
  static func fault(_ recovered: [[UInt8]], _ outcome: Outcome) -> String? {
    var rest = recovered[...]
    for payload in outcome.acknowledged {
      guard let place = rest.firstIndex(of: payload) else { return "an acknowledged record is missing" }
      rest = rest[(place + 1)...]
    }
    if Set(recovered).count != recovered.count { return "a record stands twice" }
    if !Set(recovered).isSubset(of: outcome.attempted) { return "a record that nobody saved" }
    if !Set(recovered).isDisjoint(with: outcome.refused) { return "a record that was refused is there" }
    return nil
  }
}
