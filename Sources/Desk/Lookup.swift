import SubsidyRules
import CaseModel
import Casework
import Forms

/// A field whose value is found by typing: candidates are narrowed down as the query grows.
struct Lookup: Sendable {
  struct Candidate: Hashable, Sendable {
    var id: String
    var label: String
    /// Shown behind the label, dimmer.
    var detail: String
  }

  var editor = LineEditor()
  var chosen: Candidate?
  var candidates: [Candidate] = []
  var highlighted = 0

  /// What the field shows.
  var text: String { chosen?.label ?? editor.text }

  mutating func choose(_ candidate: Candidate) {
    chosen = candidate
    editor = LineEditor()
    candidates = []
    highlighted = 0
  }

  mutating func move(by rows: Int) {
    highlighted = max(0, min(highlighted + rows, candidates.count - 1))
  }

  /// Takes the highlighted candidate; false where there is none.
  mutating func accept() -> Bool {
    if chosen != nil { return true }
    guard candidates.indices.contains(highlighted) else { return false }
    choose(candidates[highlighted])
    return true
  }

  /// Typing over a choice begins a new query.
  mutating func edit(_ change: (inout LineEditor) -> Void) {
    chosen = nil
    change(&editor)
    highlighted = 0
  }
}

extension Lookup.Candidate {
  static func items(_ query: String, _ state: OfficeState) -> [Lookup.Candidate] {
    state.policy.items.filter { item in
      query.isEmpty || item.article == query || item.id.hasPrefix(query.lowercased())
        || state.search.matches(query, in: item.label)
    }.map { .init(id: $0.id, label: $0.label, detail: "第\($0.article)条") }
  }

  static func applicants(_ query: String, _ state: OfficeState, agenciesOnly: Bool = false) -> [Lookup
    .Candidate]
  {
    var found: [Lookup.Candidate] = []
    for id in state.search.find(query) {
      guard let applicant = state.applicant(id), !agenciesOnly || applicant.kind == .agency else { continue }
      found.append(.init(id: id, label: applicant.name, detail: id))
      // Nobody reads further than this: the query is to be made longer.
      if found.count == 100 { break }
    }
    return found
  }
}
