import CaseModel
import Casework
import Cells
import SubsidyRules

/// One character before a filing in lists that says what is wrong with it, legible without colour.
enum FilingSign {
  /// Nothing.
  case plain
  /// `x`: it is paid nothing.
  case refused
  /// `?`: something is missing.
  case incomplete
  /// `!`: past its day, or cut by a cap.
  case late, cut

  init(_ file: FiledFiling, on today: CivilDate) {
    if let due = file.currentDue, due < today {
      self = .late
      return
    }
    switch file.decision.outcome {
    case .refused, .closed: self = .refused
    case .incomplete: self = .incomplete
    case .reduced, .exhausted: self = .cut
    case .pay, .decided: self = .plain
    }
  }

  var text: String {
    switch self {
    case .plain: " "
    case .refused: "x"
    case .incomplete: "?"
    case .late, .cut: "!"
    }
  }

  var style: Style {
    switch self {
    case .plain: .normal
    case .refused, .late: .bad
    case .incomplete, .cut: .warning
    }
  }
}
