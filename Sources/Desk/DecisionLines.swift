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
    /// How its first column looks, where a sign stands there.
    var sign: Style?

    func draw(into pane: inout Grid, row: Int) {
      let width = Text.columns(of: mark)
      pane.write(text, row: row, width: max(0, pane.columns - (width > 0 ? width + 2 : 0)), style: style)
      if let sign { pane.restyle(row: row, column: 0, width: 1, style: sign) }
      guard width > 0 else { return }
      pane.write(mark, row: row, column: pane.columns - 1 - width, width: width, style: .dim)
    }
  }

  var decision: Decision
  var item: Item
  var filing: Filing
  var policy: Policy

  /// Outcome and award, then every reason, what is still to be added, and every warning.
  func verdict(width: Int) -> [Line] {
    let sentences =
      ReasonWording.sentences(decision, item: item, policy: policy, filing: filing)
      + decision.warnings.map { WarningWording.sentence($0, item: item, policy: policy) }
    return [conclusion(width)] + sentences.flatMap { Self.wrapped($0, width, .warning) }
  }

  /// Outcome and award, with the article behind where there is room.
  private func conclusion(_ width: Int) -> Line {
    let article = Labels.articleName(item.article)
    let text = "\(Labels.label(decision.outcome))  \(MoneyWording.grouped(decision.award)) 元"
    let fits = Text.columns(of: text) + 1 + Text.columns(of: article) <= width
    return Line(text: text, style: decision.outcome.style, mark: fits ? article : "")
  }

  /// The working: the conditions that fail come first, then how the amount was come to, and last, below a line that
  /// counts them, the conditions that are met.
  func working(width: Int) -> [Line] {
    let steps = WorkingWording.lines(decision.working, item: item, policy: policy)
    let met = steps.filter { $0.holds == true }
    var lines = [Line(text: "核算过程", style: .heading)]
    lines += underArticles(steps.filter { $0.holds == false }, width)
    lines += underArticles(steps.filter { $0.holds == nil }, width)
    guard !met.isEmpty else { return lines }
    lines.append(Line(text: "符合的条件 \(met.count) 项", style: .heading))
    return lines + underArticles(met, width)
  }

  /// Each article is named once above the steps that stand under it; conditions have their sign in front.
  private func underArticles(_ steps: [WorkingLine], _ width: Int) -> [Line] {
    var lines: [Line] = []
    var article = ""
    for step in steps {
      if step.article != article {
        article = step.article
        lines.append(Line(text: Labels.articleName(article), style: .dim))
      }
      let (sign, look, style): (String, Style, Style) =
        switch step.holds {
        case true?: ("+ ", .good, .normal)
        case false?: ("x ", .bad, .bad)
        case nil: ("  ", .normal, .normal)
        }
      // What goes on below stands under the words and not under the sign.
      for (place, text) in Text.wrapped(step.text, to: width - 2).enumerated() {
        let isFirst = place == 0
        lines.append(Line(text: (isFirst ? sign : "  ") + text, style: style, sign: isFirst ? look : nil))
      }
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
