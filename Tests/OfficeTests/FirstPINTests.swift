import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// The first PIN of a name is its owner's: it takes the one-time code that the supervisor was shown. And wrong PINs are
/// counted.
struct FirstPINTests {
  private static let cost = PINCost(rounds: 16, blockSize: 1, parallelism: 1)
  /// 2026-11-28T04:00:00Z.
  private static let noon = 1_795_838_400

  private static func clock(days: Int = 0, seconds: Int = 0) -> Clock {
    Clock { noon + days * 86_400 + seconds }
  }

  private func refusal(_ work: () throws(OfficeError) -> Void) -> SignInRefusal? {
    do throws(OfficeError) {
      try work()
      return nil
    } catch {
      if case .notSignedIn(let refusal) = error { return refusal }
      return nil
    }
  }

  /// A real store whose supervisor has a login, and the code of 孙复核, whom they have added.
  private func withStore(
    isTrial: Bool = false, isShared: Bool = false, _ work: (String, OpenOffice, String?) throws -> Void
  ) throws {
    try Offices.withScratch { path in
      let office = try OpenOffice.create(
        path + "/s",
        office: OfficeIdentity(
          name: "英德市知识产权局", district: "441881", policy: "qingyuan-2018-27", isTrial: isTrial),
        founder: Operator(name: "陈主管", role: .supervisor, login: "chen"), policy: Offices.policy(),
        pinyin: PinyinTable(), clock: Self.clock(), isShared: isShared)
      let code = try office.add(
        Operator(name: "孙复核", role: .reviewer, login: nil), by: Offices.supervisor, cost: Self.cost)
      try work(path + "/s", office, code)
    }
  }

  private func signIn(
    _ office: OpenOffice, _ code: String?, pin: String? = "271828"
  ) throws(OfficeError) -> SignedIn {
    try office.signIn("孙复核", login: "chen", pin: pin, code: code, cost: Self.cost)
  }

