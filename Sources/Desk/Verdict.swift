import CaseModel
import Cells
import SubsidyRules
import Wording

/// A decision in one narrow column: the award where there is one, else why not.
struct Verdict {
  /// Columns that every verdict fits into; one that is cut to a million or more goes without the word for it.
  static let width = 15
  /// Columns of one that leaves the word for a cut to the sign before its row, where names need the room.
  static let narrowWidth = 12

  let text: String
  let style: Style
  /// The text where it has no more than the narrow columns.
  var narrowText: String { Text.columns(of: text) > Self.narrowWidth ? narrowAward : text }
  private let narrowAward: String

  init(_ decision: Decision) {
    let award = MoneyWording.grouped(decision.award, in: Self.width)
    narrowAward = MoneyWording.grouped(decision.award, in: Self.narrowWidth)
    switch decision.outcome {
    case .pay, .decided: text = award
    case .reduced:
      let told = "\(Labels.label(decision.outcome)) \(award)"
      text = Text.columns(of: told) > Self.width ? award : told
    case .exhausted, .refused, .incomplete, .closed: text = Labels.label(decision.outcome)
    }
    // What is as it should be does not ask to be looked at.
    style = decision.outcome == .pay || decision.outcome == .decided ? .normal : decision.outcome.style
  }
}
