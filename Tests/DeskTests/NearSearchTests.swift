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
    #expect(work.line(1).contains("相近的结果") && work.line(4).contains("罗岚娟"), "\(work.screen)")
    // What stands elsewhere as it was typed comes before what is near here.
    #expect(try DeskSession.demo("]3<F7>罗岚娟").screen.contains("按 Enter 去看"))
  }

  /// Numbers too: a digit wrong, missing, too many, or two changed about; of receipts and of papers.
  @Test(
    arguments: [
      "441882-2020-00010", "441882-2020-0000100", "441882-2002-000010", "441882-2020-0000i0",
      "44182-2020-000010",
    ])
  func aNumberThatIsOneSlipAway(_ typed: String) throws {
    for screen in ["", "3"] {
      let desk = try DeskSession.demo("\(screen)<F7>\(typed)")
      #expect(desk.line(1).contains("相近的结果") && desk.screen.contains("441882-2020-000010"), "\(desk.screen)")
    }
  }

  @Test func aNumberOnTheDocumentsThatIsOneSlipAway() throws {
    let near = NearNumbers("ZL2018 2012 3465")
    #expect(near?.isNear("201820123456.0") == true)
    for (typed, number, isNear) in [
      ("201820123456", "201820123456.0", false), ("201820123457", "201820123456.0", true),
      ("20182012345", "201820123456.0", false), ("2018201234560", "201820123465.0", true),
      ("20182013456", "201820123456.0", true), ("2018201234567", "201820123456", true),
      ("201820124365", "201820123456.0", false),
    ] { #expect(NearNumbers(typed)?.isNear(number) == isNear, "\(typed) \(number)") }
    #expect(NearNumbers("20182") == nil && NearNumbers("罗岚娟公司") == nil && NearNumbers("GXQABC") == nil)
  }

  /// What is only near is acted on by nobody who has not chosen it.
  @Test func nothingIsDoneToWhatIsOnlyNear() throws {
    for key in ["<F4>", "<F5>", "<F6>", "<F9>", " "] {
      var desk = try DeskSession.demo("<F7>罗兰娟<Enter>\(key)")
      #expect(desk.model.overlay == nil && desk.model.selection.marks.isEmpty, "\(key)")
      #expect(desk.message.contains("只是相近的"), "\(desk.message)")
      try desk.press("<Down>\(key)")
      #expect(desk.model.overlay != nil || !desk.model.selection.marks.isEmpty, "\(key)")
    }
  }

  /// A search that found nothing is gone when one comes back to its screen; one that found something stays.
  @Test func whatFoundNothingIsNotLookedForAgain() throws {
    for screen in ["1", "2", "3", "[4", "5", "7"] {
      let plain = try DeskSession.demo("\(screen)83\(screen.last ?? "1")").screen
      let back = try DeskSession.demo("\(screen)<F7>$$没有<Enter>83\(screen.last ?? "1")")
      #expect(!back.screen.contains("$$没有"), "\(back.screen)")
      if screen != "3" { #expect(back.screen == plain, "\(screen)") }
    }
    #expect(try DeskSession.demo("<F7>罗岚娟<Enter>41").screen.contains("罗岚娟"))
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
