/// The memory of a process that is really there, in bytes.
struct Memory {
  var now: Double
  /// At its most.
  var most: Double

  /// That of a process by its number, or of this one by `self`.
  static func of(_ process: String) -> Memory {
    let status =
      (try? Scratch.bytes(of: "/proc/\(process)/status")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    func figure(_ name: String) -> Double {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
      return (line?.split(separator: " ").compactMap { Double($0) }.first ?? 0) * 1024
    }
    return Memory(now: figure("VmRSS:"), most: figure("VmHWM:"))
  }
}
