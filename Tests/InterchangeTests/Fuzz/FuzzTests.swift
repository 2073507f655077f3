import CaseModel
import Casework
import FoundationEssentials
import Interchange
import JSONText
import Seeded
import SubsidyRules
import Testing
import Wording

/// Whatever stands in a file: it is taken or refused with a place and a sentence, and nothing traps.
@Suite("Any file at all")
struct FuzzTests {
  /// Mutates one of several good texts, as bytes or as JSON.
  private struct Seeds {
    let texts: [(bytes: [UInt8], tree: JSONTree)]

    init(_ texts: [[UInt8]]) throws {
      self.texts = try texts.map { ($0, try JSONTree.read($0)) }
    }

    func mutated(_ numbers: inout SeededNumbers) -> [UInt8] {
      guard !texts.isEmpty else { return [] }
      let text = texts[numbers.below(texts.count)]
      if numbers.below(3) == 0 {
        var bytes = text.bytes
        ByteMutation.mutate(&bytes, &numbers)
        return bytes
      }
      var tree = text.tree
      TreeMutation.mutate(&tree, &numbers)
      var writer = JSONWriter(layout: numbers.below(2) == 0 ? .compact : .indented)
      tree.write(into: &writer)
      return writer.bytes
    }
  }

  private static func file(_ path: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: tests.deletingLastPathComponent().appending(path: path)))
  }

  // MARK: - Policies

  @Test("Policy files, and deciding under those that are taken")
  func policies() throws {
    let names = [
      "fee-share", "type-ceiling", "thresholds", "step-bonus", "year-budget", "item-ends", "unexpressed",
    ]
    let small = try names.map { try Self.file("GeneralityTests/Policies/\($0).json") }
    let large = try Self.file("../data/policies/qingyuan-2018-27.json")
    let good = Array(GoodPolicy.text.utf8)
    // The large file takes as long as ten small ones.
    let seeds = try Seeds(small + [good, good, good] + [large])
    let run = FuzzRun("policy", tries: 1500)
    var taken = 0
    for attempt in 0..<run.tries {
      var numbers = run.numbers(of: attempt)
      let bytes = seeds.mutated(&numbers)
      switch PolicyFile.read(bytes) {
      case .success(let policy):
        taken += 1
        decide(under: policy, &numbers)
      case .failure(let mistakes):
        let said = mistakes.mistakes.map { MistakeWording.sentence($0) }
        if said.isEmpty || said.contains("。") {
          Issue.record("no reason given, seed \(run.seed), try \(attempt)")
        }
      }
    }
    print("fuzz policy: \(taken) taken")
    #expect(taken > 0 && taken < run.tries)
  }

  private func decide(under policy: Policy, _ numbers: inout SeededNumbers) {
    let filings = RandomFilings.some(of: policy, &numbers)
    let assessment = Assessment(
      policy: policy, applicants: RandomFilings.applicants, filings: filings)
    for row in assessment.traced(assessment.rows.indices) {
      let item = policy.item(row.filing.item)
      let decision = row.decision
      _ = WorkingWording.lines(decision.trace, item: item, policy: policy)
      for reason in decision.reasons {
        _ = ReasonWording.sentence(
          reason, item: item, policy: policy, trace: decision.trace, filing: row.filing)
      }
      // An award is never more than the gross, and the gross never more than can be written.
      let isBounded =
        decision.award <= decision.gross && decision.gross <= .largest && decision.award >= .zero
      if !isBounded { Issue.record("\(decision.outcome) \(decision.gross) \(decision.award)") }
      // Whoever is paid has an event in the policy's life.
      if decision.outcome == .pay, decision.event == nil { Issue.record("paid without an event") }
    }
    for item in policy.items { _ = PolicyWording.lines(item, of: policy) }
    AssessmentFile.write(assessment, policy: policy.id, tracing: true) { _ in }
  }

  // MARK: - Cases

  @Test("Interchange files, and deciding and writing those that are taken")
  func cases() throws {
    let policy = try GoodCases.policy()
    let seeds = try Seeds([Array(GoodCases.text.utf8), Array(GoodCases.text.utf8) + []])
    let run = FuzzRun("cases", tries: 6000)
    var taken = 0
    for attempt in 0..<run.tries {
      var numbers = run.numbers(of: attempt)
      let bytes = seeds.mutated(&numbers)
      do throws(CaseFileError) {
        let file = try CaseFile.read(bytes) { $0 == policy.id ? policy : nil }
        taken += 1
        let assessment = Assessment(
          policy: file.policy, applicants: file.applicants, filings: file.filings)
        AssessmentFile.write(assessment, policy: policy.id, tracing: true) { _ in }
        let export = file.write()
        let again = try CaseFile.read(export) { $0 == policy.id ? policy : nil }
        if again.write() != export { Issue.record("another export, seed \(run.seed), try \(attempt)") }
      } catch {
        if MistakeWording.sentence(error) == "。" { Issue.record("no reason given, try \(attempt)") }
      }
    }
    print("fuzz cases: \(taken) taken")
    #expect(taken > 0 && taken < run.tries)
  }

  // MARK: - Journal payloads

  @Test("Journal payloads, and folding those that are taken")
  func payloads() throws {
    let policy = try GoodCases.policy()
    let file = try GoodCases.read(Array(GoodCases.text.utf8))
    let facts = FactsAtReceipt(kind: .enterprise, district: "GXQ", family: "E1")
    let saves: [[Change]] = [
      [
        .founded(.init(name: "连州市知识产权局", district: "441882", policy: policy.id)),
        .operatorAdded(.init(name: "李经办", role: .clerk, login: "li")),
      ],
      file.applicants.map(Change.applicantEntered) + file.filings.map { .filingReceived($0, facts) },
      [.filingTakenOver(file.filings[1], facts), .filingChanged(file.filings[0])],
      [
        .readingChosen(reading: "share-base", option: "increment", note: "市局口径"),
        .policyAdopted(id: policy.id, hash: "00", note: "新办法"),
      ],
    ]
    let whole = saves.map { Transaction(by: "李经办", at: "2021-06-01T01:00:00Z", policy: "00", changes: $0) }
    let seeds = try Seeds(whole.map(TransactionLine.write))
    let run = FuzzRun("payload", tries: 6000)
    var taken = 0
    for attempt in 0..<run.tries {
      var numbers = run.numbers(of: attempt)
      let bytes = seeds.mutated(&numbers)
      do throws(TransactionError) {
        let saved = try TransactionLine.read(bytes, in: 0..<bytes.count)
        taken += 1
        let written = TransactionLine.write(saved)
        if written.contains(0x0A) { Issue.record("two lines, seed \(run.seed), try \(attempt)") }
        if try TransactionLine.read(written, in: 0..<written.count) != saved {
          Issue.record("read as another, seed \(run.seed), try \(attempt)")
        }
        var state = OfficeState(policy: policy, hash: "00")
        state.replay(whole + [saved])
        state.fold(saved)
      } catch {
        if MistakeWording.sentence(error) == "。" { Issue.record("no reason given, try \(attempt)") }
      }
    }
    print("fuzz payload: \(taken) taken")
    #expect(taken > 0 && taken < run.tries)
  }
}
