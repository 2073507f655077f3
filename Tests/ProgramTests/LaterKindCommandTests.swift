import Foundation
import Journal
import Testing

/// A store with a line of a kind that a later program brought: looked at, and nothing is made of it.
struct LaterKindCommandTests {
  @Test
  func `Nothing goes out of the office by what may be incomplete`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    let journal = try Journal.open(store.path) { _ in }
    let later = #"{"by":"赵主管","at":"2031-01-01T01:00:00Z","policy":"0","changes":[{"change":"flown-away"}]}"#
    let position = try journal.append(Array(later.utf8))
    let line = "第 \(position.sequence + 1) 行，第 \(position.sequence) 条记录"
    let named = ["更新版本的程序", line, "可能不全"]
    let shown = try store.run(nil, ["show", "F1"])
    #expect(shown.status == 0 && shown.output.contains("1,000.00"), "\(shown)")
    for text in named { #expect(shown.errors.contains(text), "\(shown.errors)") }
    #expect(try store.run(nil, ["report", "totals", "--year", "2019"]).status == 0)
    for words in [
      ["print", "receipt", "F1"], ["print", "payment", "--year", "2019"], ["export"],
      ["export", "--format", "csv"],
      ["report", "totals", "--year", "2019", "--format", "csv"], ["register", "count", "--format", "csv"],
    ] {
      let result = try store.run(nil, words)
      #expect(result.status == 65 && result.output.isEmpty, "\(words): \(result)")
      for text in named { #expect(result.errors.contains(text), "\(words): \(result.errors)") }
    }
    for words in [["step", "withdraw", "F1", "--note", "撤回"], ["step", "accept", "F1"], ["amend", "E1"]] {
      let result = try store.run("李经办", words, input: #"{"account": "1236009321"}"#)
      #expect(result.status != 0 && !result.output.contains("6009"), "\(words): \(result)")
    }
    try store.refuse(nil, "verify", status: 65, named)
    let backup = try store.file("b", "") + ".backup"
    try store.succeed(nil, "backup", backup)
  }

  @Test
  func `A step that a later program brought sends nobody to the backup`() throws {
    let store = try CaseworkStore()
    try store.takeIn(1)
    let journal = try Journal.open(store.path) { _ in }
    let step = #"{"change":"step","id":"F1","step":"flown-away","day":"2031-01-01"}"#
    let later = #"{"by":"赵主管","at":"2031-01-01T01:00:00Z","policy":"0","changes":[\#(step)]}"#
    try journal.append(Array(later.utf8))
    try store.refuse(nil, "verify", status: 65, ["读不懂", "请升级程序再检查"])
    let result = try store.run(nil, ["verify"])
    #expect(!result.errors.contains("发现损坏"))
  }
}
