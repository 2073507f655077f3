import CaseModel
import Casework
import Testing

@testable import Desk

/// The day's tasks as scripts of keys: none takes more than it took in the audit of 28 November 2026
/// (`audit/desk.md`), and the three done most often a quarter fewer. What stands on the paper is typed by everybody and
/// counts as data; every other key is counted.
@Suite struct TaskKeyTests {
  private let name = "英德市试验陶瓷有限公司"
  private let number = "2018201234560"

  /// The keys of a script less the data that it types.
  private func keys(_ desk: inout DeskSession, _ script: String, data: [String] = []) throws -> Int {
    let before = desk.keysPressed
    try desk.press(script)
    return desk.keysPressed - before - data.reduce(0) { $0 + $1.count }
  }

  /// 18 keys in the audit.
  @Test func aNewApplicantWithEveryField() throws {
    var desk = try DeskSession.demo()
    let data = [name, "1", "英德", "91441881MA52345677", "王", "13900000000", "英德农商行", "6217000000000000001"]
    let count = try keys(
      &desk,
      "<F3>\(data[0])<Tab>\(data[1])<Tab>\(data[2])<Tab>\(data[3])<Tab>\(data[4])<Tab>\(data[5])<Tab>\(data[6])<Tab>\(data[7])<F8>",
      data: data)
    #expect(desk.message.contains("已保存申请人"), "\(desk.screen)")
    #expect(count <= 18)
  }

  /// 9 keys and 23 of data in the audit, of which a quarter less are 6: applicant and day stand there already.
  @Test func theFirstFilingOfANewApplicant() throws {
    var desk = try DeskSession.demo("<F3>\(name)<Tab>1<Tab>英德<F8>")
    let data = ["实用", number, "20190615"]
    let count = try keys(&desk, "<F2>\(data[0])<Enter>\(data[1])<Enter>\(data[2])<Enter> <F8>", data: data)
    #expect(desk.message.contains("已保存"), "\(desk.screen)")
    #expect(desk.state.files.last?.filing.received == DemoOffice.today)
    #expect(count <= 6)
  }

  /// F7 and four letters in the audit; why it is paid nothing was one or two arrows more.
  @Test func foundAgainAndWhyRefused() throws {
    var desk = try DeskSession.demo()
    #expect(try keys(&desk, "<F7>qlzl") <= 5)
    #expect(desk.line(4).hasPrefix("x441823-2020-000001 阳山县青莲镇老陈"), "\(desk.screen)")
    // The reason stands below without another key.
    #expect(desk.screen.contains("申请人类型为个体工商户，本项目资助对象为：企业"), "\(desk.screen)")
  }

  /// 2 keys for the cap with the least room, 1 more for the fund, 1 more for what waits longest.
  @Test func theNearestCapTheFundAndTheLongestWait() throws {
    var desk = try DeskSession.demo()
    #expect(try keys(&desk, "4[") <= 2)
    #expect(desk.screen.contains("49,900.00"))
    #expect(try keys(&desk, "<Right>") <= 1)
    #expect(desk.screen.contains("3,224,000.00"))
    #expect(try keys(&desk, "<Right>") <= 1)
    #expect(desk.screen.contains("本阶段最久"))
  }

  /// 2 keys.
  @Test func oneStage() throws {
    var desk = try DeskSession.demo()
    #expect(try keys(&desk, "<F5><F8>") <= 2)
    #expect(desk.standing("GXQ-2020-000014") == .accepted)
  }

