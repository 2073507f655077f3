import CaseModel
import Casework
import Papers
import SubsidyRules
import Testing
import Wording

@testable import Desk

/// One office of a city looked at alone: offices.md, On the desk, "Enter that office's screens read-only"; issue item
/// "reports and lists with a county column and filter".
@Suite struct OneOfficeTests {
  private static func state() throws -> OfficeState {
    try #require(try CityOffices.played.get().states[DeskSession.city])
  }

  /// At the city, with an office chosen on screen 9 and entered.
  private static func at(_ name: String, _ script: String = "") throws -> DeskSession {
    try DeskSession.inCity(DeskSession.city, "[9<F7>\(name)<Enter><Enter>" + script, rows: 30, columns: 120)
  }

  private static func isOf(_ code: String, _ number: Int, _ state: OfficeState) -> Bool {
    state.office(of: state.files.id(of: number)) == code
  }

  @Test func everyScreenIsTheOffices() throws {
    let whole = try Self.state()
    let session = try Self.at("英德", "1234567")
    #expect(session.title.contains("只看 英德市知识产权局"))
    for keys in ["1", "2", "3", "4", "5", "6"] {
      #expect(try Self.at("英德", keys).title.contains("只看 英德市知识产权局"), "\(keys)")
    }
    let worklist = try Self.at("英德", "1").model.lists.worklist.numbers
    let open = whole.files.indices.filter {
      whole.files.rows[$0].stage.isOpen && Self.isOf("441881", $0, whole)
    }
    #expect(!open.isEmpty && Set(worklist) == Set(open))
    let filings = try Self.at("英德", "30").model.lists.filings
    #expect(
      Set(filings) == Set(whole.files.indices.filter { Self.isOf("441881", $0, whole) }) && !filings.isEmpty)
    let applicants = try Self.at("英德", "2").model.lists.applicants
    let theirs = Set(filings.map { whole.files[$0].filing.applicant })
    #expect(theirs.isSubset(of: applicants) && applicants.count < whole.people.applicants.count)
    #expect(applicants.allSatisfy { theirs.contains($0) || $0.hasPrefix("441881-") })
  }

  /// Article 2: 50 000 yuan for an agency with its branches. The office's use is its own, what is left all offices leave.
  @Test func capsAreUsedByTheOfficeAndLeftByAll() throws {
    let whole = try Self.state()
    var shared = 0
    for (code, part) in try Self.parts(of: whole) {
      for use in part.capUses(of: 2018) {
        let all = try #require(whole.sums.capUses[use.row.group])
        let members = whole.ledger.members(of: use.row.group).filter { Self.isOf(code, $0, whole) }
        let own = members.filter { whole.files.rows[$0].outcome.isServed }.reduce(MoneyTotal.zero) {
          $0
            + MoneyTotal(
              Cap.use(of: whole.files.rows[$1].award, inPieces: whole.policy.isInPieces(use.row.group.cap)))
        }
        #expect(use.row.used == own)
        #expect(use.row.remaining == all.row.remaining && use.row.over == all.row.over)
        if use.row.used != all.row.used { shared += 1 }
      }
    }
    #expect(shared > 1)
  }

  private static func parts(of whole: OfficeState) throws -> [(String, OfficeState)] {
    #expect(whole.officeCodes.count == 11)
    return try whole.officeCodes.map { ($0, try #require(whole.part(of: $0))) }
  }

  /// The parts of all offices add up to the whole: filings, sums by item, county, month and stage, the fund, and what was
  /// paid in each month.
  @Test(arguments: [2018, 2019, 2020]) func theOfficesAddUp(_ year: Int) throws {
    let whole = try Self.state()
    let parts = try Self.parts(of: whole).map(\.1)
    func add<Key: Hashable>(_ figures: (OfficeState) -> [Key: MoneyTotal]) {
      var sums: [Key: MoneyTotal] = [:]
      for part in parts { sums.merge(figures(part)) { $0 + $1 } }
      let all = figures(whole).filter { $0.value != .zero }
      #expect(sums.filter { $0.value != .zero } == all && !all.isEmpty)
    }
    #expect(parts.reduce(0) { $0 + $1.files.count } == whole.files.count)
    add { [0: $0.sums.byYear[year]?.award ?? .zero] }
    for dimension in AwardDimension.onDesk {
      add { state in
        Dictionary(
          uniqueKeysWithValues: state.breakdown(by: dimension, of: FilingFilter(year: year)).map {
            ($0.key, $0.award)
          })
      }
    }
    add { state in
      Dictionary(uniqueKeysWithValues: state.fund(of: year).map { ($0.district, $0.used + $0.waiting) })
    }
    add { state in
      Dictionary(uniqueKeysWithValues: state.capUses(of: year).map { ($0.row.group, $0.row.used) })
    }
    for report in ["totals", "districts", "months", "spending", "fund", "offices"] {
      let report = try #require(YearReport.named(report))
      func money(_ state: OfficeState) -> MoneyTotal {
        let table = report.table(of: state, year: year, today: .first)
        return table.rows.filter { !$0.isTotal }.flatMap(\.cells).reduce(.zero) { sum, cell in
          if case .money(let money) = cell { sum + money } else { sum }
        }
      }
      // Of what is left and of running sums each part has its own.
      guard !["fund", "spending"].contains(report.name) else { continue }
      #expect(parts.map(money).reduce(.zero) { $0 + $1 } == money(whole), "\(report.name)")
    }
  }

  /// A screen of an office without anything in the year offers no key by which it could be entered.
  @Test func emptyScreensOfferNothingToEnter() throws {
    for keys in ["1", "2", "3", "4", "5", "6", "6<Enter>"] {
      let text = try Self.at("连南", keys).screen
      for key in ["按 F2", "按 F3"] { #expect(!text.contains(key), "\(keys): \(text)") }
    }
  }

  /// terminal.md, Keys: what can't be done here says so before it is chosen, and nothing else does.
  @Test(arguments: ["", "2", "6"]) func thePaletteSaysBeforehandWhatIsNotWritten(_ keys: String)
    throws
  {
    let session = try Self.at("英德", keys)
    let commands = session.model.paletteCommands(session.state)
    func isRefused(_ name: String) -> Bool { commands.contains { $0.label == name + "（这里不能用）" } }
    for name in ["新申请人", "受理", "登记不利情形", "汇总：收下报送件", "撤销"] { #expect(isRefused(name), "\(name)") }
    for name in ["查找", "打印文书、报表", "锁定", "查申请号：哪些申报以它为依据"] { #expect(!isRefused(name), "\(name)") }
    for command in commands {
      switch command.action {
      case .tells, .paper, .copies: continue
      case .event, .request, .step: break
      }
      var tried = session
      _ = tried.model.run(command, tried.state)
      #expect(!tried.message.contains("现在只看一个局"), "\(command.label)")
    }
    // Back at all offices they are what they were.
    #expect(
      try Self.at("英德", keys + "9").model.paletteCommands(session.state).contains { $0.label == "新申请人" })
  }

  @Test func nothingIsWrittenMeanwhile() throws {
    for keys in ["<F2>", "<F3>", "<F5>", "<F6>", "1<F4>", "2<F4>", "<C-z>", "<C-b>", "6<F2>", "4<Right><F2>"]
    {
      let session = try Self.at("英德", keys)
      #expect(session.message.contains("现在只看一个局，不能办理"), "\(keys): \(session.message)")
      #expect(session.model.layers.isEmpty)
    }
    let palette = try Self.at("英德", "1<C-p>核定<Enter>")
    #expect(palette.message.contains("现在只看一个局"))
    // The city's own filings, too, are only looked at.
    let own = try Self.at("市局", "30<Enter>")
    #expect(own.title.contains("申报详情"))
    let screen = try Self.at("英德", "1").screen
    for key in ["F2 ", "F3 ", "F4 ", "F5 ", "F6 "] { #expect(!screen.contains(key)) }
  }

  @Test(arguments: ["<F10>", "<Esc>", "9", "4<F10>", "4<Enter><F10><F10>"]) func itIsLeftForTheOffices(
    _ keys: String
  ) throws {
    let before = try DeskSession.inCity(DeskSession.city, "[3<F7>瓷<Enter>9", rows: 30, columns: 120)
    var session = before
    try session.press("<F7>英德<Enter><Enter>" + keys)
    #expect(session.title.contains("9 各局") && !session.title.contains("只看"))
    #expect(session.model.chosenOffice?.code == "441881")
    try session.press("<Esc>3")
    // What was searched for there stands as it did.
    #expect(session.model.states.filings.query.text == "瓷" && session.model.lists.filings.count > 0)
    try session.press("1<F2>")
    #expect(session.model.layers.last is FilingForm)
  }

  /// What is chosen on a screen stays chosen, whatever was looked at meanwhile: F4 acts on it.
  @Test(arguments: ["1", "2", "3", "5"]) func whatWasChosenIsChosenAgain(_ screen: String) throws {
    var session = try DeskSession.inCity(
      DeskSession.city, "[\(screen)<Down><Down><Down>", rows: 30, columns: 120)
    let chosen = try #require(session.model.chosenList.held)
    try session.press("9<F7>清新<Enter><Enter>\(screen)<Esc>\(screen)")
    #expect(session.model.seat.oneOffice == nil && session.model.chosenList.held == chosen)
  }

  @Test func papersOfTheOfficeSayWhoseTheyAre() throws {
    let part = try #require(try Self.state().part(of: "441881"))
    for report in YearReport.all {
      let table = report.table(of: part, year: 2019, today: .first)
      #expect(table.title.contains("（英德市知识产权局 441881）"), "\(table.title)")
      let filings = Set(table.rows.flatMap(\.filings))
      // Who is twice paid, overtaken or shares an account may be another's.
      guard !["exceptions", "shared", "conflicts", "tieout"].contains(report.name) else { continue }
      #expect(filings.allSatisfy { part.office(of: $0) == "441881" }, "\(report.name)")
    }
  }
}
