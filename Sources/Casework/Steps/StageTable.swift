/// The way of a filing through the office: which step leads from where to where, who may take it, and what it
/// needs. Refusals, what a role is offered, and menus are all made from these rows.
public struct StageRule: Hashable, Sendable {
  /// Where a step leads.
  public enum Target: Hashable, Sendable {
    case to(Standing)
    case stays
    /// Back to where the undone step began.
    case back
  }

  /// What must hold before a step is taken.
  public enum Need: Hashable, Sendable {
    /// Every input that the applicant gives is there and can be read.
    case inputs
    /// No paper is known to be missing or failing.
    case papers
    /// The office has joined a city, which decides.
    case city
    /// Nothing that several offices do stands against it.
    case noConflict
    /// Somebody has looked at every paper that is always asked for, where the policy makes it a condition.
    case checkedPapers
    /// The office's own figures are there too.
    case figures
    /// There is an award to approve.
    case award
    /// A supervisor has chosen every reading that makes a difference here.
    case readings
    /// Somebody has said why the filing's day of receipt comes before that of others who lose by it.
    case answered
    /// Nobody who is to be served first under the same cap can come any more, and nobody who came is overtaken, or a
    /// note says why.
    case turn
    /// Two pairs of eyes: whoever takes the step has not handled the filing before.
    case otherEyes
    /// Whoever refuses what was approved is not whoever brought the bad news against it.
    case eyesBesideNews
    /// No bad news stands against what the filing rests on.
    case noNews
    /// There is something to correct, and it could not have been seen at the first notice.
    case points
    /// A day until which the applicant has time.
    case due
    /// That day is over.
    case dueOver
    /// That day is over, or the applicant's own paper says so.
    case dueOverOrPaper
    /// A coded reason, or a note that stands for one.
    case ground
    case note
    /// What was entered in error is void by a reviewer's word, with a note.
    case errorSaid
    /// A sum of money.
    case amount
    /// Something is still owed to the applicant.
    case owed
    /// The applicant has an account, put right where the bank sent the last payment back.
    case account
    /// There is money that can come back.
    case kept
    /// Somebody has proposed another amount, and the caps leave it room.
    case proposal
    /// The time for which the filing is public begins; nothing of it is paid before it is over.
    case publicity
    /// The time for which the filing is public is over, where the office has set one.
    case publicityOver
    /// Nobody has objected, or the objection was decided on.
    case noObjection
    /// There is an objection to decide on.
    case objection
    /// There is a decision that was told by a paper.
    case decision
    /// There is a step to undo.
    case lastStep
  }

  public var step: Step
  public var from: [Standing]
  public var target: Target
  /// The lowest role that may; whoever undoes a step needs the role of that step.
  public var role: Operator.Role
  public var needs: [Need]

  private init(
    _ step: Step, from: [Standing], _ target: Target, by role: Operator.Role, needs: [Need] = []
  ) {
    self.step = step
    self.from = from
    self.target = target
    self.role = role
    self.needs = needs
  }

  public static let all: [StageRule] = [
    .init(
      .accept, from: [.received, .correction], .to(.accepted), by: .clerk,
      needs: [.inputs, .papers, .checkedPapers]),
    .init(.correct, from: Standing.changeable, .to(.correction), by: .clerk, needs: [.points, .due]),
    .init(
      .review, from: [.accepted, .sentBack], .to(.reviewed), by: .reviewer,
      needs: [.inputs, .checkedPapers, .figures]),
    .init(
      .approve, from: [.reviewed], .to(.approved), by: .reviewer,
      needs: [.otherEyes, .papers, .checkedPapers, .noNews, .award, .readings, .answered, .turn]),
    .init(
      .handUp, from: [.reviewed], .to(.handedUp), by: .reviewer,
      needs: [.city, .inputs, .papers, .checkedPapers, .figures, .noNews, .answered]),
    .init(
      .commit, from: [.handedUp], .to(.approved), by: .reviewer,
      needs: [.otherEyes, .papers, .checkedPapers, .noNews, .noConflict, .award, .readings, .answered, .turn]),
    .init(
      .sendBack, from: [.handedUp, .approved, .published], .to(.sentBack), by: .reviewer, needs: [.note]),
    .init(
      .publish, from: [.approved], .to(.published), by: .reviewer, needs: [.noNews, .noConflict, .publicity]),
    .init(
      .batch, from: [.published, .returned, .paid, .reclaimed], .stays, by: .supervisor,
      needs: [.otherEyes, .noNews, .noConflict, .publicityOver, .noObjection, .owed, .account]),
    .init(
      .pay, from: [.published, .returned, .paid, .reclaimed], .to(.paid), by: .supervisor,
      needs: [.otherEyes, .noNews, .noConflict, .publicityOver, .noObjection, .owed, .account]),
    .init(.object, from: [.published], .stays, by: .clerk, needs: [.note]),
    .init(
      .overrule, from: [.published], .stays, by: .reviewer, needs: [.objection, .otherEyes, .note]),
    .init(.bounce, from: [.paid], .to(.returned), by: .supervisor, needs: [.ground, .kept, .due]),
    .init(.waive, from: [.returned], .to(.waived), by: .supervisor, needs: [.dueOverOrPaper]),
    .init(.reclaim, from: [.paid, .reclaimed], .to(.reclaimed), by: .supervisor, needs: [.ground, .kept]),
    .init(
      .revise, from: [.paid, .returned, .reclaimed], .stays, by: .reviewer, needs: [.ground, .amount]),
    .init(
      .confirm, from: [.paid, .returned, .reclaimed], .stays, by: .reviewer,
      needs: [.otherEyes, .proposal]),
    .init(.reject, from: Standing.unpaid, .to(.rejected), by: .reviewer, needs: [.ground, .eyesBesideNews]),
    .init(.withdraw, from: Standing.unpaid, .to(.withdrawn), by: .clerk, needs: [.errorSaid]),
    .init(.lapse, from: [.correction], .to(.lapsed), by: .clerk, needs: [.dueOver]),
    .init(
      .serve, from: [.correction, .paid, .returned, .waived, .reclaimed, .rejected, .lapsed], .stays,
      by: .clerk, needs: [.decision]),
    .init(.undo, from: Standing.allCases, .back, by: .clerk, needs: [.note, .lastStep]),
  ]

  /// The rows that lead on from each standing, in the order of the table.
  static let byStanding: [Standing: [StageRule]] = Dictionary(
    uniqueKeysWithValues: Standing.allCases.map { standing in
      (standing, all.filter { $0.from.contains(standing) })
    })

  /// The row of a step; a step without one could be taken from nowhere.
  public static func of(_ step: Step) -> StageRule {
    all.first { $0.step == step } ?? StageRule(step, from: [], .stays, by: .supervisor)
  }
}
