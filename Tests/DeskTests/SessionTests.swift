import CaseModel
import Casework
import Cells
import SubsidyRules
import Testing

@testable import Desk

/// Sessions are recorded with nobody's data in them, and go the same way when they are replayed.
@Suite struct SessionTests {
  private static let disguise = Disguise(pinyin: DemoOffice.pinyinTable) { text in
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Records a script on the demo, key by key as somebody types, and gives the file.
  private func record(_ script: String, from start: DeskSession? = nil) throws -> String {
    var session = try start ?? DeskSession(DemoOffice.full())
    var recorder = SessionRecorder(Self.disguise)
    var lines = [recorder.head(rows: 24, columns: 80, today: session.model.device.today).text]
    var milliseconds = 0
    for event in try Event.parse(script) {
      for piece in Self.pieces(event) {
        let addition = recorder.take(piece, on: session.model, at: milliseconds)
        if addition.replacesLast {
          lines[lines.count - 1] = addition.text
        } else {
          lines.append(addition.text)
        }
        session.take(piece)
        milliseconds += 150
      }
    }
    return lines.joined()
  }

  private static func pieces(_ event: Event) -> [Event] {
    guard case .text(let text) = event else { return [event] }
    return text.map { .text(String($0)) }
  }

  private func replay(_ file: String) throws -> DeskSession {
    var session = try DeskSession(DemoOffice.full())
    for event in try SessionFile.read(file).events { session.take(event) }
    return session
  }

  // MARK: - Replaying

  static let scripts = [
    Scene.cutGrant + "<F8>", "[[4<Down><Down>]5<Enter><F10>", "<C-p>xsq<Enter><F10>", "  <F5><Tab>",
    "<F4> <Down> <F8>", "<F2>ysqy<Tab><Tab><Tab><F4><Down><Enter>",
    Scene.cutGrant + "  <C-t><Down>12<Tab>今天",
  ]

  /// Initials find what they found, and nothing typed here is anybody's.
  @Test(arguments: scripts) func aSessionGoesTheSameWayAgain(_ script: String) throws {
    let first = try DeskSession.demo(script)
    let again = try replay(record(script))
    #expect(again.model.screen == first.model.screen && again.model.year == first.model.year)
    #expect(again.state.files.count == first.state.files.count)
    #expect(again.title == first.title)
    #expect(again.model.filing?.focus == first.model.filing?.focus)
    #expect(again.model.filing?.live?.decision.outcome == first.model.filing?.live?.decision.outcome)
    #expect(again.model.filing?.live?.decision.award == first.model.filing?.live?.decision.award)
  }

  /// Whoever was entered under an invented name is found by what stands for the name, and by its initials.
  @Test func whoWasEnteredInASessionIsFoundInIt() throws {
    let session = try replay(record("<F3>清城区宝晶鸿达公司<Tab>1<Tab>清城区<F8><F7>bjhd<Enter>"))
    #expect(session.screen.contains("共 1 个"))
    let byName = try replay(record("<F3>清城区宝晶鸿达公司<Tab>1<Tab>清城区<F8><F7>宝晶鸿<Enter>"))
    #expect(byName.screen.contains("共 1 个"))
  }

  // MARK: - What the file holds

  private static let person = "441881199003070018"

  @Test func nobodysDataIsInTheFile() throws {
    let file = try record(
      "<F3>冯晓岚<Tab>7<Tab>清城区<Tab>\(Self.person)<Tab>冯先生<Tab>13800138000<Tab>清远农商行<Tab>6228480402564890018<F10><Enter>"
        + "<F7>冯晓岚<F10><F2>dlsq<Tab>冯晓<Tab><F10><Enter><Paste \"冯晓岚\\t13800138000\">" + Scene.cutGrant
        + "<C-t><Paste \"冯晓岚\\t201820123456.0\\t2019-06-15\\t是\\n\">")
    for text in ["冯", "晓", Self.person, "13800138000", "6228480402564890018", "0123456.0", "0123456", "农商"] {
      #expect(!file.contains(text), "\(text)")
    }
    // Days, words of lists and initials are nobody's.
    for text in ["2019-06-15", "是", "dlsq", "ydfs", " 20190615\n"] { #expect(file.contains(text), "\(text)") }
  }

  @Test func aPINIsNotInTheFile() throws {
    let file = try record("<C-o>1secret<Paste \"secret\">")
    #expect(!file.contains("secret") && !file.contains("1s"))
    #expect(file.contains("<C-o>\n") && file.contains(" 0000000\n"))
  }

  /// A desk that goes down in the middle of a number leaves the digits so far, replaced too.
  @Test func theFileIsWholeAfterEachKey() throws {
    let file = try record("<F3><Tab><Tab><Tab>441881")
    #expect(!file.contains("441881"))
    #expect(try SessionFile.read(file).events.count == 5)
  }

  @Test func theFileIsAsItsFormatSays() throws {
    #expect(
      try record("<F2>dl<Tab>") == """
        zizhu-session 1
        screen 24 80
        today 2020-03-27

        0.0 <F2>
        0.1 dl
        0.4 <Tab>

        """)
  }

  @Test(arguments: [
    ("", SessionFile.Mistake.notASession),
    ("zizhu-session 2\nscreen 24 80\ntoday 2020-03-27\n\n", .notASession),
    ("zizhu-session 1\nscreen 24\ntoday 2020-03-27\n\n", .line(2)),
    ("zizhu-session 1\nscreen 24 80\ntoday 2020-02-30\n\n", .line(3)),
    ("zizhu-session 1\nscreen 24 80\ntoday 2020-03-27\n\n0.0 <F2>\n0.1 <Nope>\n", .line(6)),
    ("zizhu-session 1\nscreen 24 80\ntoday 2020-03-27\n\nx <F2>\n", .line(5)),
  ])
  func whatIsNoSessionIsSaidWithItsLine(_ file: String, _ mistake: SessionFile.Mistake) {
    #expect(throws: mistake) { try SessionFile.read(file) }
  }
}

/// What stands for somebody's data.
@Suite struct DisguiseTests {
  private let disguise = Disguise(pinyin: DemoOffice.pinyinTable) { text in
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
  private let today = DemoOffice.today ?? .first

  @Test(arguments: ["441881199003070018", "110105194912310025", "44188119900307001x", "４４１８８１１９９００３０７００１８"])
  func aPersonsNumberKeepsItsCheck(_ number: String) {
    let other = disguise.text(number)
    #expect(other != number && other.count == number.count)
    switch (ResidentID.read(number, today: today), ResidentID.read(other, today: today)) {
    case (.id, .id), (.wrongCheck, .wrongCheck): break
    case (let old, let new): Issue.record("\(old) became \(new)")
    }
  }

  @Test(arguments: [
    "91441802MAFARM019H", "91350100M000100Y43", "91441802MAFARM0190", "9144 1802 mafa rm01 9h",
  ])
  func aUnitsCodeKeepsItsCheckAndKind(_ code: String) {
    let other = disguise.text(code)
    #expect(other != code && other.count == code.count && other.hasPrefix("91"))
    switch (CreditCode.read(code), CreditCode.read(other)) {
    case (.code, .code), (.wrongCheck, .wrongCheck): break
    case (let old, let new): Issue.record("\(old) became \(new)")
    }
  }

  @Test(arguments: [
    "201710601862.3", "ZL 2018 2 0123456.0", "201820777777.X", "201820777777", "03123456.X",
    "ＺＬ２０１８２０１２３４５６．０",
  ])
  func aPatentKeepsItsYearTypeAndCheck(_ number: String) throws {
    let other = disguise.text(number)
    #expect(other != number && other.count == number.count)
    switch (ApplicationNumber.read(number), ApplicationNumber.read(other)) {
    case (.number(let old), .number(let new)), (.wrongCheck(let old), .wrongCheck(let new)):
      #expect(old.year == new.year && old.type == new.type)
    case (let old, let new): Issue.record("\(old) became \(new)")
    }
  }

  @Test func othersKeepTheirKindAndLength() {
    let phone = disguise.text("13800138000")
    #expect(phone.count == 11 && phone.hasPrefix("1") && phone != "13800138000")
    // ISO/IEC 7812-1: the last digit makes the sum by Luhn's formula end in 0.
    guard case .account(let card) = CardNumber.read(disguise.text("6228480402564890018")) else {
      Issue.record("no account")
      return
    }
    #expect(card.passesLuhn && card.digits.count == 19)
    #expect(disguise.text("0763-3368888").filter(\.isNumber).count == 11)
    #expect(disguise.text("dlsq") == "dlsq")
    #expect(disguise.text("liming1980@qq.com") != "liming1980@qq.com")
    #expect(disguise.text("").isEmpty)
  }

  @Test func aNameIsReplacedTheSameEachTimeAndByPart() {
    let (whole, part) = (disguise.text("冯晓岚（清远）"), disguise.text("晓岚"))
    #expect(whole == disguise.text("冯晓岚（清远）"))
    #expect(whole.count == 7 && whole.contains(part) && whole.hasSuffix("）"))
    for character in "冯晓岚清远" { #expect(!disguise.text(String(character)).contains(character)) }
  }
}
