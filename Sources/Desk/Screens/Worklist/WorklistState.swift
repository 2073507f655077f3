import CaseModel
import Casework

/// What the worklist's screen holds of its own.
struct WorklistState: Sendable {
  var list = ListState()
  var order = Worklist.Order.turn
  /// Whether only the working year's are shown.
  var isOneYear = false
  /// What is being typed to search.
  var query = LineEditor()

  /// Sorts another way; the chosen filing stays chosen.
  mutating func sort(by step: Int) { order = Worklist.Order.allCases.turned(from: order, by: step) }

  /// Everything again, so that a filing saved just now is among it.
  mutating func showAll() {
    isOneYear = false
    query.clear()
  }
}

/// Which open filings the worklist shows to whom, and in which order.
struct WorklistCriteria: Hashable, Sendable {
  var operatorName: String
  var today: CivilDate
  var order: Worklist.Order
  /// Nil for every year.
  var year: Int?
  var query: String

  /// The filings that it takes; where asked for also those of names that are near to what was typed.
  func worklist(isNear: Bool = false, _ state: OfficeState) -> Worklist {
    var words = FilingCriteria()
    (words.query, words.isEveryYear) = (query, year == nil)
    let filter = words.filter(year: year ?? 0, isNear: isNear, state)
    return state.worklist(of: operatorName, on: today, filter, by: order)
  }
}

extension Model {
  var worklistCriteria: WorklistCriteria {
    WorklistCriteria(
      operatorName: seat.operatorName, today: device.today, order: states.worklist.order,
      year: states.worklist.isOneYear ? year : nil, query: states.worklist.query.text)
  }

  /// Puts the cursor on a filing of the worklist; on the first where it isn't there.
  mutating func choose(_ number: Int?) {
    states.worklist.list.chosen = number.flatMap(lists.worklist.numbers.firstIndex(of:)) ?? 0
  }
}
