import CaseModel
import Casework
import SubsidyRules

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
  private(set) var candidates: [Candidate] = []
  /// None until something is typed or an arrow is pressed, so that passing through a field chooses nothing.
  private(set) var highlighted: Int?

  /// What was chosen or typed before, the latest last.
  private var past: [(chosen: Candidate?, editor: LineEditor)] = []

  mutating func choose(_ candidate: Candidate) {
    if chosen != nil || !editor.text.isEmpty { past.append((chosen, editor)) }
    chosen = candidate
    editor = LineEditor()
    candidates = []
    highlighted = nil
  }

  /// Whether the candidates are only near to what was typed: none of them is taken without being pointed at.
  private(set) var areNear = false

  /// Takes in what the query finds now, or where that is nothing what is near to it.
  mutating func offer(_ exact: [Candidate], orNear near: () -> [Candidate] = { [] }) {
    guard chosen == nil else { return }
    let found = exact.isEmpty ? near() : exact
    areNear = exact.isEmpty
    let before = highlighted.flatMap { candidates.indices.contains($0) ? candidates[$0] : nil }
    candidates = found
    highlighted = before.flatMap(found.firstIndex(of:)) ?? (editor.text.isEmpty || exact.isEmpty ? nil : 0)
  }

  mutating func move(by rows: Int) {
    guard !candidates.isEmpty else { return }
    let from = highlighted ?? (rows > 0 ? -1 : candidates.count)
    highlighted = max(0, min(from + rows, candidates.count - 1))
  }

  mutating func point(at place: Int) {
    if candidates.indices.contains(place) { highlighted = place }
  }

  enum Passing { case taken, nothingTyped, notFound }

  /// Takes the highlighted candidate as the field is left.
  mutating func pass() -> Passing {
    if chosen != nil { return .taken }
    if let highlighted, candidates.indices.contains(highlighted) {
      choose(candidates[highlighted])
      return .taken
    }
    return editor.text.isEmpty ? .nothingTyped : .notFound
  }

  /// Typing over a choice begins a new query; the best candidate is the first again.
  mutating func edit(_ change: (inout LineEditor) -> Void) {
    if chosen != nil { past.append((chosen, editor)) }
    chosen = nil
    change(&editor)
    highlighted = nil
  }

  /// Takes the last typing or choice back; false where there is none.
  mutating func undo() -> Bool {
    highlighted = nil
    if chosen == nil, editor.undo() {
      // With its typing taken back the choice that was typed over stands again.
      if editor.text.isEmpty, past.last?.chosen != nil { restore() }
      return true
    }
    guard !past.isEmpty else { return false }
    restore()
    return true
  }

  private mutating func restore() {
    guard let before = past.popLast() else { return }
    (chosen, editor) = before
    candidates = []
  }
}

extension Lookup.Candidate {
  static func items(_ query: String, _ state: OfficeState) -> [Lookup.Candidate] {
    // Of an item that several policies have the newest stands for all: the event tells which it is.
    var names: Set<String> = []
    return state.policy.items.filter { item in
      query.isEmpty || item.article == query || item.name.hasPrefix(query.lowercased())
        || state.search.matches(query, in: item.label)
    }.filter { names.insert($0.name).inserted }.map { item in
      let policy = state.policy.document(of: item)
      let number = policy.id == state.policy.id ? "" : " \(policy.document)"
      return .init(id: item.id, label: item.label, detail: "第\(item.article)条\(number)")
    }
  }

  static func applicants(
    _ query: String, _ state: OfficeState, agenciesOnly: Bool = false, isNear: Bool = false
  ) -> [Lookup.Candidate] {
    var found: [Lookup.Candidate] = []
    for id in isNear ? state.search.findNearly(query) : state.search.find(query) {
      guard let applicant = state.applicant(id), !agenciesOnly || applicant.kind == .agency else { continue }
      found.append(.init(id: id, label: applicant.name, detail: id))
      // Nobody reads further than this: the query is to be made longer.
      if found.count == 100 { break }
    }
    return found
  }
}
