import Casework
import Testing

@testable import Desk

/// A search that finds nothing anywhere shows what is one slip of the finger away, and says that it does.
@Suite struct NearSearchTests {
  @Test func theApplicantsScreenSaysThatTheyAreNear() throws {
    let desk = try DeskSession.demo("2<F7>罗兰娟")
    #expect(desk.screen.contains("相近 1 个") && desk.screen.contains("罗岚娟"), "\(desk.screen)")
    // What is found as it was typed is not near but meant.
    #expect(try DeskSession.demo("2<F7>罗岚娟").screen.contains("共 1 个"))
    #expect(try DeskSession.demo("2<F7>罗兰娟<Esc>").screen.contains("共 77 个"))
  }

  @Test func soDoFilingsAndTheWorklist() throws {
    let filings = try DeskSession.demo("3<F7>冯小岚")
    #expect(filings.line(1).contains("相近的结果 1 件") && filings.line(3).contains("冯晓岚"), "\(filings.screen)")
    let work = try DeskSession.demo("<F7>罗兰娟")
    #expect(work.line(1).contains("相近的结果") && work.line(3).contains("罗岚娟"), "\(work.screen)")
    // What stands elsewhere as it was typed comes before what is near here.
    #expect(try DeskSession.demo("]3<F7>罗岚娟").screen.contains("按 Enter 去看"))
  }

  /// Nobody gets an applicant that they did not name: one that is only near is taken by the arrows alone.
  @Test func aFormTakesNobodyWhoIsOnlyNear() throws {
    var desk = try DeskSession.demo("<F2>syxx<Tab>罗兰娟")
    #expect(desk.screen.contains("没有找到。相近的") && desk.screen.contains("罗岚娟"), "\(desk.screen)")
    try desk.press("<Tab>")
    #expect(desk.message.contains("没有找到这个申请人") && desk.model.filing?.applicant.chosen == nil)
    try desk.press("<Down><Enter>")
    #expect(desk.model.filing?.applicant.chosen?.label == "罗岚娟")
  }
}
