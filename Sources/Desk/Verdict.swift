import CaseModel
import Cells
import SubsidyRules
import Wording

/// A decision in one narrow column: the award where there is one, else why not.
struct Verdict {
  /// Columns that every verdict fits into up to awards of a million.
  static let width = 15

  let text: String
  let style: Style

  init(_ decision: Decision) {
    let award = MoneyWording.grouped(decision.award)
    switch decision.outcome {
    case .pay, .decided: text = award
    case .reduced: text = "\(Labels.label(decision.outcome)) \(award)"
    case .exhausted, .refused, .incomplete, .closed: text = Labels.label(decision.outcome)
    }
    style = decision.outcome.style
  }
}
