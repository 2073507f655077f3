import Foundation
import Journal
import Testing

/// A snapshot forged with its sum made anew: no line of the journal names it, so nothing that goes out follows it.
@Suite(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
struct ForgedSnapshotTests {
  /// Opens the desk, waits until its check is done and leaves; with changes it keeps a snapshot then.
  private func visit(_ store: CaseworkStore) throws {
    let desk = try Terminal.desk(store.path)
    try desk.wait(for: "1 待办")
    try desk.press("F10")
    try desk.wait(for: "要离开吗")
    try desk.press("Enter")
    try desk.waitForEnd()
  }

  /// Puts other bytes of the same length into the snapshot and makes its sum anew, as `JournalSnapshot` describes it.
  private func forge(_ store: String, _ old: String, _ new: String) throws {
    let file = URL(filePath: store + "/snapshot/state")
    var bytes = try Data(contentsOf: file)
    var range = try #require(bytes.range(of: Data(old.utf8)), "\(old)")
    while true {
      bytes.replaceSubrange(range, with: Data(new.utf8))
      guard let next = bytes.range(of: Data(old.utf8)) else { break }
      range = next
    }
    let line = try #require(bytes.firstIndex(of: 0x0A)) + 1
    let piece = Link.over(Array(bytes[line...])).hex
    let sum = Link.over(Array(bytes[75..<line]) + Array(piece.utf8)).hex
    bytes.replaceSubrange(11..<75, with: Data(sum.utf8))
    try bytes.write(to: file)
  }

  private func lines(_ store: String) throws -> [String] {
    let journal = try #require(
      FileManager.default.enumerator(atPath: store + "/journal")?.compactMap { $0 as? String }
        .first { $0.hasSuffix(".jsonl") })
    return try String(contentsOfFile: store + "/journal/" + journal, encoding: .utf8).split(separator: "\n")
      .map(String.init)
  }

  @Test
  func `A forged account goes into no list, export or payment, and the desk makes the snapshot anew`() throws
  {
    let store = try CaseworkStore()
    try store.takeIn(2)
    for id in ["E1", "E2"] { try store.succeed("李经办", "amend", id, input: #"{"bank": "英德农商行"}"#) }
    try store.succeed("李经办", "step", "accept", "F1", "F2")
    try store.succeed("钱复核", "step", "review", "F1", "F2")
    try store.succeed("周主管", "step", "approve", "F1", "F2")
    try store.succeed("周主管", "step", "publish", "F1", "F2")
    try visit(store)
    let named = try #require(try lines(store.path).last)
    let sum = try String(
      decoding: Data(contentsOf: URL(filePath: store.path + "/snapshot/state"))[11..<75], as: UTF8.self)
    #expect(named.contains(#""payload":{"by":"zizhu","#) && named.contains(#""sha256":"\#(sum)""#))
    let right = try store.run(nil, ["export"])
    #expect(right.status == 0 && right.errors.isEmpty && right.output.contains("80020000122"))

    try forge(store.path, "80020000122", "80020000999")
    let hint = "日志里没有这份快照的记载"
    for words in [
      ["export"], ["print", "payment", "--year", "2019"], ["step", "pay", "F2"], ["show", "F2"],
    ] {
      let result = try store.run(nil, words)
      #expect(result.status == 0 && result.errors.contains(hint), "\(words): \(result)")
      #expect(!result.output.contains("80020000999"), "\(words)")
    }
    let paid = try lines(store.path).last ?? ""
    #expect(paid.contains(#""account":"80020000122""#) && !paid.contains("80020000999"), "\(paid)")
    let verified = try store.run(nil, ["verify"])
    #expect(verified.status == 65 && verified.errors.contains(hint), "\(verified)")

    try visit(store)
    let again = try store.run(nil, ["verify"])
    #expect(again.status == 0 && again.errors.isEmpty, "\(again)")
    #expect(try lines(store.path).last?.contains("snapshot-anchored") == true)
    #expect(try store.run(nil, ["export"]).output.contains("80020000122"))
  }
}