  /// 10 keys and three for each of two changes of operator in the audit; a quarter fewer are 12.
  @Test func theWholeWayToPayment() throws {
    var desk = try DeskSession.office(on: "2019-06-10")
    try desk.turn("李经办")
    try desk.press("<F3>\(name)<Tab>1<Tab>英德<Tab><Tab><Tab><Tab>英德农商行<Tab>6217000000000000001<F8>")
    try desk.press("<F2>实用<Enter>\(number)<Enter>20190601<Enter> <F8>")
    let filing = try #require(desk.state.files.last?.filing.id)
    var count = try keys(&desk, "<F5><F8>")
    #expect(desk.standing(filing) == .accepted, "\(desk.screen)")
    // The one who can go on is offered first.
    count += try keys(&desk, "<C-o><Enter>")
    #expect(desk.model.seat.operatorName == "钱复核")
    count += try keys(&desk, "<F5><C-n>")
    #expect(desk.standing(filing) == .reviewed && desk.title.contains("审定"), "\(desk.screen)")
    // What decides on money takes F8, however long Ctrl-N is held.
    try desk.press("<C-n><C-n>")
    #expect(desk.standing(filing) == .reviewed && desk.message.contains("审定请按 F8"))
    count += try keys(&desk, "<F8>")
    #expect(desk.standing(filing) == .approved && desk.title.contains("公示"), "\(desk.screen)")
    // The key that approved does not publish too, however long it is held.
    var held = desk
    try held.press("<F8><F8><F8>")
    #expect(held.standing(filing) == .approved && held.message.contains("公示\"是另一项"))
    try held.press("<Enter>")
    #expect(held.standing(filing) == .published)
    count += try keys(&desk, "<C-n><C-o><Enter>")
    #expect(desk.model.seat.operatorName == "赵主管" && desk.standing(filing) == .published)
    // The day's payment list, by the clerks' own word for it.
    var printing = desk
    #expect(try keys(&printing, "<C-p>付款表<Enter><F8><F8>", data: ["付款表"]) <= 4)
    #expect(printing.files.count == 1, "\(printing.screen)")
    count += try keys(&desk, "<F5><F8>")
    #expect(desk.standing(filing) == .paid, "\(desk.screen)")
    #expect(count <= 12)
  }

  /// 4 keys in the audit.
  @Test func theReceiptIntoAFile() throws {
    var desk = try DeskSession.demo()
    #expect(try keys(&desk, "<F9><F8><F8>") <= 3)
    #expect(desk.files == ["收件回执-GXQ-2020-000014.html"])
  }

  /// 24 keys with its data in the audit, 17 with the day copied.
  @Test func anotherPatentOfTheSameApplicant() throws {
    var desk = try DeskSession.demo("<F3>\(name)<Tab>1<Tab>英德<F8><F2>实用<Enter>\(number)<Enter>20190615<C-n>")
    #expect(try keys(&desk, "201920123456.5<Enter><C-d><F8>") <= 17)
    #expect(desk.message.contains("已保存"), "\(desk.screen)")
  }

  /// One key to the list, one for the paste, one to save.
  @Test func fiftyPasted() throws {
    let numbers = (1...50).compactMap { ApplicationNumber(digits: 2018_2555_0000 + UInt64($0), count: 12) }
    let rows = numbers.map { "ZL\($0)\\t2019.6.15" }.joined(separator: "\\n")
    var desk = try DeskSession.demo("<F3>\(name)<Tab>1<Tab>英德<F8><F2>实用<Enter>")
    #expect(try keys(&desk, "<C-t><Paste \"\(rows)\\n\"><F8>") + 1 <= 3)
    #expect(desk.message == "已保存 50 件。", "\(desk.screen)")
  }

  /// Not counted in the audit: as many keys as there are things to say.
  @Test func aCorrectionAndAnUndo() throws {
    var desk = try DeskSession.demo("<F4><C-a><Down> <F8>")
    #expect(try keys(&desk, "<F6>1<Enter><F8>") <= 4)
    #expect(desk.standing("GXQ-2020-000014") == .correction, "\(desk.screen)")
    #expect(try keys(&desk, "<C-z><Tab>误操作<F8>", data: ["误操作"]) <= 3)
    #expect(desk.standing("GXQ-2020-000014") == .received, "\(desk.screen)")
  }
}
