import CaseModel
import Casework
import Papers
import SubsidyRules
import Testing
import Wording

@testable import Desk

/// The desks of the demo city: what is found, told in a sentence with all parties, and shown before it is ruled on.
@Suite struct CityDeskTests {
  private static func state() throws -> OfficeState {
    try #require(try CityOffices.played.get().states[DeskSession.city])
  }

  /// A restored city's decisions come back from the desk: looked at first, and taken in by a second key.
  @Test func whatARestoredCityLostComesBackByTheDesk() throws {
    var session = try DeskSession.inCity(DeskSession.city, "9<C-p>收回恢复<Enter>")
    #expect(session.exchanges.isEmpty)
    #expect(session.title.contains("收回决定"))
    try session.press("<F8><Enter>")
    #expect(session.exchanges.map(\.kind) == [.recall])
    // An office alone and a county have no such command.
    for place in [DeskSession.county] {
      let labels = try DeskSession.inCity(place, "<C-p>").model.palette?.commands.map(\.label) ?? []
      #expect(!labels.contains("收回恢复前的决定"))
    }
  }

  /// One family of the demo was paid 50 300 yuan under a cap of 50 000 (article 2).
  @Test func theOverrunIsThatOfTheDemo() throws {
    let conflicts = try Self.state().joint.conflicts.filter { $0.kind == .overrun }
    #expect(conflicts.map(\.amount) == [MoneyTotal(Money(yuan: 300))])
  }

  @Test func aVerdictNeedsAReasonAndASupervisor() throws {
    var session = try DeskSession.inCity(DeskSession.city, "9<Right><F7>限额超出<Enter><Enter><F8>")
    #expect(session.message.contains("请写明理由"))
    #expect(session.state.offices.rulings.isEmpty)
    try session.press("已与各局核对<F8>")
    #expect(session.state.offices.rulings.map(\.verdict) == [.noted])
    #expect(session.state.offices.rulings.first?.note == "已与各局核对")
    #expect(session.model.overlay == nil)
    #expect(session.message.contains("已裁定"))
  }

  /// The sheet is looked at before the ruling, over what was typed.
  @Test func aReasonOutlastsALookAtTheSheet() throws {
    var session = try DeskSession.inCity(DeskSession.city, "9<Right><F7>限额超出<Enter><Enter>已与各局核对<F9>")
    #expect(session.title.contains("对照表"))
    try session.press("<F10>")
    #expect(session.model.overlay is ConflictPage)
    try session.press("<F8>")
    #expect(session.state.offices.rulings.first?.note == "已与各局核对")
    #expect(session.model.overlay == nil)
  }

  @Test func theSecondVerdictIsChosenByTheArrow() throws {
    var session = try DeskSession.inCity(DeskSession.city, "9<Right><F7>同一依据<Enter><Enter><Down>后收的材料齐<F8>")
    let conflict = try #require(session.state.joint.conflicts.first { $0.kind == .sameKey })
    let second = try #require(session.state.origin(of: conflict.filings[1])?.filing)
    #expect(session.state.offices.rulings.map(\.verdict) == [.keep(second)])
    // Enter goes to the filings behind, and F10 back onto the conflict.
    session = try DeskSession.inCity(DeskSession.city, "9<Right><F7>同一依据<Enter><Enter><Enter>")
    #expect(session.title.contains("3 申报"))
    #expect(session.screen.contains(conflict.filings[0]))
    try session.press("<F10>")
    #expect(session.model.overlay is ConflictPage)
  }

  /// An office that stands alone has no such screen, no such command and no such paper.
  @Test func anOfficeAloneKnowsNothingOfIt() throws {
    let session = try DeskSession.demo("9")
    #expect(session.title.contains("1 待办"))
    let labels = try DeskSession.demo("<C-p>").model.palette?.commands.map(\.label) ?? []
    #expect(labels.contains("打印：审批表"))
    for words in ["报送件", "回执件", "催报函", "交接单", "对照表", "结账表", "入网"] {
      #expect(labels.allSatisfy { !$0.contains(words) }, "\(words)")
    }
    #expect(!(try DeskSession.demo("<F1>").screen.contains("9 各局")))
  }

  @Test func aCountyHasNoScreenOfOffices() throws {
    #expect(try DeskSession.inCity(DeskSession.county, "9").title.contains("1 待办"))
  }

