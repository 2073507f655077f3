import Foundation
import Testing

/// What is said of files between a city and its counties, and of the offices themselves, by commands alone: offices.md,
/// Commands and Files.
@Suite struct CityFileCommandTests {
  /// Handed up, gathered, the first committed and the second rejected: 1 000.00 for each (article 18).
  private func decided() throws -> CityAndCounty {
    let offices = try CityAndCounty()
    for step in ["accept", "review", "hand-up"] {
      try offices.run(at: offices.county, "step", step, "F1", "F2")
    }
    try offices.run(at: offices.county, "bundle", offices.file("bundle-2"))
    try offices.run(
      at: offices.city, "gather", offices.file("bundle"), offices.file("bundle-2"), "--confirm")
    try offices.run(at: offices.city, "step", "commit", "F1")
    try offices.run(at: offices.city, "step", "reject", "F2", "--note", "不符合")
    return offices
  }

  private func shown(_ file: String, by store: String? = nil, in offices: CityAndCounty) throws
    -> Launch.Result
  {
    try offices.result(["bundle", "--show", file] + (store.map { ["--store", $0] } ?? []))
  }

  /// `bundle --show`: the header to anybody, the cover to whoever has the key.
  @Test func aBundleShowsItsCoverToWhoeverHasTheKey() throws {
    let offices = try CityAndCounty()
    let bundle = offices.file("bundle")
    let head = try shown(bundle, in: offices)
    #expect(head.status == 0 && head.output.contains("报送件  第 1 号  441881\n自：开头\n至："), "\(head.output)")
    #expect(head.output.contains("已加密") && !head.output.contains("2 件"))
    let whole = try shown(bundle, by: offices.city, in: offices)
    #expect(
      whole.output.hasPrefix(head.output)
        && whole.output.contains("  实用新型授权  2 件  2,000.00 元\n  合计  2 件  2,000.00 元\n"))
    // The county can't open what it has sealed to the city.
    let own = try shown(bundle, by: offices.county, in: offices)
    #expect(own.status == 65 && own.errors.contains("不是加密给本单位的"), "\(own.errors)")
    try offices.run(at: offices.county, "bundle", offices.file("plain"), "--plain")
    let plain = try shown(offices.file("plain"), in: offices).output
    #expect(plain.contains("没有加密") && plain.contains("合计  2 件  2,000.00 元"), "\(plain)")
  }

  @Test func aReplyShowsItsNumberAndWhose() throws {
    let offices = try decided()
    try offices.run(at: offices.city, "reply", "441881", offices.file("reply"))
    let head = try shown(offices.file("reply"), in: offices).output
    #expect(head.hasPrefix("回执件  第 1 号  441881\n市局日志至："), "\(head)")
    let whole = try shown(offices.file("reply"), by: offices.county, in: offices).output
    #expect(whole.contains("市局已收到本局第") && whole.contains("F1  核定") && !head.contains("F1"), "\(whole)")
    // A bundle that was looked at on the way is neither changed nor taken.
    #expect(try offices.run(at: offices.county, "show", "F1").contains("阶段 上报"))
  }

  /// `office list` says what an office comes to among all, as `report offices` does, and what waits for what is missing.
  @Test func theListSaysWhatAnOfficeHasAtTheCity() throws {
    let offices = try decided()
    let list = try offices.run(at: offices.city, "office", "list")
    #expect(list.contains("2 件  1,000.00 元"), "\(list)")
    try offices.run(at: offices.county, "bundle", offices.file("bundle-3"))
    try offices.run(at: offices.city, "reply", "441881", offices.file("reply"))
    try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm")
    try offices.run(at: offices.county, "bundle", offices.file("bundle-4"))
    try offices.run(at: offices.city, "gather", offices.file("bundle-4"), "--confirm")
    let held = try offices.run(at: offices.city, "office", "list")
    #expect(!held.contains("存放"), "\(held)")
  }

  /// `report --office`: whose part it is stands in the head, the parts of all add up, and who is no office is told of those
  /// that are.
  @Test func aReportOfOneOffice() throws {
    let offices = try decided()
    try offices.giveCity(CaseworkStore.grant("C3", of: "C1", 3))
    func totals(_ code: String?) throws -> String {
      let only = code.map { ["--office", $0] } ?? []
      let result = try offices.result(
        at: offices.city, ["report", "totals", "--year", "2019", "--format", "csv"] + only)
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    let (whole, parts) = (try totals(nil), try ["441881", "441800"].map(totals))
    #expect(whole.contains("2000.00"), "\(whole)")
    for part in parts { #expect(part.contains("1000.00") && !part.contains("2000.00"), "\(part)") }
    let text = try offices.run(at: offices.city, "report", "totals", "--year", "2019", "--office", "441881")
    #expect(text.contains("（英德市知识产权局 441881）") && text.contains("只列本局的申报"), "\(text)")
    for report in [
      "caps", "fund", "spending", "offices", "conflicts", "tieout", "exceptions", "yearly", "register",
    ] {
      try offices.run(at: offices.city, "report", report, "--year", "2019", "--office", "441881")
    }
    try offices.refuse(64, "各局：441800、441881。", at: offices.city, "report", "totals", "--office", "441899")
    try offices.refuse(64, "--office 只用于市局", at: offices.county, "report", "totals", "--office", "441881")
  }

  /// `export --office`: the tables of an office name its filings and applicants alone, those of all say whose each is.
  @Test func aTableOfOneOffice() throws {
    let offices = try decided()
    try offices.giveCity(CaseworkStore.grant("C3", of: "C1", 3))
    func lines(_ arguments: String...) throws -> [Substring] {
      let result = try offices.result(at: offices.city, ["export"] + arguments)
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(whereSeparator: \.isNewline)
    }
    let all = try lines("--format", "csv").dropFirst()
    let counts = [("441881", "英德市知识产权局"), ("441800", "清远市知识产权局")].map { code, name in
      all.filter { $0.hasSuffix(",\"\(name)\"") }.count
    }
    #expect(counts == [2, 1] && all.count == 3, "\(all)")
    for (code, count) in zip(["441881", "441800"], counts) {
      for format in ["csv", "jsonl"] {
        let part = try lines("--format", format, "--office", code)
        #expect(part.count == count + (format == "csv" ? 1 : 0), "\(code) \(part)")
        #expect(part.contains { $0.contains("C3") } == (code == "441800"), "\(part)")
      }
      let people = try lines("--format", "jsonl", "--applicants", "--office", code)
      #expect(people.count == 1, "\(people)")
    }
    try offices.refuse(64, "--office 用于 csv、xlsx、jsonl", at: offices.city, "export", "--office", "441881")
    try offices.refuse(
      64, "各局：441800、441881。", at: offices.city, "export", "--format", "csv", "--office", "441899")
  }

  /// offices.md: restore of an enrolled store says so first.
  @Test func aRestoreSaysWhatItForks() throws {
    let offices = try decided()
    func restored(_ store: String, _ name: String) throws -> Launch.Result {
      try offices.run(at: nil, "backup", offices.file(name + ".backup"), "--store", store)
      return try offices.result(["restore", offices.file(name + ".backup"), offices.file(name)])
    }
    let county = try restored(offices.county, "c")
    #expect(county.status == 0)
    for words in ["已加入清远市知识产权局的县局（441881）", "第 2 号", "分成两支", "zizhu office recover 441881"] {
      #expect(county.errors.contains(words), "\(county.errors)")
    }
    let city = try restored(offices.city, "s")
    #expect(
      city.errors.contains("这是市局的备份，有 1 个局") && city.errors.contains("zizhu office recall"), "\(city.errors)")
    let alone = offices.file("alone-store")
    try offices.run(
      "init", alone, "--office", "佛冈县知识产权局", "--district", "441821", "--operator", "甲", "--trial", "--alone")
    #expect(try restored(alone, "a").errors.isEmpty)
  }

  /// A second machine of the county's district, which joins under the letter B. Gives its store.
  private func secondMachine(in offices: CityAndCounty) throws -> String {
    let second = offices.file("second")
    try offices.run(
      "init", second, "--office", "英德市知识产权局", "--district", "441881", "--operator", "主管441881", "--trial",
      "--alone")
    try offices.run(
      at: offices.city, "office", "enrol", "英德二机", "--district", "441881", "--letter", "B", "--out",
      offices.file("e2"))
    let joined = try offices.run(
      at: second, "office", "join", offices.file("e2"), "--confirm", "--out", offices.file("a2"))
    try offices.run(
      at: offices.city, "office", "admit", offices.file("a2"), "--fingerprint",
      CityAndCounty.fingerprint(joined))
    return second
  }

  /// Two machines of one district: a bare code lists them, and each can be named.
  @Test func aBareCodeOfSeveralMachinesListsThem() throws {
    let offices = try decided()
    _ = try secondMachine(in: offices)
    for command in [
      ["reply", "441881", offices.file("r")], ["office", "retire", "441881", "--note", "停"],
      ["office", "recover", "441881", offices.file("rec")], ["close", "2019", "--accept", "441881"],
      ["close", "2019", "--return", "441881", "--note", "重做"],
    ] {
      let result = try offices.result(at: offices.city, command)
      #expect(result.status == 64, "\(command): \(result.errors)")
      #expect(
        result.errors.contains("441881 有 2 台机器") && result.errors.contains("  441881B  英德二机（还没有报送）"),
        "\(result.errors)")
    }
    let said = try offices.result(at: offices.city, ["reply", "441881", offices.file("r")]).errors
    let first = try #require(said.split(separator: " ").first { $0.hasPrefix("441881@") }.map(String.init))
    #expect(try offices.run(at: offices.city, "reply", first, offices.file("r")).contains("给 441881："))
    #expect(try offices.run(at: offices.city, "reply", "441881B", offices.file("rb")).contains("给 441881B："))
    #expect(try shown(offices.file("rb"), in: offices).output.contains("回执件  第 1 号  441881B"))
  }

  /// Each machine of a district numbers for itself, the second with its letter, so that two papers never bear one number:
  /// offices.md, Files.
  @Test func theMachinesLetterStandsInItsNumbers() throws {
    let offices = try CityAndCounty()
    let second = try secondMachine(in: offices)
    let unit = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
       "applicants": [{"id": "E2", "name": "英德市第二陶瓷厂", "kind": "enterprise", "district": "441881"}], "filings": []}
      """
    try offices.run(at: second, "import", offices.scratch.file("unit.json", unit))
    for (store, applicant, serial) in [(offices.county, "E1", 8), (second, "E2", 9)] {
      // A number is given by whoever receives.
      let filing = CaseworkStore.grant("", of: applicant, serial).replacing(#""id": "", "#, with: "")
      let file = try offices.scratch.file("\(serial).json", filing)
      let (own, others) = ("441881-2019-000001", "441881B-2019-000001")
      let (id, not) = store == second ? (others, own) : (own, others)
      #expect(try offices.run(at: store, "file", file).hasPrefix(id + " "))
      for step in ["accept", "review"] { try offices.run(at: store, "step", step, id) }
      for paper in ["receipt", "label", "batch"] {
        let text = try offices.run(at: store, "print", paper, id)
        #expect(text.contains(id) && !text.contains(not), "\(paper) \(text)")
      }
      #expect(try offices.run(at: store, "export").contains(#""id": "\#(id)""#))
      try offices.run(at: store, "step", "hand-up", id)
      try offices.run(at: store, "bundle", offices.file("\(serial).zb"))
      try offices.run(at: offices.city, "gather", offices.file("\(serial).zb"), "--confirm")
      try offices.run(at: offices.city, "step", "commit", id, "--note", "先后已核")
    }
    // On the city's lists both stand, each under the number that its own paper bears.
    for paper in ["receipt", "batch"] {
      let text = try offices.run(
        at: offices.city, "print", paper, "441881-2019-000001", "441881B-2019-000001")
      #expect(text.contains("441881-2019-000001") && text.contains("441881B-2019-000001"), "\(text)")
    }
    #expect(try !offices.run(at: offices.city, "conflicts").contains("K11-"))
    try offices.run(at: offices.city, "reply", "441881B", offices.file("rb"))
    try offices.run(at: second, "take", offices.file("rb"), "--confirm")
    #expect(try offices.run(at: second, "show", "441881B-2019-000001").contains("阶段 审定"))
  }

  /// Records of one unit that differ: `conflicts` says in what.
  @Test func recordsThatDifferAreSaidToDifferInWhat() throws {
    let offices = try decided()
    try offices.run(
      at: offices.city, "import",
      offices.scratch.file(
        "same.json",
        #"{"format": "zizhu-cases/1", "policy": "qingyuan-2018-27", "applicants": [{"id": "C9", "name": "英德市第一陶瓷厂", "kind": "enterprise", "district": "441802", "code": "91441802MA5116T21M"}], "filings": []}"#
      ))
    let text = try offices.run(at: offices.city, "conflicts", "--kind", "4")
    #expect(text.contains("* 地区：清城区 | 英德市") || text.contains("* 地区：英德市 | 清城区"), "\(text)")
    #expect(text.contains("* 代码：") && text.contains("（没有）") && !text.contains("* 名称"), "\(text)")
  }

  /// Whoever loses a key by the city's word is refused for the filing that has it.
  @Test func theLoserOfAKeyIsToldWhoHasIt() throws {
    let offices = try CityAndCounty()
    for step in ["accept", "review", "hand-up"] { try offices.run(at: offices.county, "step", step, "F1") }
    try offices.run(at: offices.county, "bundle", offices.file("bundle-2"))
    try offices.giveCity(CaseworkStore.grant("C1-1", of: "C1", 1).replacing("2019-06-10", with: "2019-06-11"))
    try offices.run(
      at: offices.city, "gather", offices.file("bundle"), offices.file("bundle-2"), "--confirm")
    let text = try offices.run(at: offices.city, "conflicts", "--kind", "5")
    let id = String(text.prefix { $0 != " " })
    try offices.run(at: offices.city, "rule", id, "keep", "--keep", "441800:C1-1", "--note", "材料齐的为先")
    try offices.refuse(65, "同一依据已由申报 C1-1 占用", at: offices.city, "step", "commit", "F1")
  }

  /// A year's end at the city: heads, counts, sums, and who was accepted.
  @Test func theCityPrintsHowItsOfficesStandWithTheYear() throws {
    let offices = try decided()
    func sheet() throws -> String {
      try offices.run(at: offices.city, "print", "year-close", "--year", "2019")
    }
    let before = try sheet()
    #expect(before.contains("2019年度各局结账表") && before.contains("未结算"), "\(before)")
    try offices.run(at: offices.city, "reply", "441881", offices.file("reply"))
    try offices.run(at: offices.county, "take", offices.file("reply"), "--confirm")
    let closed = try offices.run(at: offices.county, "close", "2019", "--confirm")
    let head = try #require(closed.split(separator: "\n").first { $0.contains("/1/") }.map(String.init))
    try offices.run(at: offices.county, "bundle", offices.file("bundle-3"))
    try offices.run(at: offices.city, "gather", offices.file("bundle-3"), "--confirm")
    let waiting = try sheet()
    #expect(waiting.contains("已结算，待核对") && waiting.contains(head), "\(waiting)")
    #expect(waiting.contains("2件，市局计入2件") && waiting.contains("净额1,000.00元"), "\(waiting)")
    let accepted = try offices.run(at: offices.city, "close", "2019", "--accept", "441881", "--head", head)
    #expect(accepted.hasPrefix("441881 英德市知识产权局  已接受  "), "\(accepted)")
    let after = try sheet()
    #expect(after.contains("已接受1个"), "\(after)")
    #expect(try offices.run(at: offices.city, "print", "offices-close", "--year", "2019") == after)
    let html = try offices.run(at: offices.city, "print", "year-close", "--year", "2019", "--format", "html")
    #expect(html.contains(head) && html.contains("已接受"))
    try offices.refuse(65, "市局", at: offices.county, "print", "offices-close", "--year", "2019")
  }
}
