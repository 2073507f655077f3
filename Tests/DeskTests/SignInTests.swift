import Casework
import Cells
import Testing

@testable import Desk

/// Who sits at the desk is asked, changed and asked again; nothing that was typed is lost by it.
@Suite struct SignInTests {
  /// The demo office with a reviewer who has a PIN and a clerk who has not set one yet.
  private func desk(_ script: String = "") throws -> DeskSession {
    var desk = try DeskSession.demo()
    let key = PINKey(salt: [1], key: [2], rounds: 2, blockSize: 1, parallelism: 1)
    for transaction in [
      Transaction(
        by: "演示", at: "2020-03-27T02:00:00Z", policy: "",
        changes: [
          .operatorAdded(.init(name: "林复核", role: .reviewer, login: nil)),
          .operatorAdded(.init(name: "陈经办", role: .clerk, login: nil, code: key)),
        ]),
      Transaction(by: "林复核", at: "2020-03-27T02:00:01Z", policy: "", changes: [.pinSet(key)]),
    ] {
      desk.state.fold(transaction)
    }
    desk.model.stateChanged(desk.state)
    try desk.press(script)
    return desk
  }

  private let right = "核复林123456"

  @Test func atTheStartTheDeskAsksAndShowsNothing() throws {
    var desk = try desk()
    desk.model.askWho(desk.state)
    #expect(desk.title.contains("谁在办理") && !desk.title.contains("演示  2020"))
    #expect(!desk.screen.contains("GXQ-2020-000014"))
    for name in ["演示（主管）", "林复核（复核）", "陈经办（经办）"] { #expect(desk.screen.contains(name)) }
    // No other key does anything.
    try desk.press("<F2><F9>4<C-p><F5>")
    #expect(desk.title.contains("谁在办理"))
    try desk.press("2<Enter>\(right)<Enter>")
    #expect(desk.title.contains("林复核"))
    #expect(desk.screen.contains("GXQ-2020-000014"))
  }

  /// Whoever is known by the login alone is told what that does not keep out, as soon as others work without one.
  @Test func aLoginWithoutAPINSaysWhatItDoesNotKeepOut() throws {
    var desk = try desk()
    desk.state.fold(
      Transaction(
        by: "演示", at: "2020-03-27T02:00:02Z", policy: "",
        changes: [.operatorAdded(.init(name: "王主管", role: .supervisor, login: "wang"))]))
    desk.model.stateChanged(desk.state)
    try desk.press("<C-o>4")
    #expect(desk.screen.contains("凭系统登录名认定，不问 PIN"))
    try desk.press("2")
    #expect(!desk.screen.contains("凭系统登录名认定"))
  }

  /// The list numbers its names: of more than nine the twelfth is 12, whether its figures come one by one or at once.
  @Test func aNameBehindTheNinthIsPickedByItsNumber() throws {
    var desk = try DeskSession.demo()
    let names = (2...12).map { "操作员\($0)" }
    desk.state.fold(
      Transaction(
        by: "演示", at: "2020-03-27T02:00:00Z", policy: "",
        changes: names.map { .operatorAdded(.init(name: $0, role: .clerk, login: $0)) }))
    desk.model.stateChanged(desk.state)
    func picked(_ keys: String, apart: Bool = false) throws -> Int? {
      var desk = desk
      try desk.press("<C-o>")
      if apart { for key in keys { desk.take(.text(String(key))) } } else { try desk.press(keys) }
      return desk.model.layer(SignInForm.self).map { $0.chosen + 1 }
    }
    for apart in [false, true] {
      for (keys, number) in [("12", 12), ("1", 1), ("9", 9), ("10", 10), ("3", 3), ("１２", 12), ("03", 3)] {
        #expect(try picked(keys, apart: apart) == number, "\(keys)")
      }
      // There is no 13th: the second figure begins another number. The first of all stays where none has it.
      #expect(try picked("13", apart: apart) == 3 && picked("0", apart: apart) == 1)
    }
    #expect(try picked("1<Down>2") == 2 && picked("1<Up><Down>") == 2)
    try desk.press("<C-o>12<Enter>")
    #expect(desk.model.seat.operatorName == "操作员12", "\(desk.screen)")
  }

  @Test func aPINIsNeverShown() throws {
    let desk = try desk("<C-o><Down><Enter>secret77")
    #expect(!desk.screen.contains("secret77"))
    #expect(desk.screen.contains("********"))
  }

  @Test func aWrongPINIsSaidAndTypedAnew() throws {
    var desk = try desk("<C-o><Down><Enter>000000<Enter>")
    #expect(desk.message.contains("的 PIN 不对"))
    #expect(desk.title.contains("演示"))
    try desk.press("\(right)<Enter>")
    #expect(desk.message.contains("现在由林复核办理"))
    #expect(desk.model.seat.operatorName == "林复核")
  }

  @Test func aFirstPINIsTypedTwice() throws {
    // The code that the supervisor handed over comes first, and is not shown either.
    var desk = try desk("<C-o>3<Enter><Enter>")
    #expect(desk.message.contains("一次性码"))
    try desk.press("87654321<Enter>123456<Enter>123457<Enter>")
    #expect(!desk.screen.contains("87654321"))
    #expect(desk.message.contains("两次输入的 PIN 不一样"))
    try desk.press("办经陈123456<Enter>办经陈123456<Enter>")
    #expect(desk.model.seat.operatorName == "陈经办")
    // What a clerk may not do is not offered.
    #expect(!desk.keyBar.contains("不予"))
  }

  @Test func whoeverComesBackFindsWhatTheyLeft() throws {
    var desk = try desk("<F2>专利保险<C-o><Down><Enter>\(right)<Enter>")
    #expect(desk.title.contains("1 待办"))
    try desk.press("<C-o>1<Enter>办经陈<Esc>")
    #expect(desk.model.seat.operatorName == "林复核")
    desk.model.signedIn(as: "演示", desk.state)
    #expect(desk.title.contains("新申报"))
    #expect(desk.screen.contains("专利保险"))
  }

  /// F10 leads nobody to the screen that another came from.
  @Test func whereSomebodyCameFromIsTheirs() throws {
    var desk = try desk("5<Enter><C-o><Down><Enter>\(right)<Enter>")
    #expect(desk.model.seat.operatorName != "演示" && !desk.model.leadsBack)
    desk.model.signedIn(as: "演示", desk.state)
    #expect(desk.model.leadsBack)
  }

  @Test func aDeskLeftAloneLocksAfterFifteenMinutes() throws {
    var desk = try desk("<F2>专利保险")
    desk.model.seat.isDemo = false
    desk.model.rested(seconds: 15 * 60 - 1, desk.state)
    #expect(desk.title.contains("新申报"))
    desk.model.rested(seconds: 15 * 60, desk.state)
    #expect(desk.title.contains("已锁定"))
    #expect(!desk.screen.contains("专利保险"))
    try desk.press("<Esc><F10>")
    #expect(desk.title.contains("已锁定"))
    desk.model.signedIn(as: "演示", desk.state)
    #expect(desk.title.contains("新申报") && desk.screen.contains("专利保险"))
  }

  @Test func nobodyLeavesOverWhatOthersHaveOpen() throws {
    var desk = try desk("<F2>专利保险<C-k><C-q>")
    #expect(desk.message.contains("演示还有没保存的内容，请先由本人登录"))
    #expect(!desk.hasLeft)
    try desk.press("<Up><Down>\(right)<Enter>")
    desk.model.signedIn(as: "林复核", desk.state)
    try desk.press("<F10>")
    #expect(desk.message.contains("演示还有没保存的内容，最好由本人先保存"))
    try desk.press("<Enter>")
    #expect(desk.hasLeft)
    #expect(try self.desk("<C-k><C-q>").hasLeft)
  }

  @Test func aRetiredNameIsNotOffered() throws {
    var desk = try desk()
    desk.state.fold(
      Transaction(
        by: "演示", at: "2020-03-27T03:00:00Z", policy: "",
        changes: [.operatorRetired(name: "陈经办", note: "调离")]))
    try desk.press("<C-o>")
    #expect(!desk.screen.contains("陈经办"))
  }
}
