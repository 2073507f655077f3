import Casework
import Office
import SubsidyRules
import Testing
import Wording

@testable import Desk

/// The fourteen kinds of offices.md, Conflicts, each found in the demo city, with its default, its verdicts, its sentence and
/// its screen. A redelivery is counted and no conflict; a step by somebody who could not takes a program that breaks the
/// rules, so that its line is forged behind what the city has.
@Suite struct ConflictTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var kind: ConflictKind
    var first: String
    var verdicts: [String]
    /// Words that no other kind's sentence has.
    var words: String
    var testDescription: String { "\(kind.rawValue) \(kind)" }

    init(_ kind: ConflictKind, _ first: String, _ verdicts: [String], _ words: String) {
      (self.kind, self.first, self.verdicts, self.words) = (kind, first, verdicts, words)
    }
  }

  static let table = [
    Row(.redelivery, "", [], "以前收过，没有重复计入"),
    Row(.gap, "催报", [], "补齐后自动计入"),
    Row(.fork, "以已收为准", ["fork-keep"], "分成了两支"),
    Row(.person, "同一申请人", ["link", "distinct", "head", "noted"], "是不是同一申请人"),
    Row(.sameKey, "先收的为先", ["keep", "noted"], "只能资助一次"),
    Row(.overrun, "知悉", ["noted"], "超出上限"),
    Row(.moved, "维持核定", ["confirm", "return", "reject"], "又改了这一件或其申请人的资料"),
    Row(.noRight, "审定不作数", ["void", "confirm"], "入网以后自行审定"),
    Row(.otherRules, "知悉", ["noted"], "一律以市局的为准"),
    Row(.unknownCode, "认作县区", ["map", "noted"], "没有的县区代码"),
    Row(.sameNumber, "知悉", ["noted"], "编了同一个号"),
    Row(.clock, "知悉", ["noted"], "时钟在两次保存之间倒退"),
    Row(.void, "维持核定", ["confirm", "void"], "又撤回或者结了这一件"),
    Row(.cover, "知悉", ["noted"], "交接单上这一项目"),
  ]

  @Test func theTableHasEachKindOnce() {
    #expect(Self.table.map(\.kind) == ConflictKind.allCases)
    #expect(Set(Self.table.map(\.words)).count == Self.table.count)
  }

  @Test(arguments: table) func eachIsFoundToldAndRuledOn(_ row: Row) throws {
    let offices = try CityOffices.played.get()
    let state = try #require(offices.state(with: row.kind))
    guard row.kind != .redelivery else { return try aRedeliveryIsCounted(offices, state, row) }
    // Found, with its default and its verdicts.
    let conflict = try #require(state.joint.conflicts.first { $0.kind == row.kind && $0.ruling == nil })
    #expect(conflict.id.hasPrefix("K\(row.kind.rawValue)-") && !conflict.writers.isEmpty)
    #expect(ConflictWording.firstChoice(conflict) == row.first && conflict.verdicts == row.verdicts)
    // One sentence, with all parties.
    let sentence = ConflictWording.sentence(conflict, state)
    #expect(sentence.contains(row.words) && sentence.last == "。", "\(sentence)")
    for other in Self.table where other.kind != row.kind { #expect(!sentence.contains(other.words)) }
    for code in ConflictWording.codes(conflict, state) {
      #expect(sentence.contains(OfficeNames.full(code, in: state)), "\(sentence)")
    }
    // What each verdict would move stands on its screen before it is given.
    let session = try DeskSession.inCity(
      DeskSession.city, Self.keys(row.kind), rows: 45, columns: 160, with: row.kind)
    let page = try #require(session.model.overlay as? ConflictPage)
    #expect(page.sheet.conflict.id == conflict.id && page.canSave == !row.verdicts.isEmpty)
    let words = page.sheet.proposals.map { Self.word($0.choice) }
    #expect(words.allSatisfy(row.verdicts.contains) && words.first == row.verdicts.first, "\(words)")
    for proposal in page.sheet.proposals {
      #expect(session.screen.contains(ConflictWording.label(proposal.choice, on: conflict, session.state)))
      #expect(session.screen.contains(ConflictWording.effect(proposal)))
    }
    #expect(session.state.offices.rulings.isEmpty)
    // Each is given by keys.
    for (place, proposal) in page.sheet.proposals.enumerated() {
      try give(proposal.choice, at: place, on: conflict)
    }
  }

  private func give(_ choice: ConflictSheet.Choice, at place: Int, on conflict: OfficeConflict) throws {
    var session = try DeskSession.inCity(
      DeskSession.city, Self.keys(conflict.kind), rows: 45, columns: 160, with: conflict.kind)
    try session.press(String(repeating: "<Down>", count: place) + "已与各局核对<F8>")
    #expect(session.message.contains("已裁定"))
    switch choice {
    case .verdict(let verdict):
      #expect(session.state.offices.rulings.map(\.verdict) == [verdict])
      #expect(session.state.offices.rulings.first?.conflict == conflict.id)
    case .step(let step):
      let standings = conflict.filings.map { session.state.file($0)?.standing }
      #expect(standings == [step == .sendBack ? .sentBack : .rejected])
    }
  }

  /// 1: brought once more it changes nothing, stands among no conflicts, and what its bundle is called says so.
  private func aRedeliveryIsCounted(_ offices: CityOffices, _ state: OfficeState, _ row: Row) throws {
    #expect(offices.redelivered.outcomes == [.known] && offices.redelivered.changesNothing)
    #expect(offices.redelivered.filings == state.files.count)
    #expect(state.joint.conflicts.allSatisfy { $0.kind != .redelivery })
    let writer = try #require(state.offices.office(DeskSession.county)?.writer?.writer)
    var conflict = try #require(state.joint.conflicts.first)
    (conflict.kind, conflict.writers) = (.redelivery, [writer])
    #expect(ConflictWording.firstChoice(conflict) == row.first && conflict.verdicts == row.verdicts)
    let sentence = ConflictWording.sentence(conflict, state)
    #expect(
      sentence.contains(row.words) && sentence.contains(OfficeNames.full(DeskSession.county, in: state)))
    let session = try DeskSession.inCity(DeskSession.city, "9<Right>", rows: 45, columns: 160)
    #expect(!session.screen.contains(OfficesWording.label(.redelivery)))
  }

  private static func keys(_ kind: ConflictKind) -> String {
    "9<Right><F7>\(OfficesWording.label(kind))<Enter><Enter>"
  }

  private static func word(_ choice: ConflictSheet.Choice) -> String {
    switch choice {
    case .verdict(let verdict): verdict.word
    case .step(let step): OfficeConflict.steps.first { $0.value == step }?.key ?? ""
    }
  }
}
