import Foundation
import Testing

/// A system that does not know `statx`: a kernel from before 4.11, or a fence around the program that was made before it.
@Suite(.enabled(if: Tool.strace != nil, "strace is not here or may not trace"))
struct OlderKernelTests {
  @Test(arguments: ["ENOSYS", "EPERM"])
  func aStoreIsMadeAndSavedToWithoutStatx(_ answer: String) throws {
    let scratch = try Scratch()
    let without = [
      try #require(Tool.strace), "-f", "-o", scratch.path + "/calls", "-e", "trace=statx", "-e",
      "inject=statx:error=\(answer)",
    ]
    for words in [
      ["init", scratch.store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管"],
      ["operator", "add", "李经办", "--role", "clerk", "--store", scratch.store],
      ["verify", "--store", scratch.store],
    ] {
      let result = try Program.run(words, behind: without)
      #expect(result.status == 0, "\(words): \(result.errors)")
    }
    let calls = try String(contentsOfFile: scratch.path + "/calls", encoding: .utf8)
    #expect(calls.contains("INJECTED"))
  }
}
