import Foundation
import Testing

/// What goes back from a city to its county by commands alone: how far it has got, its verdicts and words, its readings and
/// policies, and what others have claimed, while somebody types (offices.md, Files).
@Suite struct CityReplyCommandTests {
  /// Two grants of a utility model handed up, the first committed and the second sent back; a unit that stands twice is said to
  /// be one, a reading chosen, a policy adopted; and the city has a grant of its own, for patent 201820000003.
  private func decided() throws -> CityAndCounty {
    let offices = try CityAndCounty()
    let second =
      #"{"id": "E2", "name": "英德市第一陶瓷厂二分厂", "kind": "enterprise", "district": "441881"}"#
    try offices.run(
      at: offices.county, "import",
      offices.scratch.file(
        "second.json",
        #"{"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [\#(second)], "filings": []}"#
      ))
    for step in ["accept", "review", "hand-up"] {
      try offices.run(at: offices.county, "step", step, "F1", "F2")
    }
    try offices.run(at: offices.county, "bundle", offices.file("bundle-2"))
    try offices.giveCity(CaseworkStore.grant("C3", of: "C1", 3))
    try offices.run(
      at: offices.city, "gather", offices.file("bundle"), offices.file("bundle-2"), "--confirm")
    try offices.run(at: offices.city, "step", "commit", "F1")
    try offices.run(at: offices.city, "step", "send-back", "F2", "--note", "请补材料")
    try offices.run(at: offices.city, "policy", "choose", "share-base=increment", "--note", "局务会")
    let later = Program.project.appending(path: "Tests/Policies/qingyuan-2021-3.json").path
    try offices.run(at: offices.city, "policy", "adopt", later, "--note", "新办法", "--confirm")
    try offices.run(
      at: offices.city, "rule", "persons", "link", "--parties", "441881:E1,441881:E2", "--note", "同一家")
    return offices
  }

