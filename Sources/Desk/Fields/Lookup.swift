import CaseModel
import Casework
import Cells
import SubsidyRules

/// What a field is looked up among, and what was found: candidates are narrowed down as the query in the field grows.
struct Lookup: Sendable {
  struct Candidate: Hashable, Sendable {
    var id: String
    var label: String
    /// Shown behind the label, dimmer.
    var detail: String
  }

  let source: Source
  var chosen: Candidate?
  private(set) var candidates: [Candidate] = []
  /// None until something is typed or an arrow is pressed, so that passing through a field chooses nothing.
  private(set) var highlighted: Int?
  /// Whether the candidates are only near to what was typed: none of them is taken without being pointed at.
  private(set) var areNear = false
  /// What was chosen or typed before, the latest last.
  private var past: [(chosen: Candidate?, query: LineEditor)] = []

  init(_ source: Source) { self.source = source }

  mutating func choose(_ candidate: Candidate, _ query: inout LineEditor) {
    if chosen != nil || !query.text.isEmpty { past.append((chosen, query)) }
    chosen = candidate
    query = LineEditor()
    candidates = []
    highlighted = nil
  }

  /// Takes in what the query finds now, or where that is nothing what is near to it.
  mutating func offer(_ query: String, _ state: OfficeState) {
    guard chosen == nil else { return }
    let exact = source.candidates(query, state)
    let found = exact.isEmpty ? source.candidates(query, state, isNear: true) : exact
    areNear = exact.isEmpty
    let before = highlighted.flatMap { candidates.indices.contains($0) ? candidates[$0] : nil }
    candidates = found
    highlighted = before.flatMap(found.firstIndex(of:)) ?? (query.isEmpty || exact.isEmpty ? nil : 0)
  }

  mutating func move(by rows: Int) {
    guard !candidates.isEmpty else { return }
    let from = highlighted ?? (rows > 0 ? -1 : candidates.count)
    highlighted = max(0, min(from + rows, candidates.count - 1))
  }

  /// Highlights the candidate on a row, below the line of instructions; false where none stands there. A list that has been
  /// scrolled down is worked by keys.
  mutating func point(row: Int) -> Bool {
    guard candidates.indices.contains(row - 1) else { return false }
    highlighted = row - 1
    return true
  }

  /// Takes the highlighted candidate as the field is left; false where something was typed that finds none.
  mutating func pass(_ query: inout LineEditor) -> Bool {
    if chosen != nil { return true }
    if let highlighted, candidates.indices.contains(highlighted) {
      choose(candidates[highlighted], &query)
      return true
    }
    return query.text.isEmpty
  }

  /// Typing over a choice begins a new query; the best candidate is the first again.
  mutating func edit(_ query: inout LineEditor, _ change: (inout LineEditor) -> Void) {
    if chosen != nil { past.append((chosen, query)) }
    chosen = nil
    change(&query)
    highlighted = nil
  }

  /// Takes the last typing or choice back; false where there is none.
  mutating func undo(_ query: inout LineEditor) -> Bool {
    highlighted = nil
    if chosen == nil, query.undo() {
      // With its typing taken back the choice that was typed over stands again.
      if query.text.isEmpty, past.last?.chosen != nil { restore(&query) }
      return true
    }
    guard !past.isEmpty else { return false }
    restore(&query)
    return true
  }

  private mutating func restore(_ query: inout LineEditor) {
    guard let before = past.popLast() else { return }
    (chosen, query) = before
    candidates = []
  }
}

extension Lookup.Candidate {
  init(_ applicant: Applicant) { self.init(id: applicant.id, label: applicant.name, detail: applicant.id) }
  init(_ item: Item) { self.init(id: item.id, label: item.label, detail: "") }
}

extension Lookup {
  /// What is looked up among what the office has.
  enum Source: Sendable {
    case items, applicants
    /// The head offices that a branch may have.
    case agencies

    func candidates(_ query: String, _ state: OfficeState, isNear: Bool = false) -> [Candidate] {
      switch self {
      case .items: isNear ? [] : Self.items(query, state)
      case .applicants, .agencies: applicants(query, state, isNear: isNear)
      }
    }

    private static func items(_ query: String, _ state: OfficeState) -> [Candidate] {
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

    private func applicants(_ query: String, _ state: OfficeState, isNear: Bool) -> [Candidate] {
      var found: [Candidate] = []
      for id in isNear ? state.search.findNearly(query) : state.search.find(query) {
        guard let applicant = state.applicant(id), self == .applicants || applicant.kind == .agency else {
          continue
        }
        found.append(.init(applicant))
        // Nobody reads further than this: the query is to be made longer.
        if found.count == 100 { break }
      }
      return found
    }

    /// What is said where nothing is found and somebody wants to go on.
    var notFound: String {
      switch self {
      case .items: "没有这样的项目，请改一改，或按 F4 列出全部项目。"
      case .applicants: "没有找到这个申请人，请改一改，或按 F3 录入新申请人。"
      case .agencies: "没有找到这个代理机构，请改一改；没有录入过的，请先录入总部。"
      }
    }

    /// What else can be done where nothing is found.
    fileprivate var otherwise: String {
      switch self {
      case .items: "按 F4 列出全部项目。"
      case .applicants: "没有录入过的，按 F3 录入，保存后回到这里。"
      case .agencies: ""
      }
    }

    /// What help says of it beside what it says of all.
    fileprivate var help: [String] {
      switch self {
      case .items: ["也可输入条款号，如 12；按 F4 列出全部项目。"]
      case .applicants: ["还没有录入过的，按 F3 录入，保存后回到这里。"]
      case .agencies: []
      }
    }
  }

  /// How a field is filled in by looking something up.
  static func help(_ name: String, _ source: Source? = nil) -> [String] {
    [name, "输入名称中的几个字、全拼、拼音首字母、编号、代码或电话；上下键选择，Enter 选定。"] + (source?.help ?? [])
  }

  /// Draws what is found; where nothing is, what else can be done.
  func drawCandidates(_ query: String, into pane: inout Grid) {
    guard !candidates.isEmpty else {
      pane.write("没有找到", row: 0, style: .warning)
      let rows = pane.writeWrapped("可输入名称或其中几个字、拼音首字母、编号或代码。", row: 2, style: .dim)
      pane.writeWrapped(source.otherwise, row: 2 + rows, style: .strong)
      return
    }
    if areNear {
      pane.write("没有找到。相近的，用上下键选择：", row: 0, width: pane.columns - 1, style: .warning)
    } else {
      pane.write(query.isEmpty ? "输入，或用上下键选择" : "上下键选择，Enter 选定", row: 0, style: .dim)
    }
    let isLong = candidates.count > pane.rows - 1
    let height = max(1, pane.rows - (isLong ? 2 : 1))
    let list = ListState(chosen: highlighted ?? 0, height: height)
    for (row, candidate, isChosen) in list.shown(candidates, height: height) {
      let style: Style = isChosen && highlighted != nil ? .selected : .normal
      let detail = Text.columns(of: candidate.detail)
      let name = max(0, pane.columns - detail - 2)
      pane.write(candidate.label, row: row + 1, width: name, style: style)
      pane.write(" " + candidate.detail, row: row + 1, column: name, width: detail + 1, style: style)
    }
    guard isLong else { return }
    let left = candidates.count - list.top - height
    let more = left > 0 ? "下面还有 \(left) 个" : "到底了"
    pane.write(more, row: pane.rows - 1, width: pane.columns - 1, style: .dim, alignment: .right)
  }
}
