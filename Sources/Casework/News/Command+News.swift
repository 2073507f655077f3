import CaseModel
import SubsidyRules

/// Entering bad news, and the steps that follow from it.
extension OfficeState {
  func changes(
    for news: News, _ seen: NewsConsequences, by who: Operator, at moment: Moment
  ) throws(Refusal) -> [Change] {
    try need(.reviewer, who)
    try check(news)
    guard TextFolding.isPaper(news.paper) else { throw .noteMissing }
    for id in news.applicants where applicant(id) == nil { throw .unknownApplicant(id) }
    guard news.day <= moment.today else { throw .step(.dayInFuture(news.day)) }
    guard consequences(of: news) == seen else { throw .newsMoved }
    var entered = news
    entered.id = "N\(self.books.news.count { $0.origin == nil } + 1)"
    return [.newsEntered(entered)] + seen.rows.flatMap { changes(for: $0, entered, moment.today) }
  }

  /// Refuses what the office has entered already; what others have told of it is entered here when somebody acts on it.
  private func check(_ news: News) throws(Refusal) {
    switch news.kind {
    case .abnormalApplication, .patentInvalid:
      guard News.application(news.number) != nil else { throw .badNumber }
    case .insuranceCancelled:
      guard !TextFolding.unique(news.number).isEmpty else { throw .badNumber }
    }
    if let known = self.books.news.first(where: { $0.origin == nil && $0.isSame(as: news) }) {
      throw .newsKnown(known.id)
    }
  }

  private func changes(for row: NewsConsequences.Row, _ news: News, _ day: CivilDate) -> [Change] {
    guard let file = file(row.filing) else { return [] }
    func step(_ step: Step, _ detail: StepTaken.Detail = .none) -> Change {
      .stepped(
        filing: row.filing,
        StepTaken(
          step, day: day, note: "\(news.id) \(news.note)", grounds: step == .undo ? [] : [news.kind.rawValue],
          paper: news.paper, detail: detail))
    }
    switch row.action {
    case .none, .hold: return []
    case .reject: return [step(.reject)]
    case .revise(let amount): return [step(.revise, .whole(amount))]
    case .amend(let figures): return [.filingChanged(file.filing.with(figures))]
    case .reopen(let figures):
      // Back to before the approval, whatever came after it.
      let approved = file.steps.lastIndex { $0.step.step.isApproval } ?? file.steps.endIndex
      let undone = file.steps[approved...].reversed().map { step(.undo, .undone($0.step.step)) }
      guard !figures.isEmpty else { return undone }
      var amended = file.filing.with(figures)
      amended.decided = nil
      amended.reclaimed = nil
      return undone + [.filingChanged(amended)]
    }
  }
}
