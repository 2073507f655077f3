import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// The live decision beside the fields: outcome, award, reasons, caps before and after, and the working.
///
/// It is made as lines first, so that what has no room can be scrolled into sight.
struct DecisionPane {
  var form: FilingForm
  var state: OfficeState
  var today: CivilDate

  /// Draws the conclusion, and of the lines behind it those that are scrolled into sight.
  func draw(into grid: inout Grid) {
    let lines = lines(width: grid.columns - 1)
    lines.first?.draw(into: &grid, row: 0)
    var pane = form.pane
    pane.show(Array(lines.dropFirst()), rows: grid.rows - 1)
    grid.within(grid.area.splitTop(1).rest) { pane.draw(into: &$0) }
  }

  func lines(width: Int) -> [DecisionLines.Line] {
    guard let live = form.live, let item = state.policy.item(live.item),
      let draft = form.draft(today: today, state: state)
    else { return DecisionLines.wrapped(waitingFor, width, .dim) }
    let lines = DecisionLines(decision: live.decision, item: item, filing: draft, policy: state.policy)
    let background = form.outlook.background ?? state.background(of: draft)
    let news =
      PatentWording.warnings(draft, state, background, award: live.decision.award)
      .flatMap { DecisionLines.wrapped($0, width, .bad) }
      + PatentWording.remarks(background).flatMap { DecisionLines.wrapped($0, width, .dim) }
    let basis = AdoptionWording.basis(live.item, in: state.policy).map {
      DecisionLines.wrapped($0, width, .dim)
    }
    let city = live.city.flatMap { note in
      DecisionLines.wrapped(
        CityAdviceWording.sentence(note, state.policy), width, CityAdviceWording.isWarning(note) ? .bad : .dim
      )
    }
    // What has to be said at the counter stands in sight, whatever is still missing.
    var verdict = lines.verdict(width: width)
    verdict.insert(contentsOf: news, at: min(1, verdict.count))
    return verdict + (basis ?? []) + city + otherwise(width) + caps(live, width) + lines.working(width: width)
  }

  /// What another reading would make of the filing, where it makes something else of it.
  private func otherwise(_ width: Int) -> [DecisionLines.Line] {
    form.outlook.otherwise.flatMap { other in
      let option = other.reading.options[other.option].label
      let outcome = Labels.label(other.decision.outcome)
      return DecisionLines.wrapped(
        "口径“\(other.reading.label)”如按“\(option)”：\(outcome) \(MoneyWording.grouped(other.decision.award)) 元",
        width,
        .dim)
    }
  }

  private var waitingFor: String {
    if form.item.chosen == nil { return "选好项目和申请人，这里就显示结论、限额和核算过程。" }
    if form.applicant.chosen == nil { return "选好申请人，这里就显示结论、限额和核算过程。" }
    return "收件日期填好，这里就显示结论、限额和核算过程。"
  }

  private func caps(_ live: LiveDecision, _ width: Int) -> [DecisionLines.Line] {
    var lines: [DecisionLines.Line] = []
    for change in live.caps {
      let (cap, before, after) = CapWording.left(change, state.policy)
      lines.append(.init(text: cap, style: .heading))
      lines += moved("余额", before, after, width)
    }
    for moved in live.moved {
      lines += DecisionLines.wrapped(
        "影响 \(moved.filing)：\(MoneyWording.grouped(moved.before)) -> \(MoneyWording.grouped(moved.after))",
        width, .warning)
    }
    return lines
      + moved(
        "年合计", MoneyWording.grouped(live.yearBefore), MoneyWording.grouped(live.yearAfter), width)
  }

  /// A figure before and after, on one line where there is room.
  private func moved(_ name: String, _ before: String, _ after: String, _ width: Int) -> [DecisionLines.Line]
  {
    if before == after { return [.init(text: "\(name) \(before)，不变")] }
    let (first, second) = ("\(name) \(before)", "-> \(after)")
    if Text.columns(of: first) + 1 + Text.columns(of: second) <= width {
      return [.init(text: first + " " + second)]
    }
    return [
      .init(text: first), .init(text: String(repeating: " ", count: Text.columns(of: name) - 2) + second),
    ]
  }
}
