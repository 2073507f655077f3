import Foundation
import Testing

/// A disk that takes no more: saving ends with a sentence, reading goes on, nothing that was saved is lost.
@Suite struct FullDiskTests {
  /// Files until nothing fits any more; gives how many were saved.
  private func fill(_ store: String, behind words: [String] = []) throws -> (
    saved: [String], last: Launch.Result
  ) {
    var saved: [String] = []
    for number in 0..<3000 {
      let result = try Program.run(["file", "--store", store], input: Filings.grant(number), behind: words)
      guard result.status == 0 else { return (saved, result) }
      saved.append(String(result.output.prefix { $0 != " " }))
    }
    throw Endless()
  }

  private struct Endless: Error {}

  private func check(_ store: String, _ saved: [String], _ last: Launch.Result, says words: String) throws {
    #expect(last.status == 74 && last.output.isEmpty && last.errors.contains(words), "\(last)")
    #expect(saved.count > 20, "\(saved.count) saved")
    // A full disk never stops reading.
    let ids = try Filings.ids(in: store)
    #expect(Set(ids).isSuperset(of: saved) && ids.count == 90 + saved.count)
    #expect(try Program.run(["show", saved[0], "--store", store]).status == 0)
    #expect(try Program.run(["verify", "--store", store]).status == 0)
  }

  @Test(.enabled(if: Tool.prlimit != nil, "prlimit is not here"))
  func aFileThatMayNotGrowIsAsAFullDisk() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let (saved, last) = try fill(scratch.store, behind: [try #require(Tool.prlimit), "--fsize=49152", "--"])
    try check(scratch.store, saved, last, says: "文件超过系统允许的大小")
    // Without the limit the next save stands.
    let next = try Program.run(["file", "--store", scratch.store], input: Filings.grant(9999))
    #expect(next.status == 0, "\(next.errors)")
    #expect(try Filings.ids(in: scratch.store).count == 91 + saved.count)
  }

  @Test(.enabled(if: SmallDisk.canBeMade, "only root may mount a small disk"))
  func aDiskOf256KiB() throws {
    let scratch = try Scratch()
    let disk = try SmallDisk(scratch.path + "/disk")
    let store = disk.path + "/store"
    let made = try Program.run(
      ["init", store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "李经办"])
    #expect(made.status == 0, "\(made.errors)")
    let office = try scratch.file("office.json", Filings.office)
    #expect(try Program.run(["import", office, "--store", store]).status == 0)
    try disk.leave(32 * 1024)
    let (saved, last) = try fill(store)
    try check(store, saved, last, says: "磁盘已满")
    try disk.grow()
    let next = try Program.run(["file", "--store", store], input: Filings.grant(9999))
    #expect(next.status == 0, "\(next.errors)")
  }
}

/// A file system in memory that holds 256 KiB.
private final class SmallDisk {
  let path: String

  static let canBeMade: Bool = {
    guard getuid() == 0, let scratch = try? Scratch() else { return false }
    return (try? SmallDisk(scratch.path + "/try")) != nil
  }()

  init(_ path: String) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try #require(mount("tmpfs", path, "tmpfs", 0, "size=256k") == 0)
  }

  /// Takes room away so that so many bytes are left: to fill the whole disk by filings would take a minute.
  func leave(_ bytes: Int) throws {
    var status = statvfs()
    try #require(statvfs(path, &status) == 0)
    let free = Int(status.f_bavail) * Int(status.f_frsize)
    try Data(count: max(0, free - bytes)).write(to: URL(filePath: path + "/ballast"))
  }

  func grow() throws { try #require(mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=8m") == 0) }

  deinit { umount2(path, Int32(MNT_DETACH)) }
}
