import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A filing's papers (材料清单) to be ticked off: what lies there, in how many copies, and what is wrong with it.
///
/// What is missing or failing becomes the correction notice, all of it at once.
struct TickForm: Layer {
  /// The part of a row that typing goes into.
  enum Part: Int, Sendable, CaseIterable { case finding, original, copies, pages, why }

  /// Whose papers they are.
  enum Subject: Sendable {
    case filed(String, seen: Seen)
    /// A filing that is being typed; the ticks go back to its form.
    case draft(String)
  }

  let subject: Subject
  /// Whether the filing is open, so that its papers may still be looked at.
  let isOpen: Bool
  var rows: [TickRow]
  var chosen = 0
  var part = Part.finding
  var isChanged = false

  /// Nil where there is no such filing.
  init?(_ id: String, _ state: OfficeState) {
    guard let file = state.file(id), let seen = state.seen(id) else { return nil }
    subject = .filed(id, seen: seen)
    isOpen = file.standing.isUndecided && file.filing.decided == nil
    rows = state.tickList(of: file)
  }

  /// The papers of a filing that is being typed.
  init(draft name: String, papers: [Paper], ticks: [PaperTick]) {
    subject = .draft(name)
    isOpen = true
    rows = papers.map { paper in TickRow(paper: paper, tick: ticks.first { $0.paper == paper.id }) }
  }

  private var isDraft: Bool { if case .draft = subject { true } else { false } }

