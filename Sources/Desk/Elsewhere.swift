import CaseModel
import Casework

/// Where else something stands that a search has not found in the list it was made in.
struct Elsewhere: Hashable, Sendable {
  let screen: Model.Screen
  let query: String
  let count: Int

  /// Nil where the list has something, or nothing has it.
  init?(of model: Model, found lists: Lists, _ state: OfficeState) {
    let query = model.searchField.text
    guard !query.isEmpty, model.screen.parts.findsNothing(lists) else { return nil }
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
      if elsewhere.screen == .filings {
        model.states.filings = FilingsState()
        model.states.filings.criteria.query = elsewhere.query
        model.states.filings.criteria.isEveryYear = true
      } else {
        model.states.applicants = ListState()
      }
      model.screen = elsewhere.screen
      model.searchField.replace(elsewhere.query)
    }
    renewLists(state)
    return []
  }
}