  @Test
  func `Whoever comes first without the code does not get the name`() throws {
    try withStore { path, office, code in
      let code = try #require(code)
      #expect(code.count == 8 && code.allSatisfy { $0.isASCII && $0.isNumber })
      #expect(refusal { () throws(OfficeError) in _ = try signIn(office, nil) } == .codeNeeded("孙复核"))
      #expect(
        refusal { () throws(OfficeError) in _ = try signIn(office, code, pin: nil) } == .codeNeeded("孙复核"))
      // A PIN that is too easy uses nothing up.
      #expect(refusal { () throws(OfficeError) in _ = try signIn(office, code, pin: "111111") } == .weakPIN)
      #expect(try signIn(office, code).name == "孙复核")
      // It holds once.
      let again = try Offices.open(path, clock: Self.clock())
      #expect(
        refusal { () throws(OfficeError) in _ = try signIn(again, code, pin: "314159") } == .wrongPIN("孙复核"))
      // The code stands nowhere in the journal.
      let segment = try Offices.segment(path)
      let cut = segment.lastIndex(of: "/") ?? segment.startIndex
      let text = String(
        decoding: try StoreFolder(String(segment[..<cut])).read(
          String(segment[segment.index(after: cut)...])),
        as: UTF8.self)
      #expect(!text.contains(code) && text.contains("\"code\":{\"salt\""))
    }
  }

  @Test
  func `Five wrong codes void it, whichever desk they are typed at`() throws {
    try withStore { path, office, code in
      let wrong = code == "00000000" ? "00000001" : "00000000"
      for left in [4, 3, 2, 1, 0] {
        let desk = try Offices.open(path, clock: Self.clock())
        #expect(
          refusal { () throws(OfficeError) in _ = try signIn(desk, wrong) } == .wrongCode("孙复核", left: left))
      }
      let desk = try Offices.open(path, clock: Self.clock())
      #expect(refusal { () throws(OfficeError) in _ = try signIn(desk, code) } == .codeOver("孙复核"))
      // The supervisor gives out another one.
      let next = try desk.clearPIN(of: "孙复核", note: "码作废", by: Offices.supervisor, cost: Self.cost)
      #expect(try signIn(desk, next).name == "孙复核")
    }
  }

  @Test(arguments: [(14, true), (15, false)])
  func `It holds for fourteen days`(days: Int, holds: Bool) throws {
    try withStore { path, _, code in
      let office = try Offices.open(path, clock: Self.clock(days: days))
      let refused = refusal { () throws(OfficeError) in _ = try signIn(office, code) }
      #expect(refused == (holds ? nil : .codeOver("孙复核")))
    }
  }

  @Test
  func `A name from before without a PIN gets its code from a supervisor and is told so`() throws {
    try withStore { _, office, _ in
      _ = try office.save(
        .addOperator(Operator(name: "老经办", role: .clerk, login: nil)), by: Offices.supervisor)
      let refused = refusal { () throws(OfficeError) in
        _ = try office.signIn("老经办", login: "chen", pin: "271828", code: "12345678", cost: Self.cost)
      }
      #expect(refused == .codeMissing("老经办"))
      let code = try office.clearPIN(of: "老经办", note: "", by: Offices.supervisor, cost: Self.cost)
      #expect(
        try office.signIn("老经办", login: "chen", pin: "271828", code: code, cost: Self.cost).name == "老经办")
    }
  }

  @Test
  func `A trial store asks for none and gives none out`() throws {
    try withStore(isTrial: true) { _, office, code in
      #expect(code == nil)
      let who = try signIn(office, nil)
      #expect(who.name == "孙复核")
    }
  }

  @Test
  func
    `In a store of several logins a login alone neither approves nor pays, and its first PIN takes a code`()
    throws
  {
    try withStore(isShared: true) { _, office, _ in
      let code = try office.add(
        Operator(name: "钱复核", role: .reviewer, login: "qian"), by: Offices.supervisor, cost: Self.cost)
      let who = try office.signIn("钱复核", login: "qian", pin: nil)
      for step in [Step.approve, .pay, .confirm] {
        #expect(
          refusal { () throws(OfficeError) in _ = try office.save(.step(StepRequest(step, [])), by: who) }
            == .pinNeededHere("钱复核"))
      }
      #expect(
        refusal { () throws(OfficeError) in try office.setPIN("271828", by: who, cost: Self.cost) }
          == .codeNeeded("钱复核"))
      try office.setPIN("271828", by: who, code: code, cost: Self.cost)
      // Now it is the step itself that is looked at.
      #expect(
        refusal { () throws(OfficeError) in _ = try office.save(.step(StepRequest(.approve, [])), by: who) }
          == nil)
    }
  }

  // MARK: - Wrong PINs

  @Test
  func `Wrong PINs make the next try wait, and their number stands with the next sign-in`() throws {
    try withStore { path, office, code in
      _ = try signIn(office, code)
      func tried(_ pin: String, after seconds: Int) throws -> SignInRefusal? {
        // Each time another program: the count lies beside the drafts.
        let desk = try Offices.open(path, clock: Self.clock(seconds: seconds))
        return refusal { () throws(OfficeError) in _ = try signIn(desk, nil, pin: pin) }
      }
      for _ in 0..<3 { #expect(try tried("314159", after: 0) == .wrongPIN("孙复核")) }
      // Also the right one waits: four seconds, then eight, then sixteen.
      #expect(try tried("271828", after: 0) == .waiting("孙复核", seconds: 4))
      #expect(try tried("314159", after: 3) == .waiting("孙复核", seconds: 1))
      #expect(try tried("314159", after: 4) == .wrongPIN("孙复核"))
      #expect(try tried("314159", after: 5) == .waiting("孙复核", seconds: 7))
      // A clock that is set back shortens nothing.
      #expect(try tried("271828", after: -86_400) == .waiting("孙复核", seconds: 8))
      let desk = try Offices.open(path, clock: Self.clock(seconds: 60))
      #expect(try signIn(desk, nil).missedPINs == 4)
      let last = try #require(try desk.saves(before: nil, count: 1) { _ in true }.saves.first)
      #expect(last.by == "孙复核" && last.changes == [.pinsMissed(4)])
      #expect(try signIn(desk, nil).missedPINs == 0)
      let names = try StoreFolder(path).list("drafts").filter { $0.hasSuffix(".wrong-pins") }
      #expect(names.isEmpty)
    }
  }

  @Test
  func `A clock that ran back, or ahead over a day of work, is told`() throws {
    try withStore { path, _, _ in
      // The last save was made on a Saturday.
      for (days, isBack) in [(-2, true), (-1, nil), (0, nil), (2, nil), (4, false), (-4000, true)]
        as [(Int, Bool?)]
      {
        let office = try Offices.open(path, clock: Self.clock(days: days))
        #expect(office.clockJump?.isBack == isBack, "\(days)")
      }
    }
  }
}
