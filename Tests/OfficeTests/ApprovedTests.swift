import CaseModel
import Casework
import Interchange
import Journal
import SubsidyRules
import Testing

@testable import Office

/// What a filing was approved on is read from its line; where the line has none it is worked out again as of it.
@Suite struct ApprovedTests {
  private static let reviewer = SignedIn(name: "孙复核")

  /// Article 2 with the cap filled but for 500: a utility model's 200 first, then 300 of an invention's 500.
  private func office(_ path: String) throws -> (office: OpenOffice, ids: [String]) {
    let office = try Offices.make(path)
    for name in [Self.reviewer.name, "钱复核"] {
      _ = try office.save(
        .addOperator(Operator(name: name, role: .reviewer, login: nil)), by: Offices.supervisor)
    }
    _ = try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
    try Offices.fillCap(office, leaving: 5)
    var ids: [String] = []
    var utility = Offices.grant(1)
    utility.inputs[0].value = .text("201820000001")
    for filing in [utility, Offices.grant(2)] {
      let saved = try office.save(.receiveFiling(filing), by: Offices.clerk)
      guard case .filingReceived(let filing, _)? = saved?.changes.first else { throw Offices.Missing() }
      ids.append(filing.id)
    }
    return (office, ids)
  }

  /// As a program of before saved it.
  private func approve(_ office: OpenOffice, _ id: String, _ amount: Int64, by name: String = "孙复核") throws {
    let steps: [StepTaken] = [
      StepTaken(.accept, day: Offices.day("2019-06-03")), StepTaken(.review, day: Offices.day("2019-06-03")),
      StepTaken(
        .approve, day: Offices.day("2019-06-03"), detail: .approval(Approval(amount: Money(yuan: amount)))),
    ]
    let save = Transaction(
      by: name, at: "2019-06-03T03:00:00Z", policy: office.state.policyHash,
      changes: steps.map { .stepped(filing: id, $0) })
    try office.journal.append(TransactionLine.write(save))
  }

  @Test func anApprovalOfBeforeIsWorkedOutAgainAsOfItsLine() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (first, ids) = try office(path)
      try approve(first, ids[1], 300)
      // Afterwards the room grows: the first of all is withdrawn.
      let office = try Offices.open(path)
      var request = StepRequest(.withdraw, [office.state.row(office.state.files.id(of: 0))])
      request.note = "申请人撤回"
      _ = try office.save(.step(request), by: Offices.clerk)
      let approved = try #require(try office.approved(ids[1]))
      #expect(approved.isRemade && approved.kept.decision.outcome == .reduced)
      #expect(approved.kept.decision.gross == Money(yuan: 500))
      #expect(approved.kept.decision.award == Money(yuan: 300))
      let room = approved.kept.decision.trace.nodes.first { $0.operation == .room }
      // 99 inventions and the utility model had 49 700 together.
      guard case .summary(let summary)? = room?.operands.last else {
        Issue.record("no room")
        return
      }
      #expect(summary.sum.description == "49700.00")
      #expect(approved.applicant?.name == Offices.agency.name)
      #expect(try office.approved(ids[0]) == nil)
    }
  }

  @Test func whatIsKeptIsReadFromTheLineAndHeldAgainstTheListMadeAgain() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, ids) = try office(path)
      for step in [Casework.Step.accept, .review] {
        _ = try office.save(.step(StepRequest(step, [office.state.row(ids[1])])), by: Self.clerk(step))
      }
      var request = StepRequest(.approve, [office.state.row(ids[1])])
      request.note = "先审定后到的"
      _ = try office.save(.step(request), by: Self.reviewer)
      var renamed = Offices.agency
      renamed.name = "清远市北江专利代理事务所（普通合伙）"
      _ = try office.save(.changeApplicant(renamed), by: Offices.clerk)
      let approved = try #require(try Offices.open(path).approved(ids[1]))
      #expect(!approved.isRemade && approved.kept.decision.award == Money(yuan: 300))
      #expect(approved.applicant?.name == Offices.agency.name)
      let then = try #require(try office.stateAtApproval(of: ids[1]))
      #expect(then.kept(of: ids[1]) == approved.kept)
      #expect(then.file(ids[1])?.standing == .reviewed)
    }
  }

  private static func clerk(_ step: Casework.Step) -> SignedIn {
    step == .accept ? Offices.clerk : SignedIn(name: "钱复核")
  }
}
