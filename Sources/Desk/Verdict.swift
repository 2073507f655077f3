import CaseModel
import Cells
import SubsidyRules
import Wording

/// A decision in one narrow column: the award where there is one, else why not.
struct Verdict {
  /// Columns that every verdict fits into up to awards of a million.
  static let width = 15
  /// Columns of one that leaves the word for a cut to the sign before its row, where names need the room.
  static let narrowWidth = 12

  let text: String
  let style: Style
  /// The text where it has no more than the narrow columns.
  var narrowText: String { Text.columns(of: text) > Self.narrowWidth ? award : text }
  private let award: String

  init(_ decision: Decision) {
    award = MoneyWording.grouped(decision.award)
    switch decision.outcome {
    case .pay, .decided: text = award
    case .reduced: text = "\(Labels.label(decision.outcome)) \(award)"
    case .exhausted, .refused, .incomplete, .closed: text = Labels.label(decision.outcome)
    }
    // What is as it should be does not ask to be looked at.
    style = decision.outcome == .pay || decision.outcome == .decided ? .normal : decision.outcome.style
  }
}
