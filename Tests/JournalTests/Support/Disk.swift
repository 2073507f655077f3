import Seeded

/// A simulated disk as a value: what programs see, what a power cut leaves for sure, and what lies between.
struct Disk: Sendable {
  enum Change: Sendable {
    case write(offset: Int, [UInt8])
    case truncate(Int)
  }

  struct Node: Sendable {
    var isFolder = false
    /// What programs read.
    var content: [UInt8] = []
    /// What is on the disk.
    var durable: [UInt8] = []
    /// What was done since the last sync.
    var pending: [Change] = []
    /// When it last changed, by the disk's own clock.
    var changed = 0
  }

  /// Names that change in one step: nil takes a name away.
  struct Naming: Sendable {
    var folder: String
    var names: [String: Int?]
  }

  var nodes: [Int: Node] = [:]
  var names: [String: Int] = [:]
  var durableNames: [String: Int] = [:]
  var pendingNames: [Naming] = []
  var nextNode = 1
  /// The time by the disk's clock: one tick a change, or none while the clock stands as between two ticks of a real one.
  var time = 0
  var clockStands = false
  /// How many records the workload had been told were saved when the disk was as it is here.
  var acknowledged = 0

  /// A disk with one empty folder.
  init() {
    nodes[0] = Node(isFolder: true)
    names["/disk"] = 0
    durableNames["/disk"] = 0
  }

  // MARK: - Changes

  mutating func apply(_ change: Change, to node: Int) {
    guard var changed = nodes[node] else { return }
    Self.apply(change, to: &changed.content)
    changed.pending.append(change)
    changed.changed = tick()
    nodes[node] = changed
  }

  mutating func sync(_ node: Int) {
    guard var synced = nodes[node] else { return }
    synced.durable = synced.content
    synced.pending = []
    nodes[node] = synced
  }

  /// A sync that fails: the system forgets what it should have written and goes on showing it.
  mutating func failSync(_ node: Int) { nodes[node]?.pending = [] }

  mutating func rename(_ changes: [String: Int?], in folder: String) {
    let now = tick()
    for (name, node) in changes {
      if let folder = Self.folders(above: name).last.flatMap({ names[$0] }) { nodes[folder]?.changed = now }
      names[name] = node
    }
    pendingNames.append(Naming(folder: folder, names: changes))
  }

  mutating func tick() -> Int {
    if !clockStands { time += 1 }
    return time
  }

  mutating func syncFolder(_ folder: String) {
    var left: [Naming] = []
    for naming in pendingNames {
      if naming.folder == folder {
        for (name, node) in naming.names { durableNames[name] = node }
      } else {
        left.append(naming)
      }
    }
    pendingNames = left
  }

  static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .truncate(let size):
      if size < bytes.count { bytes.removeLast(bytes.count - size) } else { pad(&bytes, to: size) }
    case .write(let offset, let new):
      pad(&bytes, to: offset)
      let overlap = min(bytes.count - offset, new.count)
      bytes.replaceSubrange(offset..<offset + overlap, with: new)
    }
  }

  private static func pad(_ bytes: inout [UInt8], to size: Int) {
    if bytes.count < size { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
  }

  /// `/disk/store` and `/disk` for `/disk/store/journal`.
  private static func folders(above name: String) -> [String] {
    name.indices.filter { name[$0] == "/" && $0 != name.startIndex }.map { String(name[..<$0]) }
  }

  // MARK: - Power cuts

  /// What a power cut may leave: each unsynced change kept, dropped, torn at a sector or filled with garbage.
  func crashed(using random: inout SeededNumbers) -> Disk {
    var after = Disk()
    after.nextNode = nextNode
    after.time = time
    after.acknowledged = acknowledged
    after.names = durableNames
    for naming in pendingNames where Bool.random(using: &random) {
      for (name, node) in naming.names { after.names[name] = node }
    }
    // What lies in a folder whose own name is gone can't be reached.
    after.names = after.names.filter { name, _ in
      Self.folders(above: name).allSatisfy { after.names[$0] != nil }
    }
    after.durableNames = after.names
    for id in nodes.keys.sorted() {
      guard let node = nodes[id] else { continue }
      var bytes = node.durable
      for change in node.pending { Self.tear(change, into: &bytes, using: &random) }
      after.nodes[id] = Node(isFolder: node.isFolder, content: bytes, durable: bytes, changed: node.changed)
    }
    return after
  }

  private static func tear(_ change: Change, into bytes: inout [UInt8], using random: inout SeededNumbers) {
    guard case .write(let offset, let new) = change else {
      if Bool.random(using: &random) { apply(change, to: &bytes) }
      return
    }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: break
    case 1: apply(change, to: &bytes)
    case 2, 3:
      // Sectors reach the disk one by one, and the file's size before or after them.
      let sector = [1, 16, 512].randomElement(using: &random) ?? 512
      let reached = (Int.random(in: offset...offset + new.count, using: &random) / sector) * sector
      if reached > offset { apply(.write(offset: offset, Array(new.prefix(reached - offset))), to: &bytes) }
      if Bool.random(using: &random) { apply(.truncate(max(bytes.count, offset + new.count)), to: &bytes) }
    default:
      let garbage = new.map { _ in UInt8.random(in: 0...255, using: &random) }
      apply(.write(offset: offset, garbage), to: &bytes)
    }
  }
}