  /// What each office comes to adds up to the city's year.
  @Test func theOfficesAddUp() throws {
    let session = try DeskSession.inCity(DeskSession.city, "[9")
    let lines = session.model.lists.city.offices
    #expect(lines.count == 11)
    #expect(lines.reduce(0) { $0 + $1.filings } == session.state.filings(FilingFilter(year: 2019)).count)
    #expect(
      lines.reduce(MoneyTotal.zero) { $0 + $1.award } == session.state.sums.byYear[2019]?.award ?? .zero)
    // Enter shows as many as the row says.
    let place = try #require(lines.firstIndex { $0.code == "441881" })
    var there = session
    try there.press(String(repeating: "<Down>", count: place) + "<Enter>")
    #expect(there.model.lists.filings.count == lines[place].filings)
    #expect(
      there.model.lists.filings.allSatisfy {
        there.state.office(of: there.state.files.id(of: $0)) == "441881"
      })
  }

  @Test func filesAreLookedAtBeforeTheyAreTaken() throws {
    var session = try DeskSession.inCity(DeskSession.city, "9<F5><F8>")
    #expect(session.exchanges.isEmpty)
    #expect(session.screen.contains("以上还没有收"))
    // The same key held down asks.
    try session.press("<F8>")
    #expect(session.exchanges.isEmpty)
    #expect(session.model.question != nil)
    try session.press("<Enter>")
    #expect(session.exchanges.map(\.kind) == [.gather])
    #expect(session.exchanges.map(\.path) == ["/media/U"])
  }

  /// What was looked at is another file by now: it is looked at again, and nothing is offered that can't be done.
  @Test func whatCouldNotBeTakenIsReadAgain() throws {
    var session = try DeskSession.inCity(DeskSession.city, "9<F5><F8>")
    #expect(session.screen.contains("F8 收下 2 份"))
    session.refusal = "文件换成了另一份，没有收。"
    try session.press("<Down><F8>")
    #expect(session.message == "文件换成了另一份，没有收。" && session.exchanges.isEmpty)
    #expect(session.screen.contains("F8 重新读文件") && !session.screen.contains("收下 2 份"))
    #expect(session.screen.contains("以上没有收") && !session.screen.contains("以上还没有收"))
    session.refusal = nil
    try session.press("<Down><F8>")
    #expect(session.exchanges.isEmpty && session.screen.contains("F8 收下 2 份"))
    try session.press("<Down><F8>")
    #expect(session.exchanges.map(\.kind) == [.gather])
  }

  @Test func theCityDecidesFromItsWorklist() throws {
    var session = try DeskSession.inCity(DeskSession.city, "")
    try session.press("<F7>441881-2020-000002<Enter>")
    #expect(session.model.selection.offered.next == .commit)
    try session.press("<F5>")
    // What the county handed up: article 9 pays 90 000 yuan of the costs that were approved.
    #expect(session.screen.contains("可以核定：90,000.00 元"))
    // Papers are the county's to look at.
    #expect(!session.screen.contains("未核对") && !session.screen.contains("还未核对"))
  }

  /// What the city did to a county's filing is what Ctrl-Z finds, by the id that the filing has at the city.
  @Test func theCitysOwnStepIsItsOwnChange() throws {
    let state = try Self.state()
    let clash = try #require(state.joint.conflicts.first { $0.kind == .sameNumber && $0.filings.count == 2 })
    for id in clash.filings + ["441881-2020-000002"] {
      let origin = try #require(state.origin(of: id)?.filing)
      let record = LineName(epoch: 1, sequence: 1, link: "")
      let step = CityStep(
        filing: origin, basis: Basis(filing: record, applicant: record, rules: ""),
        step: StepTaken(.commit, day: .first))
      #expect(OwnChange([.offices(.stepped(step))], state)?.records == [id])
      let undone = CityStep(filing: origin, basis: step.basis, step: StepTaken(.undo, day: .first))
      #expect(Change.offices(.stepped(undone)).isUndoing && !Change.offices(.stepped(step)).isUndoing)
    }
  }

  /// A county hands up, and is not offered to approve.
  @Test func aCountyHandsUp() throws {
    let session = try DeskSession.inCity(DeskSession.county, "")
    let state = session.state
    let next = state.files.indices.first { state.files[$0].standing == .accepted }
    #expect(next != nil)
    for number in state.files.indices {
      let steps = state.steps(offeredTo: session.model.seat.operatorName, for: state.files[number]).map(
        \.step)
      #expect(!steps.contains(.approve) && !steps.contains(.commit))
    }
  }
}
