import Foundation
import Testing

/// A city and a county by commands alone: covers as people type them, an office that stops, keys that were lost.
@Suite struct CityCommandTests {
  @Test func coversAreReadAsPeopleTypeThem() throws {
    let offices = try CityAndCounty()
    let (city, bundle) = (offices.city, offices.file("bundle"))
    try offices.refuse(
      64, "写了两次", at: city, "gather", bundle, "--cover", "441881:utility-grant=2/2000.00", "--cover",
      "441881:utility-grant=3/3000.00")
    // A cover that says nothing, or of which the figures can't be what the paper has.
    for empty in ["", " ", ";", "441881:utility-grant=2/2000.00;"] {
      try offices.refuse(64, "第 1 份交接单里有一项是空的", at: city, "gather", bundle, "--cover", empty)
    }
    for wrong in [
      "2/2,,,000", "2/20,00.00", "2/,200", "+2/2000.00", "2/2000.00/", "-2/2000.00", "2/2000.0,0",
    ] {
      let cover = "441881:utility-grant=\(wrong)"
      try offices.refuse(64, "交接单“\(cover)”的件数或金额读不出来", at: city, "gather", bundle, "--cover", cover)
    }
    for wrong in ["441881=utility-grant:2/2000.00", "441881:utility-grant=2", "441881/utility-grant=2:1"] {
      try offices.refuse(64, "交接单“\(wrong)”的写法不对", at: city, "gather", bundle, "--cover", wrong)
    }
    try offices.refuse(
      65, "交接单里有 441881", at: city, "gather", "--cover", "441881:utility-grant=2/2000.00", "--confirm")
    // As an input method types it.
    try offices.run(
      at: city, "gather", bundle, "--cover", "４４１８８１：utility-grant＝２／２，０００．００", "--confirm")
    #expect(try offices.run(at: city, "conflicts") == "没有冲突。\n")
  }

  /// offices.md, Commands: the merge statement gives yuan by item. Article 18: 1 000 for each utility model.
  @Test func theStatementSaysWhatEachItemComesTo() throws {
    let offices = try CityAndCounty()
    let said = try offices.run(at: offices.city, "gather", offices.file("bundle"))
    #expect(said.contains("  2019 年 0.00 元 → 2,000.00 元\n    实用新型授权 0.00 元 → 2,000.00 元\n"), "\(said)")
  }

  /// What counts nothing of a county does not look empty: the list says that it is damaged here, and so does that of conflicts.
  @Test func aCountyThatIsDamagedHereIsSaidToBe() throws {
    let offices = try CityAndCounty()
    try offices.run(at: offices.city, "gather", offices.file("bundle"), "--confirm")
    #expect(try offices.run(at: offices.city, "office", "list").contains("2 件"))
    let journal = URL(filePath: offices.city).appending(path: "journal")
    let segments = try FileManager.default.contentsOfDirectory(at: journal, includingPropertiesForKeys: nil)
      .map {
        $0.appending(path: "000001-000001.jsonl")
      }
    for segment in segments {
      var bytes = try Data(contentsOf: segment)
      guard let place = bytes.firstRange(of: Data("英德市第一陶瓷厂".utf8)) else { continue }
      bytes[place.lowerBound] ^= 1
      try bytes.write(to: segment)
    }
    let list = try offices.result(at: offices.city, ["office", "list"]).output
    #expect(list.contains("441881  英德市知识产权局") && list.contains("损坏，未计入"), "\(list)")
    let conflicts = try offices.result(at: offices.city, ["conflicts"]).output
    #expect(conflicts.contains("损坏，未计入"), "\(conflicts)")
  }

  @Test func whoStoppedAlreadyIsSaidToHaveStopped() throws {
    let offices = try CityAndCounty()
    func retire() throws -> String {
      try offices.run(at: offices.city, "office", "retire", "441881", "--note", "撤并", "--confirm")
    }
    #expect(try retire().contains("441881 已停止报送"))
    let again = try retire()
    #expect(again.contains("早已停止报送") && !again.contains("以后报送的不再收"))
  }

  /// Nothing is changed where the file can't be written: the keys of before are those that the office signs with still.
  @Test func keysChangeOnlyWithTheFileThatGivesTheRecordsBack() throws {
    let offices = try CityAndCounty()
    try offices.run(at: offices.city, "gather", offices.file("bundle"), "--confirm")
    let made = try offices.run("office", "new-keys", "--out", offices.file("new"))
    let print = made.split(separator: "\n").first { $0.contains("指纹") && $0.contains("：") }
    let fingerprint = print.map { String($0.split(separator: "：").last ?? "") } ?? ""
    _ = try offices.scratch.file("back", "不能盖掉")
    let blocked = try offices.result(
      at: offices.city,
      [
        "office", "recover", "441881", offices.file("back"), "--new-keys", offices.file("new"),
        "--fingerprint",
        fingerprint,
      ])
    #expect(blocked.status != 0)
    try offices.run(at: offices.county, "bundle", offices.file("second"), "--all")
    try offices.run(at: offices.city, "gather", offices.file("second"), "--confirm")
    try offices.run(
      at: offices.city, "office", "recover", "441881", offices.file("given"), "--new-keys",
      offices.file("new"),
      "--fingerprint", fingerprint)
    try offices.refuse(
      65, "不是用它现在的密钥签的", at: offices.city, "gather", offices.file("second"), "--confirm")
  }
}
