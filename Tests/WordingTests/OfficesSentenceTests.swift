import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// offices.md, "each found, told in one sentence": what waits in a city's store, what is said of persons and families.
@Suite("What goes on between offices and persons, in sentences")
struct OfficesSentenceTests {
  @Test(
    "Which records are missing before a file that waits",
    arguments: [
      (WaitingFile.Reason.missing(from: 9, upTo: 12), "第 9 至 12 条记录"),
      (.missing(from: 9, upTo: 9), "第 9 条记录"),
      (.missing(from: 9), "第 9 条起的记录"), (.missing(from: 1, upTo: 7), "第 1 至 7 条记录"), (.damaged, nil),
      (.unopened, nil),
      (.fork(after: 8, known: "0a", other: "0b"), nil),
    ] as [(WaitingFile.Reason, String?)])
  func missing(reason: WaitingFile.Reason, words: String?) {
    #expect(OfficesWording.missing(reason) == words)
  }

  @Test(
    "Why a file lies there and counts nothing, and what to do",
    arguments: [
      (3, WaitingFile.Reason.missing(from: 9, upTo: 12), ["第 3 号报送件", "前面缺第 9 至 12 条记录", "自动计入"]),
      (nil, .missing(from: 9), ["一份备份", "第 9 条起的记录", "zizhu bundle --all"]),
      (3, .fork(after: 8, known: "0a", other: "0b"), ["第 3 号报送件", "从第 9 条起分成两支", "请先裁定"]),
      (3, .unopened, ["第 3 号", "打不开", "zizhu bundle"]), (nil, .damaged, ["记录损坏", "zizhu bundle --all"]),
    ] as [(Int?, WaitingFile.Reason, [String])])
  func waiting(bundle: Int?, reason: WaitingFile.Reason, facts: [String]) {
    let sentence = OfficesWording.sentence(
      WaitingFile(writer: "0a1b", office: "441881", bundle: bundle, reason: reason))
    for fact in facts { #expect(sentence.contains(fact), "\(sentence)") }
    // A writer's id says nothing to anybody.
    #expect(sentence.hasSuffix("。") && !sentence.contains("0a1b"))
  }

  @Test("A continuation that is gone, spoiled or sealed with keys of before: each is told, with the way back")
  func lost() {
    let sentences = [WaitingFile.Lost.Cause.missing, .damaged, .unopened].map { cause in
      var file = WaitingFile(
        writer: "0a1b", office: "441881", bundle: 3, reason: .fork(after: 8, known: "0a", other: "0b"))
      file.lost = .init(file: "inbox/x", cause: cause)
      return OfficesWording.sentence(file)
    }
    #expect(Set(sentences).count == 3)
    for sentence in sentences {
      #expect(
        sentence.contains("inbox/x") && sentence.contains("zizhu bundle --all")
          && sentence.contains("以已收的一支为准"), "\(sentence)")
    }
    #expect(sentences[2].contains("zizhu office keys --take") && !sentences[0].contains("keys"))
  }

  @Test("A word on people who work in several offices")
  func operators() {
    func parties(_ names: [String]) -> [OfficeRecord] { names.map { OfficeRecord(writer: "w", id: $0) } }
    #expect(OfficesWording.amongOperators(parties(["甲", "甲"]), .link) == "各局同名的“甲”为同一人")
    #expect(OfficesWording.amongOperators(parties(["乙", "甲"]), .distinct).hasSuffix("不是同一人"))
  }

  @Test("Every kind of conflict has a name of its own, in plain Chinese")
  func kinds() {
    let names = ConflictKind.allCases.map { OfficesWording.label($0) }
    #expect(
      Set(names).count == names.count
        && names.allSatisfy { (2...6).contains($0.count) && !$0.contains { $0.isASCII } })
  }

  private static let day = CivilDate(year: 2019, month: 5, day: 1) ?? .first

  @Test("From when on another head office counts")
  func families() {
    var branch = Applicant(id: "G2", name: "分所", kind: .agencyBranch, district: "441881", parent: "G1")
    #expect(FamilyWording.remark(nil, of: branch).isEmpty)
    #expect(FamilyWording.remark(.always, of: branch) == "（更正：一直是总部 G1）")
    #expect(FamilyWording.remark(.day(Self.day), of: branch) == "（变更：自 2019-05-01 起总部 G1）")
    branch.parent = nil
    #expect(FamilyWording.remark(.always, of: branch) == "（更正：一直没有总部）")
    #expect(FamilyWording.remark(.day(Self.day), of: branch) == "（变更：自 2019-05-01 起没有总部）")
  }

  @Test("What was typed is one record, none or several")
  func typed() {
    func applicants(_ ids: String...) -> [Applicant] {
      ids.map { Applicant(id: $0, name: "甲", kind: .enterprise, district: "441802") }
    }
    #expect(PersonWording.problem("甲", applicants("A1")) == nil)
    #expect(PersonWording.problem("甲", [])?.contains("没有编号为“甲”的申请人") == true)
    #expect(PersonWording.problem("甲", applicants("A1", "A2")) == "“甲”有 2 户：A1、A2，请写编号。")
  }

  @Test("Words on persons, and every verdict, are told apart")
  func verdicts() {
    let words = [PersonWord.Verdict.link, .distinct, .withdraw].map { PersonWording.label($0) }
    #expect(Set(words).count == 3 && words[0] == "并户")
    let verdicts: [Ruling.Verdict] = [
      .link, .distinct, .keep(OfficeFiling(writer: "w", id: "F1")), .confirm, .noted, .map("441881"), .void,
    ]
    let said = verdicts.map { OfficesWording.verdict($0) }
    #expect(Set(said).count == said.count && said.contains("以 F1 为先") && said.contains("按县区 441881 计"))
  }
}
