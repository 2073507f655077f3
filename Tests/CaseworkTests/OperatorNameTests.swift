import CaseModel
import Casework
import SubsidyRules
import Testing

/// The names by which people sign: each is somebody's own, is seen, and stays that one's after leaving.
struct OperatorNameTests {
  private func refusal(
    _ name: String, _ role: Operator.Role = .clerk, login: String? = nil, in office: TestOffice? = nil
  ) throws -> Refusal? {
    try (office ?? TestOffice()).refusal(
      of: .addOperator(Operator(name: name, role: role, login: login)), by: "赵主管")
  }

  @Test(arguments: ["", " ", "\u{3000}", "\u{200B}"]) func `A blank name is none`(name: String) throws {
    #expect(try refusal(name) == .nameMissing)
  }

  @Test(arguments: ["郑\u{200B}复核", "\u{202E}郑复核", "郑复核\n", "郑\t复核", "郑\u{FFFD}", "郑\u{AD}复核"])
  func `Nor is one with what nobody sees`(name: String) throws {
    #expect(try refusal(name) == .nameNotVisible)
  }

  @Test(arguments: [
    ("赵主管", "赵主管"), (" 赵 主管", "赵主管"), ("李经办\u{3000}", "李经办"), ("赵主管（一）", nil as String?), ("赵主", nil),
  ])
  func `Two names that an eye can't tell apart are one`(name: String, known: String?) throws {
    #expect(try refusal(name) == known.map(Refusal.operatorExists))
  }

  @Test func `Letters and digits that look alike are alike`() throws {
    var office = try TestOffice()
    try office.act(.addOperator(Operator(name: "Li10", role: .clerk, login: nil)), by: "赵主管")
    for name in ["LI10", "ＬＩ１０", "Lil0", "LiIO"] {
      #expect(try refusal(name, in: office) == .operatorExists("Li10"), "\(name)")
    }
    #expect(try refusal("Li11", in: office) == nil)
  }

  @Test func `A login is one name's, also after it has left`() throws {
    var office = try TestOffice()
    try office.act(.addOperator(Operator(name: "郑复核", role: .reviewer, login: "zheng")), by: "赵主管")
    #expect(try refusal("冯经办", login: "zheng", in: office) == .loginTaken(by: "郑复核"))
    try office.act(.retireOperator("郑复核", note: "调离"), by: "赵主管")
    #expect(try refusal("冯经办", login: "zheng", in: office) == .loginTaken(by: "郑复核"))
    #expect(try refusal("冯经办", login: "feng", in: office) == nil)
    // Who left comes back under the very name alone.
    #expect(try refusal("郑复核", .reviewer, login: "zheng", in: office) == nil)
    #expect(try refusal("郑 复核", in: office) == .operatorExists("郑复核"))
    try office.act(.addOperator(Operator(name: "郑复核", role: .clerk, login: "zheng")), by: "赵主管")
    let back = try #require(office.state.house.operators.first { $0.name == "郑复核" })
    #expect(!back.isRetired && back.role == .clerk)
    #expect(office.state.house.operators.count { $0.name == "郑复核" } == 1)
  }

  @Test func `One supervisor stays`() throws {
    var office = try TestOffice()
    try office.act(.retireOperator("周主管", note: "调离"), by: "赵主管")
    #expect(office.refusal(of: .retireOperator("赵主管", note: "调离"), by: "赵主管") == .lastSupervisor)
    #expect(office.refusal(of: .retireOperator("钱复核", note: "调离"), by: "赵主管") == nil)
    #expect(office.refusal(of: .retireOperator("周主管", note: "调离"), by: "赵主管") == .operatorRetired("周主管"))
    #expect(office.refusal(of: .retireOperator("没有的", note: "调离"), by: "赵主管") == .unknownOperator("没有的"))
  }

  @Test(arguments: ["", " ", "。", "2019"]) func `Working alone is allowed for a reason`(note: String) throws {
    var office = try TestOffice()
    #expect(office.refusal(of: .allowAlone(true, note: note), by: "赵主管") == .noteMissing)
    let before = office.saves.count
    try office.act(.allowAlone(false, note: "两人"), by: "赵主管")
    // It was not allowed before either: nothing is saved.
    #expect(office.saves.count == before)
  }
}
