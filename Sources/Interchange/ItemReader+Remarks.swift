import CaseModel
import SubsidyRules

/// What is no mistake and can hardly be meant: conditions that every filing meets, or none.
extension ItemReader {
  /// What a value can come to, as numbers, fen or days since the beginning of the calendar; nil where the file does not
  /// tell.
  func bounds(of typed: Typed) -> ClosedRange<Int>? {
    switch typed.kind.type {
    case .number, .money: typed.kind.bounds
    case .flag: constant(typed.expression).map { $0...$0 } ?? 0...1
    case .date: constant(typed.expression).map { $0...$0 } ?? days(of: typed.expression)
    case .text, .patent, .percentage: nil
    }
  }

  /// The days on which the event is paid, where the value is the event.
  private func days(of expression: Expression) -> ClosedRange<Int>? {
    guard let event = event?.expression, resolved(event) == resolved(expression) else { return nil }
    let first = [surroundings.periods.first?.from, since].compactMap(\.self).max()
    let last = [surroundings.periods.last?.to, until].compactMap(\.self).min()
    guard let first, let last, first <= last else { return nil }
    return first.dayNumber...last.dayNumber
  }

  private func constant(_ expression: Expression) -> Int? {
    switch expression {
    case .number(let number): number
    case .money(let money): Int(money.fen)
    case .date(let day): day.dayNumber
    case .flag(let flag): flag ? 1 : 0
    default: nil
    }
  }

  /// Remarks on a comparison that comes out the same whatever is stated.
  func proofread(_ left: Typed, _ comparison: Comparison, _ right: Typed, _ node: PolicyReader.Node) {
    guard let a = bounds(of: left), let b = bounds(of: right) else { return }
    switch comparison.outcome(a, b) {
    case true?: reader.remark(.alwaysHolds, node)
    case false?: reader.remark(.neverHolds, node)
    case nil:
      let told = resolved(left.expression)
      asked.widest[told] = asked.widest[told] ?? a
    }
  }

  /// Keeps in mind what a condition leaves, and remarks where it leaves nothing that those before it have left.
  func narrow(_ form: Condition.Test.Form, _ node: PolicyReader.Node) {
    let leavesNothing =
      switch form {
      case .among(let value, let texts): narrow(value, to: texts)
      case .compare(let value, let comparison, let bound): narrow(value, comparison, bound)
      case .share, .any: false
      }
    if leavesNothing { reader.remark(.contradictory, node) }
  }

  private func narrow(_ value: Expression, to texts: [String]) -> Bool {
    let told = resolved(value)
    guard let words = asked.possible[told] ?? words(of: told) else { return false }
    let left = words.filter(texts.contains)
    asked.possible[told] = left
    return left.isEmpty && !words.isEmpty
  }

  private func narrow(_ value: Expression, _ comparison: Comparison, _ bound: Expression) -> Bool {
    let told = resolved(value)
    guard let bound = constant(bound), let range = asked.widest[told] else { return false }
    guard let left = comparison.narrowed(range, by: bound) else { return true }
    asked.widest[told] = left
    return false
  }
}

extension Comparison {
  /// How numbers in two ranges always compare; nil where it depends on them.
  fileprivate func outcome(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Bool? {
    switch self {
    case .less: a.upperBound < b.lowerBound ? true : a.lowerBound >= b.upperBound ? false : nil
    case .atMost: a.upperBound <= b.lowerBound ? true : a.lowerBound > b.upperBound ? false : nil
    case .more: Comparison.less.outcome(b, a)
    case .atLeast: Comparison.atMost.outcome(b, a)
    case .equal: a.overlaps(b) ? (a.count == 1 && a == b ? true : nil) : false
    case .notEqual: Comparison.equal.outcome(a, b).map(!)
    }
  }

  /// The numbers of a range that compare so with a bound; nil where none does.
  fileprivate func narrowed(_ range: ClosedRange<Int>, by bound: Int) -> ClosedRange<Int>? {
    let (low, high) =
      switch self {
      case .less: (range.lowerBound, min(range.upperBound, bound - 1))
      case .atMost: (range.lowerBound, min(range.upperBound, bound))
      case .more: (max(range.lowerBound, bound + 1), range.upperBound)
      case .atLeast: (max(range.lowerBound, bound), range.upperBound)
      case .equal: (max(range.lowerBound, bound), min(range.upperBound, bound))
      // One number less inside of a range leaves its ends.
      case .notEqual:
        (
          range.lowerBound == bound ? bound + 1 : range.lowerBound,
          range.upperBound == bound ? bound - 1 : range.upperBound
        )
      }
    return low <= high ? low...high : nil
  }
}
