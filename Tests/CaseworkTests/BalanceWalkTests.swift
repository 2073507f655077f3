import CaseModel
import Casework
import SubsidyRules
import Testing

/// What is owed, kept and open after each thing that can happen to money, step by step and by hand. Article 18: a utility
/// model is 1 000.
struct BalanceWalkTests {
  /// One step, who takes it, with what, and the figures after it in yuan: decided, whole, paid, recovered.
  struct Move: Sendable {
    var step: Step
    var by: String
    var amount: Int64?
    var after: [Int64?]

    init(_ step: Step, _ by: String, _ amount: Int64? = nil, _ after: [Int64?]) {
      (self.step, self.by, self.amount, self.after) = (step, by, amount, after)
    }
  }

  struct Walk: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var moves: [Move]
    /// What is owed, what is to come back, and what was given back to the cap, in yuan.
    var end: (owed: Int64, open: Int64, released: Int64)
  }

  private static let toPaid = [
    Move(.accept, "李经办", nil, [nil, 0, 0, 0]), Move(.review, "钱复核", nil, [nil, 0, 0, 0]),
    Move(.approve, "孙复核", nil, [1_000, 1_000, 0, 0]), Move(.publish, "孙复核", nil, [1_000, 1_000, 0, 0]),
    Move(.pay, "赵主管", nil, [1_000, 1_000, 1_000, 0]),
  ]

  static let walks: [Walk] = [
    Walk(testDescription: "paid", moves: toPaid, end: (0, 0, 0)),
    Walk(testDescription: "approved, not paid", moves: Array(toPaid.prefix(3)), end: (1_000, 0, 0)),
    Walk(
      testDescription: "lowered, and the difference comes back in two parts",
      moves: toPaid + [
        Move(.revise, "钱复核", 600, [1_000, 1_000, 1_000, 0]),
        Move(.confirm, "孙复核", nil, [1_000, 600, 1_000, 0]),
        Move(.reclaim, "赵主管", 150, [1_000, 600, 1_000, 150]),
        Move(.reclaim, "赵主管", nil, [1_000, 600, 1_000, 400]),
      ], end: (0, 0, 400)),
    Walk(
      testDescription: "lowered, and still out",
      moves: toPaid + [
        Move(.revise, "钱复核", 600, [1_000, 1_000, 1_000, 0]),
        Move(.confirm, "孙复核", nil, [1_000, 600, 1_000, 0]),
      ], end: (0, 400, 0)),
    Walk(
      testDescription: "raised, and the difference paid",
      moves: toPaid + [
        Move(.revise, "钱复核", 1_300, [1_000, 1_000, 1_000, 0]),
        Move(.confirm, "孙复核", nil, [1_300, 1_300, 1_000, 0]),
        Move(.pay, "周主管", nil, [1_300, 1_300, 1_300, 0]),
      ], end: (0, 0, 0)),
    Walk(
      testDescription: "lowered and raised again before anything came back",
      moves: toPaid + [
        Move(.revise, "钱复核", 600, [1_000, 1_000, 1_000, 0]),
        Move(.confirm, "孙复核", nil, [1_000, 600, 1_000, 0]),
        Move(.revise, "钱复核", 1_000, [1_000, 600, 1_000, 0]),
        Move(.confirm, "孙复核", nil, [1_000, 1_000, 1_000, 0]),
      ], end: (0, 0, 0)),
    Walk(
      testDescription: "lowered to nothing and recovered whole",
      moves: toPaid + [
        Move(.revise, "钱复核", 0, [1_000, 1_000, 1_000, 0]), Move(.confirm, "孙复核", nil, [1_000, 0, 1_000, 0]),
        Move(.reclaim, "赵主管", nil, [1_000, 0, 1_000, 1_000]),
      ], end: (0, 0, 1_000)),
    Walk(
      testDescription: "recovered without a decision: the whole falls with it",
      moves: toPaid + [Move(.reclaim, "赵主管", 300, [1_000, 700, 1_000, 300])], end: (0, 0, 300)),
    Walk(
      testDescription: "returned by the bank: owed again",
      moves: toPaid + [Move(.bounce, "赵主管", nil, [1_000, 1_000, 0, 0])], end: (1_000, 0, 0)),
    Walk(
      testDescription: "returned, lowered while it lay, and paid",
      moves: toPaid + [
        Move(.bounce, "赵主管", nil, [1_000, 1_000, 0, 0]), Move(.revise, "钱复核", 600, [1_000, 1_000, 0, 0]),
        Move(.confirm, "孙复核", nil, [1_000, 600, 0, 0]), Move(.pay, "周主管", nil, [1_000, 600, 600, 0]),
      ], end: (0, 0, 400)),
    Walk(
      testDescription: "a recovery that was entered in error is undone",
      moves: toPaid + [
        Move(.reclaim, "赵主管", 300, [1_000, 700, 1_000, 300]),
        Move(.undo, "周主管", nil, [1_000, 1_000, 1_000, 0]),
      ], end: (0, 0, 0)),
    Walk(
      testDescription: "a payment is undone: owed again",
      moves: toPaid + [Move(.undo, "周主管", nil, [1_000, 1_000, 0, 0])], end: (1_000, 0, 0)),
    Walk(
      testDescription: "waived after it was returned",
      moves: toPaid + [
        Move(.bounce, "赵主管", nil, [1_000, 1_000, 0, 0]), Move(.waive, "周主管", nil, [1_000, 0, 0, 0]),
      ], end: (0, 0, 1_000)),
  ]

  @Test(arguments: walks) func `Each step moves what it says, and no more`(walk: Walk) throws {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    for (number, move) in walk.moves.enumerated() {
      try office.step(move.step, "F1", by: move.by) { request in
        request.amount = move.amount.map { Money(yuan: $0) }
        request.note = "核对无误"
        if move.step == .waive { request.paper = "放弃声明" }
      }
      let balance = try office.file("F1").balance
      let figures = [balance.decided, balance.whole, balance.paid, balance.recovered]
      #expect(figures == move.after.map { $0.map { Money(yuan: $0) } }, "\(number + 1): \(move.step)")
    }
    let balance = try office.file("F1").balance
    #expect(balance.owed == Money(yuan: walk.end.owed) && balance.openRecovery == Money(yuan: walk.end.open))
    #expect(balance.released == Money(yuan: walk.end.released))
    // What the ledger reckons with is what is kept or still owed.
    #expect(try office.reopened().file("F1")?.balance == balance)
    #expect(office.state.tieOut().isEmpty, "\(office.state.tieOut())")
  }

  /// Where a filing stands, more may never come back than was kept, nor nothing be asked for.
  @Test func `No step takes more than there is`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .paid)
    func refusal(_ step: Step, _ fen: Int64?, by name: String = "赵主管") -> Refusal? {
      office.refusal(of: step, "F1", by: name) {
        $0.amount = fen.map { Money(fen: $0) }
        $0.note = "核对"
      }
    }
    let whole = Money(yuan: 1_000)
    #expect(refusal(.reclaim, 100_001) == .step(.amountTooLarge(asked: Money(fen: 100_001), most: whole)))
    #expect(refusal(.reclaim, 0) == .step(.amountMissing) && refusal(.reclaim, 100_000) == nil)
    #expect(refusal(.revise, nil, by: "钱复核") == .step(.amountMissing))
    #expect(refusal(.revise, 100_000, by: "钱复核") == .step(.amountUnchanged))
    #expect(refusal(.revise, 99_999, by: "钱复核") == nil && refusal(.revise, 0, by: "钱复核") == nil)
    #expect(refusal(.confirm, nil, by: "孙复核") == .step(.noProposal))
    #expect(refusal(.pay, nil) == .step(.nothingOwed))
  }

  /// The confirmation says the sum that was proposed, to the fen.
  @Test func `Another sum than was proposed is not confirmed`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .paid)
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(fen: 600_01)
      $0.note = "核减"
    }
    #expect(
      office.refusal(of: .confirm, "F1", by: "孙复核") { $0.amount = Money(fen: 600_00) }
        == .step(.amountDiffers(asked: Money(fen: 600_00), is: Money(fen: 600_01))))
    try office.step(.confirm, "F1", by: "孙复核") { $0.amount = Money(fen: 600_01) }
    #expect(try office.file("F1").balance.openRecovery == Money(fen: 399_99))
    #expect(try office.file("F1").balance.proposal == nil)
  }
}
