import CaseModel
import Cells
import SubsidyRules
import Wording

/// A decision in lines, the same wherever it stands: while a filing is typed and when it is looked up later.
struct DecisionLines {
  struct Line {
    var text: String
    var style = Style.normal
    /// Stands at the right end of the line.
    var mark = ""

    func draw(into pane: inout Grid, row: Int) {
      let width = Text.columns(of: mark)
      pane.write(text, row: row, width: max(0, pane.columns - (width > 0 ? width + 2 : 0)), style: style)
      guard width > 0 else { return }
      pane.write(mark, row: row, column: pane.columns - 1 - width, width: width, style: .dim)
    }
  }

  var decision: Decision
  var item: Item
  var filing: Filing
  var policy: Policy

  /// Outcome and award, then every reason and warning.
  func verdict(width: Int) -> [Line] {
    let sentences =
      decision.reasons.map {
        ReasonWording.sentence($0, item: item, policy: policy, trace: decision.trace, filing: filing)
      } + decision.warnings.map { WarningWording.sentence($0, policy: policy) }
    return [conclusion(width)] + sentences.flatMap { Self.wrapped($0, width, .warning) }
  }

  /// Outcome and award, with the article behind where there is room.
  private func conclusion(_ width: Int) -> Line {
    let article = Labels.articleName(item.article)
    let text = "\(Labels.label(decision.outcome))  \(MoneyWording.grouped(decision.award)) 元"
    let fits = Text.columns(of: text) + 1 + Text.columns(of: article) <= width
    return Line(text: text, style: decision.outcome.style, mark: fits ? article : "")
  }

  /// The working, each article named once above the steps that stand under it.
  func working(width: Int) -> [Line] {
    var lines = [Line(text: "核算过程", style: .heading)]
    var article = ""
    for step in WorkingWording.lines(decision.trace, item: item, policy: policy) {
      if step.article != article {
        article = step.article
        lines.append(Line(text: Labels.articleName(article), style: .dim))
      }
      lines += Self.wrapped(step.text, width, step.holds == false ? .bad : .normal)
    }
    return lines
  }

  static func wrapped(_ text: String, _ width: Int, _ style: Style = .normal) -> [Line] {
    Text.wrapped(text, to: width).map { Line(text: $0, style: style) }
  }
}

extension Outcome {
  var style: Style {
    switch self {
    case .pay, .decided: .good
    case .reduced, .exhausted, .incomplete: .warning
    case .refused, .closed: .bad
    }
  }
}
