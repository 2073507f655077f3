import Foundation
import Testing

/// A backup without the program that made it.
@Suite struct BackupFormTests {
  private func shell(_ line: String) throws -> (status: Int32, printed: String) {
    let shell = Process()
    let pipe = Pipe()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", line]
    (shell.standardOutput, shell.standardError) = (pipe, pipe)
    try shell.run()
    let printed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    return (shell.terminationStatus, printed)
  }

  /// tar takes the store's files out of it, byte for byte, and sha256sum holds each of them and notices a change.
  @Test func tarAndSha256sumAreEnough() throws {
    let scratch = try Scratch()
    try scratch.makeStore()
    let backup = scratch.path + "/stick"
    #expect(try Program.run(["backup", backup, "--store", scratch.store]).status == 0)
    let out = scratch.path + "/out"
    let unpacked = try shell("mkdir '\(out)' && cd '\(out)' && tar xf '\(backup)' && sha256sum -c SHA256SUMS")
    let lines = unpacked.printed.split(separator: "\n")
    #expect(unpacked.status == 0 && lines.allSatisfy { $0.hasSuffix(": OK") }, "\(unpacked.printed)")
    #expect(lines.first == "BACKUP.json: OK" && lines.contains("store.json: OK"))

    let kept = try FileManager.default.subpathsOfDirectory(atPath: scratch.store).filter {
      ["journal/", "policies/", "store.json"].contains(where: $0.hasPrefix)
        && ($0.hasSuffix(".json") || $0.hasSuffix(".jsonl"))
    }
    #expect(kept.count == 3 && kept.count == lines.count - 1)
    for path in kept {
      let bytes = FileManager.default.contents(atPath: scratch.store + "/" + path)
      #expect(bytes != nil && FileManager.default.contents(atPath: out + "/" + path) == bytes, "\(path)")
    }

    #expect(try shell("cd '\(out)' && echo >>store.json && sha256sum --status -c SHA256SUMS").status == 1)
  }
}