  @Test func aReplyBringsWhatTheCityHasDecided() throws {
    let offices = try decided()
    let reply = try offices.run(at: offices.city, "reply", "441881", offices.file("reply"))
    #expect(reply.contains("回执件 第 1 号，给 441881") && reply.contains("核定、退回等 2 步"))
    // Looked at, nothing is changed.
    let seen = try offices.run(at: offices.county, "take", offices.file("reply"))
    for words in [
      "市局已收到本局第", "F1  核定", "1,000.00 元", "F2  退回县局", "请补材料", "口径改按市局：share-base increment",
      "随附市局的政策", "E1 英德市第一陶瓷厂、E2 英德市第一陶瓷厂二分厂：为同一申请人", "以上还没有收",
    ] {
      #expect(seen.contains(words), "\(words): \(seen)")
    }
    #expect(try offices.run(at: offices.county, "show", "F1").contains("阶段 上报"))
    #expect(try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm").contains("已收下。"))
    let first = try offices.run(at: offices.county, "show", "F1")
    #expect(first.contains("阶段 审定") && first.contains("主管441800 核定"))
    #expect(try offices.run(at: offices.county, "show", "F2").contains("阶段 退回"))
    #expect(
      try offices.run(at: offices.county, "policy", "readings").contains("现行 以比上年的增量为基数（increment）"))
    #expect(try offices.run(at: offices.county, "policy", "list").contains("qingyuan-2021-3"))
    #expect(try offices.run(at: offices.county, "office", "list").contains("上次收到的回执件：第 1 号"))
  }

  @Test func takenTwiceIsOnceAndIsAcknowledged() throws {
    let offices = try decided()
    try offices.run(at: offices.city, "reply", "441881", offices.file("reply"))
    // Nothing says yet that it was taken: the next one repeats it.
    #expect(
      try offices.run(at: offices.city, "reply", "441881", offices.file("reply-2")).contains("核定、退回等 2 步"))
    try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm")
    let history = try offices.run(at: offices.county, "history", "F1")
    #expect(
      try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm").contains("没有重复收"))
    #expect(try offices.run(at: offices.county, "take", offices.file("reply-2"), "--confirm").contains("已收下"))
    #expect(try offices.run(at: offices.county, "history", "F1") == history)
    try offices.refuse(
      65, "第 1 号回执件，本局已收到第 2 号", at: offices.county, "take", offices.file("reply"), "--confirm")
    try offices.run(at: offices.county, "bundle", offices.file("bundle-3"))
    try offices.run(at: offices.city, "gather", offices.file("bundle-3"), "--confirm")
    #expect(
      try offices.run(at: offices.city, "reply", "441881", offices.file("reply-3")).contains("核定、退回等 0 步"))
    try offices.run(at: offices.county, "verify")
  }

  /// What another machine of the county had entered comes back with the reply, and lies there as drafts.
  @Test func whatDoesNotCountComesBack() throws {
    let offices = try CityAndCounty()
    let clone = offices.file("clone")
    try FileManager.default.copyItem(atPath: offices.county, toPath: clone)
    let known = #"{"id": "E1", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441881"}"#
    func enter(_ store: String, _ id: String, _ serial: Int) throws {
      try offices.run(
        at: store, "import",
        offices.scratch.file(
          "\(id).json",
          #"{"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [\#(known)], "filings": [\#(CaseworkStore.grant(id, of: "E1", serial))]}"#
        ))
      try offices.run(at: store, "bundle", offices.file("bundle-\(id)"))
    }
    try enter(offices.county, "F8", 8)
    try enter(clone, "F9", 9)
    try offices.run(
      at: offices.city, "gather", offices.file("bundle-F8"), offices.file("bundle-F9"), "--confirm")
    let conflicts = try offices.run(at: offices.city, "conflicts")
    let fork = String(conflicts.prefix { $0 != " " })
    let sheet = try offices.run(at: offices.city, "print", "conflict", fork)
    func tail(_ mark: String) throws -> String {
      let parts = sheet.components(separatedBy: " 一支为准（\(mark)）")
      try #require(parts.count == 2, "\(sheet)")
      return String(parts[0].suffix(14))
    }
    let (kept, other) = (try tail("已收的"), try tail("另外存放的"))
    // Both stand in the list in the order of their links, whichever came first.
    let both = [kept, other].sorted().joined(separator: "、")
    #expect(conflicts.contains("条起：" + both))
    try offices.refuse(
      65, "“abcd-efab-cdef”不是这次分叉的一支；可以为准的有 \(both)。", at: offices.city, "rule", fork, "fork-keep", "--tail",
      "abcdefabcdef", "--note", "以它为准")
    try offices.run(
      at: offices.city, "rule", fork, "fork-keep", "--tail", kept.uppercased().replacing("-", with: "－"),
      "--note",
      "备机停用")
    #expect(
      try offices.run(at: offices.city, "reply", "441881", offices.file("reply")).contains("没有计入的申报 1 件随件退回"))
    func drafts() throws -> [String] {
      let folder = offices.county + "/drafts"
      guard FileManager.default.fileExists(atPath: folder) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    }
    #expect(try drafts().isEmpty)
    let seen = try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm")
    #expect(seen.contains("没有计入的申报 1 件") && seen.contains("F9  实用新型授权"), "\(seen)")
    #expect(try drafts().count == 1)
    try offices.run(at: offices.county, "verify")
  }

  /// The city's grant was received on 10 June 2019; whoever types the same patent at the county is told so, and as of when.
  @Test(.enabled(if: Tool.tmux != nil, "tmux is not here; .ci/setup installs it"))
  func theIndexIsThereWhileSomebodyTypes() throws {
    let offices = try decided()
    try offices.run(at: offices.city, "reply", "441881", offices.file("reply"))
    try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm")
    let desk = try Terminal.desk(offices.county, columns: 120, rows: 40, today: nil)
    try desk.wait(for: "1 待办")
    try desk.press("F2")
    try desk.wait(for: "新申报")
    try desk.type("syxx")
    try desk.press("Tab")
    try desk.type("E1")
    try desk.press("Tab")
    try desk.press("Tab")
    try desk.type("201820000003")
    try desk.press("Tab")
    try desk.type("20190510")
    try desk.wait(for: "清远市知识产权局 2019-06-10 已受理同一依据（以市局")
  }
}
