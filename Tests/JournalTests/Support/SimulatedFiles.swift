import Glibc
import Journal
import Synchronization

/// A file system in memory that can lose power, run full and fail.
final class SimulatedFiles: FileAccess {
  private struct State: Sendable {
    var disk: Disk
    var open: [Int32: Int] = [:]
    var nextHandle: Int32 = 1
    /// The handle that holds a byte of a node.
    var locks: [Int: [Int: Int32]] = [:]
    var calls = 0
    var fault: Fault?
    var hasFailed = false
    var isFull = false
    /// Whether the write under way takes only half of its bytes.
    var takesHalf = false
    var history: [Disk]?

    mutating func handle(_ node: Int) -> FileHandle {
      let number = nextHandle
      nextHandle += 1
      open[number] = node
      return FileHandle(number: number)
    }

    func node(_ file: FileHandle) throws(Errno) -> Int {
      guard let node = open[file.number] else { throw Errno(EBADF) }
      return node
    }

    func status(_ node: Int) -> FileStatus? {
      disk.nodes[node].map {
        FileStatus(
          kind: $0.isFolder ? .folder : .file, size: $0.content.count, inode: UInt64(node),
          changed: Int64($0.changed))
      }
    }

    /// Counts a call; the reason why it fails, if it is its turn.
    mutating func failure(of kind: CallKind) -> Errno? {
      defer { calls += 1 }
      guard let fault else { return nil }
      if isFull, kind == .write || kind == .naming {
        isFull = fault.isForGood
        return Errno(ENOSPC)
      }
      guard calls >= fault.call, !hasFailed || fault.isForGood else { return nil }
      switch (fault.kind, kind) {
      case (.inputOutput, _):
        hasFailed = true
        return Errno(EIO)
      case (.interrupted, _):
        hasFailed = true
        return Errno(EINTR)
      case (.fullDisk, .write):
        hasFailed = true
        isFull = true
        takesHalf = true
        return nil
      case (.shortWrite, .write):
        hasFailed = true
        takesHalf = true
        return nil
      case (.failedSync, .sync):
        hasFailed = true
        return Errno(EIO)
      default: return nil
      }
    }
  }

  private let state: Mutex<State>

  init(_ disk: Disk = Disk()) { state = Mutex(State(disk: disk)) }

  var disk: Disk { state.withLock { $0.disk } }
  var calls: Int { state.withLock { $0.calls } }
  var openCount: Int { state.withLock { $0.open.count } }
  /// The disk as it was after each change, once recording.
  var history: [Disk] { state.withLock { $0.history ?? [] } }

  func record() { state.withLock { $0.history = [$0.disk] } }
  func fail(_ fault: Fault?) {
    state.withLock {
      $0.fault = fault
      $0.calls = 0
      $0.hasFailed = false
      $0.isFull = false
    }
  }
  /// Notes that the workload was told of one more saved record.
  func acknowledge() {
    state.withLock {
      $0.disk.acknowledged += 1
      let disk = $0.disk
      $0.history?.append(disk)
    }
  }
  /// Changes a file behind the programs' backs.
  func tamper(_ path: String, _ change: (inout [UInt8]) -> Void) {
    state.withLock {
      guard let node = $0.disk.names[path], var bytes = $0.disk.nodes[node]?.content else { return }
      change(&bytes)
      $0.disk.nodes[node] = Disk.Node(content: bytes, durable: bytes, changed: $0.disk.tick())
    }
  }
  func content(_ path: String) -> [UInt8] {
    state.withLock { state in state.disk.names[path].flatMap { state.disk.nodes[$0]?.content } ?? [] }
  }
  /// Stops the disk's clock, as it stands between two ticks, or lets it go on.
  func standClock(_ stands: Bool) { state.withLock { $0.disk.clockStands = stands } }
  /// Lets go of all handles and locks, as the end of a process does.
  func killHolders() {
    state.withLock {
      $0.open = [:]
      $0.locks = [:]
    }
  }

  // MARK: - FileAccess

  func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle {
    if case .create = mode {
      return try call(.naming) { state throws(Errno) in
        guard state.disk.names[path] == nil else { throw Errno(EEXIST) }
        guard state.disk.names[parent(path)] != nil else { throw Errno(ENOENT) }
        let node = state.disk.nextNode
        state.disk.nextNode += 1
        state.disk.nodes[node] = Disk.Node()
        state.disk.rename([path: node], in: parent(path))
        return state.handle(node)
      }
    }
    return try call(.reading) { state throws(Errno) in
      guard let node = state.disk.names[path] else { throw Errno(ENOENT) }
      guard state.disk.nodes[node]?.isFolder == false else { throw Errno(EINVAL) }
      return state.handle(node)
    }
  }

