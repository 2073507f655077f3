import Foundation
import Testing

/// A store that several logins share, and what one of them may lay in the way of the others.
@Suite(
  .enabled(
    if: OtherUser.nobody != nil,
    "not root, or no setpriv, or nobody can't run the program: rights can't be tried as another user"))
struct GroupTests {
  /// A login in a group. It signs in as another where one is given: what may be written is the login's own rights.
  private func user(_ number: Int, group: Int, signingInAs other: Int? = nil) throws -> OtherUser {
    OtherUser(command: [
      try #require(Tool.path("setpriv")), "--ruid=\(other ?? number)", "--euid=\(number)", "--regid=\(group)",
      "--clear-groups",
    ])
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  /// All files and folders of a store, links not followed.
  private func names(in store: String) -> [String] {
    FileManager.default.enumerator(atPath: store)?.compactMap { $0 as? String } ?? []
  }

  private func makeShared(_ scratch: Scratch, by owner: OtherUser) throws {
    chmod(scratch.path, 0o777)
    let made = try Program.run(
      ["init", scratch.store, "--office", "甲局", "--district", "441881", "--operator", "李经办", "--group"],
      as: owner)
    try #require(made.status == 0, "\(made.errors)")
    let office = try scratch.file("office.json", Filings.office)
    chmod(office, 0o644)
    let read = try Program.run(["import", office, "--store", scratch.store], as: owner)
    try #require(read.status == 0, "\(read.errors)")
  }

  @Test func loginsOfOneGroupWriteOneStoreAndNobodyElseReadsIt() throws {
    let scratch = try Scratch()
    let first = try user(65_531, group: 65_500)
    let second = try user(65_532, group: 65_500, signingInAs: 65_531)
    try makeShared(scratch, by: first)
    for (number, user) in [second, first, second].enumerated() {
      let filed = try Program.run(["file", "--store", scratch.store], input: Filings.grant(number), as: user)
      #expect(filed.status == 0, "\(filed.errors)")
    }
    #expect(try Program.run(["verify", "--store", scratch.store], as: second).status == 0)
    let stranger = try Program.run(["export", "--store", scratch.store], as: user(65_533, group: 65_501))
    #expect(stranger.status != 0 && stranger.output.isEmpty)
    for name in names(in: scratch.store) + [""] {
      let mode = mode(scratch.store + "/" + name)
      #expect(mode == 0o2770 || mode == 0o660, "\(name): \(String(mode, radix: 8))")
    }
  }

  @Test func aStoreOfOneIsOnesOwn() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let backup = scratch.path + "/backup"
    #expect(try Program.run(["backup", backup, "--store", scratch.store]).status == 0)
    for name in names(in: scratch.store) + [""] {
      let mode = mode(scratch.store + "/" + name)
      #expect(mode == 0o700 || mode == 0o600, "\(name): \(String(mode, radix: 8))")
    }
    #expect(mode(backup) == 0o600)
  }

  /// One of the group lays a link where the others will write; whatever it leads to stays as it is.
  @Test(arguments: [
    "LOCK", "snapshot", "quarantine", "policies", "journal", "snapshot/state.new", "store.json",
  ])
  func aLinkLaidInTheWayIsNotFollowed(_ name: String) throws {
    let scratch = try Scratch()
    let (owner, other) = (try user(65_531, group: 65_500), try user(65_532, group: 65_500))
    try makeShared(scratch, by: owner)
    let (victim, place) = (scratch.path + "/victim", scratch.store + "/" + name)
    let isFolder = ["snapshot", "quarantine", "policies", "journal"].contains(name)
    // What the link leads to looks like what was there, and only the owner may write it.
    if FileManager.default.fileExists(atPath: place) {
      try FileManager.default.moveItem(atPath: place, toPath: victim)
    } else {
      try "victim".write(toFile: victim, atomically: true, encoding: .utf8)
    }
    let before = isFolder ? names(in: victim) : [try String(contentsOfFile: victim, encoding: .utf8)]
    let link = try Launch.run(other.command + ["/bin/ln", "-s", victim, place], environment: [:])
    #expect(link.status == 0, "\(link.errors)")
    for number in 0..<2 {
      _ = try Program.run(["file", "--store", scratch.store], input: Filings.grant(number), as: owner)
    }
    // So much at once that a snapshot would be written.
    let many = try scratch.file("many.json", Filings.many(600))
    chmod(many, 0o644)
    _ = try Program.run(["import", many, "--store", scratch.store], as: owner)
    let after = isFolder ? names(in: victim) : [try String(contentsOfFile: victim, encoding: .utf8)]
    #expect(before == after)
  }

  @Test func aBackupIsNotWrittenThroughALink() throws {
    let scratch = try Scratch()
    try scratch.makeFilledStore()
    let victim = try scratch.file("victim", "kept")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/b", withDestinationPath: victim)
    let backup = try Program.run(["backup", scratch.path + "/b", "--store", scratch.store])
    #expect(backup.status == 73 && backup.errors.contains("已存在"))
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "kept")
  }
}