  var heading: String { "材料核对" }
  var canSave: Bool { isOpen }
  var records: [String] { if case .filed(let filing, _) = subject { [filing] } else { [] } }
  var keyHints: [KeyHint] {
    guard isOpen else { return [KeyHint(.upDown, "选择")] }
    return [
      KeyHint(.f(8), isDraft ? "记下" : "保存"), KeyHint(.space, "齐/缺"), KeyHint(.control("a"), "全齐"),
      KeyHint(.leftRight, "换格"),
      KeyHint(.upDown, "换行", isMinor: true),
    ]
  }
  var help: [String] {
    [
      "空格键：未核对的记为齐备，并到下一行；核对过的在齐备和没有提交之间换。直接输入文字，就是哪里不符合要求。",
      "左右键换到原件（空格键改）、份数、页数（输入数字）。缺的和不符合的，按 F6 通知补正时一次列出。",
    ]
  }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    switch key {
    case .up, .backTab: choose(chosen - 1)
    case .down, .enter, .tab: choose(chosen + 1)
    case .left: part = Part(rawValue: part.rawValue - 1) ?? part
    case .right: part = Part(rawValue: part.rawValue + 1) ?? part
    case .home: choose(0)
    case .end: choose(rows.count - 1)
    case .control("a") where isOpen: tickAll()
    case .backspace where isOpen: shorten()
    default: return .passes
    }
    return .stays()
  }

  /// Goes to another row; words that say what is wrong belong to one row alone.
  mutating func choose(_ row: Int) {
    chosen = max(0, min(row, rows.count - 1))
    if part == .why { part = .finding }
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    guard isOpen, rows.indices.contains(chosen) else { return .stays() }
    if part != .why, text.allSatisfy({ $0 == " " || $0 == "\u{3000}" }) {
      for _ in text { if part == .original { turnOriginal() } else { turn() } }
      return .stays()
    }
    let digits = text.compactMap(\.wholeNumberValue)
    if !digits.isEmpty, digits.count == text.count, part == .copies || part == .pages {
      for digit in digits { add(digit) }
    } else if !TextFolding.isBlank(text) || part == .why {
      part = .why
      failing { $0 + text.filter { !$0.isNewline } }
    }
    return .stays()
  }

  /// In order, missing, not looked at.
  /// One that nobody has looked at is in order, and the next one is had before one; what was found turns in its place.
  private mutating func turn() {
    let isNew = rows[chosen].tick == nil
    change { tick, paper in
      // A finding that stands in the journal is replaced by another, never taken away.
      let wasInOrder = !isNew && tick.verdict == .inOrder
      tick = wasInOrder ? PaperTick(paper: paper.id, verdict: .missing) : PaperTick(full: paper)
    }
    if isNew, part == .finding { choose(chosen + 1) }
  }

  /// Changes what was found of the chosen paper; one that nobody has looked at is begun as in order.
  private mutating func change(_ work: (inout PaperTick, Paper) -> Void) {
    isChanged = true
    let paper = rows[chosen].paper
    var tick = rows[chosen].tick ?? PaperTick(full: paper)
    work(&tick, paper)
    rows[chosen].tick = tick
  }

  /// The original was shown, or a copy only.
  private mutating func turnOriginal() { change { tick, _ in tick.hasOriginal.toggle() } }

  /// Everything that is always asked for lies there as it is asked for.
  private mutating func tickAll() {
    isChanged = true
    for index in rows.indices where !rows[index].paper.optional && rows[index].tick == nil {
      rows[index].tick = PaperTick(full: rows[index].paper)
    }
  }

  /// A figure typed behind those that stand there; four digits at most.
  private mutating func add(_ digit: Int) { count { $0 >= 1000 ? $0 : $0 * 10 + digit } }

  private mutating func count(_ digits: (Int) -> Int) {
    let isOfCopies = part == .copies
    change { tick, _ in
      if isOfCopies { tick.copies = digits(tick.copies) } else { tick.pages = digits(tick.pages) }
    }
  }

  private mutating func shorten() {
    guard rows.indices.contains(chosen) else { return }
    switch part {
    case .copies, .pages: count { $0 / 10 }
    case .finding, .original, .why:
      guard case .failing? = rows[chosen].tick?.verdict else { return }
      failing { String($0.dropLast()) }
    }
  }

  private mutating func failing(_ typed: (String) -> String) {
    change { tick, _ in
      let why = if case .failing(let known) = tick.verdict { known } else { "" }
      tick.verdict = .failing(typed(why))
    }
  }

  // MARK: - Saving

  mutating func save(_ desk: Surroundings) -> Answer {
    let ticks = rows.compactMap(\.tick)
    if let row = rows.firstIndex(where: { Self.isUnexplained($0.tick) }) {
      chosen = row
      part = .why
      return .fails("没有保存：请写明“\(rows[row].paper.label)”哪里不符合要求。")
    }
    guard !ticks.isEmpty else { return .fails("没有保存：还没有核对任何一项材料。") }
    switch subject {
    case .filed(let id, let seen): return .asks(.save(.tickPapers(filing: id, ticks, seen: seen)))
    // Nothing is saved yet: they belong to the filing that is being typed below.
    case .draft:
      return .changes { model in
        model.close()
        model.change(FilingForm.self) { $0.take(ticks) }
        let isOfList = model.change(ListEntry.self) { $0.form.take(ticks) } != nil
        model.message = Notice(.good, "材料核对已记下，随\(isOfList ? "列表里的每一件" : "这一件")一起保存。")
      }
    }
  }

  private static func isUnexplained(_ tick: PaperTick?) -> Bool {
    if case .failing(let why)? = tick?.verdict { !TextFolding.isReason(why) } else { false }
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    guard case .filed(let filing, _) = subject else { return Notice(.good, "已记下。") }
    let points = desk.state.file(filing).map { desk.state.correctionPoints(of: $0) } ?? []
    let open = desk.state.file(filing).map { desk.state.openPapers(of: $0).count } ?? 0
    let rest = open > 0 ? "，另有 \(open) 项还未核对" : ""
    guard !points.isEmpty else {
      return open > 0
        ? Notice(.warning, "已保存：\(filing) 还有 \(open) 项材料未核对。")
        : Notice(.good, "已保存：\(filing) 的材料齐备，可以按 F5 受理。")
    }
    return Notice(.warning, "已保存：还有 \(points.count) 项要补正\(rest)，请按 F6 通知补正。")
  }
}
