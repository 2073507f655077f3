import CaseModel
import Casework

/// Where else something stands that a search has not found in the list it was made in.
struct Elsewhere: Hashable, Sendable {
  let screen: Model.Screen
  let query: String
  let count: Int

  /// Nil where the list has something, or nothing has it.
  init?(of model: Model, found lists: Lists, _ state: OfficeState) {
    let query: String
    switch model.screen {
    case .worklist where lists.worklist.numbers.isEmpty: query = model.worklist.query.text
    case .filings where lists.filings.isEmpty: query = model.filings.query.text
    case .applicants where lists.applicants.isEmpty: query = model.query.text
    case .caps, .totals, .policy, .offices:
      guard lists.isNarrowedToNothing else { return nil }
      query = model.narrowing ?? ""
    default: return nil
    }
    guard !query.isEmpty else { return nil }
    self.query = query
    var criteria = FilingCriteria()
    (criteria.query, criteria.isEveryYear) = (query, true)
    let files = state.filings(criteria.filter(year: 0, state)).count
    if files > 0 {
      (screen, count) = (.filings, files)
      return
    }
    let applicants = model.screen == .applicants ? 0 : state.search.find(query).count
    guard applicants > 0 else { return nil }
    (screen, count) = (.applicants, applicants)
  }

  /// Says where, and how to get there.
  var sentence: String {
    screen == .filings
      ? "这里没有。申报（各年）里有 \(count) 件，按 Enter 去看。" : "这里没有。申请人里有 \(count) 个，按 Enter 去看。"
  }
}

extension Model {
  /// Goes on searching there.
  mutating func go(to elsewhere: Elsewhere, _ state: OfficeState) -> [Effect] {
    go { model in
      switch elsewhere.screen {
      case .filings:
        model.filings = FilingsState()
        model.filings.query.replace(elsewhere.query)
        model.filings.criteria.query = elsewhere.query
        model.filings.criteria.isEveryYear = true
      default:
        model.query.replace(elsewhere.query)
        model.applicants = ListState()
      }
      model.screen = elsewhere.screen
    }
    renewLists(state)
    return []
  }
}