  func close(_ file: FileHandle) {
    state.withLock { state in
      guard let node = state.open.removeValue(forKey: file.number) else { return }
      state.locks[node] = state.locks[node]?.filter { $0.value != file.number }
    }
  }

  func read(
    _ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    let bytes = try call(.reading) { state throws(Errno) in
      let content = state.disk.nodes[try state.node(file)]?.content ?? []
      return Array(content.dropFirst(offset).prefix(buffer.count))
    }
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    let bytes = Array(bytes)
    return try call(.write) { state throws(Errno) in
      let node = try state.node(file)
      let isShort = state.takesHalf
      state.takesHalf = false
      let taken = isShort ? Array(bytes.prefix(max(1, bytes.count / 2))) : bytes
      state.disk.apply(.write(offset: offset, taken), to: node)
      return taken.count
    }
  }

  func truncate(_ file: FileHandle, to size: Int) throws(Errno) {
    try call(.truncate) { state throws(Errno) in state.disk.apply(.truncate(size), to: try state.node(file)) }
  }

  func syncData(_ file: FileHandle) throws(Errno) {
    try call(
      .sync, onFailure: { state in if let node = state.open[file.number] { state.disk.failSync(node) } }
    ) {
      state throws(Errno) in state.disk.sync(try state.node(file))
    }
  }

  func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool {
    try call(.lock) { state throws(Errno) in
      let node = try state.node(file)
      if let holder = state.locks[node]?[byte] { return holder == file.number }
      state.locks[node, default: [:]][byte] = file.number
      return true
    }
  }

  func unlock(_ file: FileHandle, byte: Int) throws(Errno) {
    try call(.lock) { state throws(Errno) in
      let node = try state.node(file)
      if state.locks[node]?[byte] == file.number { state.locks[node]?[byte] = nil }
    }
  }

  func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 100) }

  func status(_ path: String) throws(Errno) -> FileStatus? {
    try call(.reading) { state throws(Errno) in state.disk.names[path].flatMap { state.status($0) } }
  }

  func status(of file: FileHandle) throws(Errno) -> FileStatus {
    try call(.reading) { state throws(Errno) in
      guard let status = state.status(try state.node(file)) else { throw Errno(EBADF) }
      return status
    }
  }

  func list(_ folder: String) throws(Errno) -> [String] {
    try call(.reading) { state throws(Errno) in
      guard state.disk.names[folder] != nil else { throw Errno(ENOENT) }
      return state.disk.names.keys.filter { parent($0) == folder }.map {
        String($0.dropFirst(folder.count + 1))
      }
    }
  }

  func syncFolder(_ folder: String) throws(Errno) {
    try call(.sync) { state throws(Errno) in state.disk.syncFolder(folder) }
  }

  func makeFolder(_ path: String, permissions: UInt32) throws(Errno) {
    try call(.naming) { state throws(Errno) in
      guard state.disk.names[path] == nil else { throw Errno(EEXIST) }
      guard state.disk.names[parent(path)] != nil else { throw Errno(ENOENT) }
      let node = state.disk.nextNode
      state.disk.nextNode += 1
      state.disk.nodes[node] = Disk.Node(isFolder: true)
      state.disk.rename([path: node], in: parent(path))
    }
  }

  func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno) {
    try call(.naming) { _ throws(Errno) in }
  }

  func rename(_ path: String, to target: String) throws(Errno) {
    try call(.naming) { state throws(Errno) in
      guard state.disk.names[path] != nil else { throw Errno(ENOENT) }
      var changes: [String: Int?] = [:]
      for (name, node) in state.disk.names where name == path || name.hasPrefix(path + "/") {
        changes[name] = .some(nil)
        changes[target + name.dropFirst(path.count)] = node
      }
      state.disk.rename(changes, in: parent(target))
    }
  }

  func remove(_ path: String) throws(Errno) {
    try call(.removing) { state throws(Errno) in
      guard state.disk.names[path] != nil else { throw Errno(ENOENT) }
      state.disk.rename([path: nil], in: parent(path))
    }
  }

  // MARK: - Calls

  private func call<Value: Sendable>(
    _ kind: CallKind, onFailure: @Sendable (inout State) -> Void = { _ in },
    _ work: (inout State) throws(Errno) -> Value
  ) throws(Errno) -> Value {
    let result: Result<Value, Errno> = state.withLock { state in
      if let failure = state.failure(of: kind) {
        onFailure(&state)
        return .failure(failure)
      }
      do throws(Errno) {
        let value = try work(&state)
        if state.history != nil, kind != .reading, kind != .lock {
          let disk = state.disk
          state.history?.append(disk)
        }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

private func parent(_ path: String) -> String {
  String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
}
