import Casework
import Cells
import Wording

extension Model {
  /// Something to be answered with Enter or Esc before it is done.
  ///
  /// Whatever else is pressed answers no, so that an Enter that comes later does nothing of what was asked.
  enum Question: Hashable, Sendable {
    case leaveForm
    case leaveProgram
    /// Others who worked here have something open.
    case leaveOthers([String])
    case save
    /// Nothing is typed in these fields of a filing.
    case saveEmpty(String, Request)
    /// What is typed in a field can't be read, as the sentence says.
    case saveAsTyped(String, Request)
    /// The key that has just saved came again: whether what lies on top now is to be saved too.
    case again(String, Request)
    /// To go on with a draft that was left behind.
    case resume
    case discardDraft

    var text: String {
      switch self {
      case .resume: "有没保存的内容，接着填写请按 Enter。"
      case .discardDraft: "要丢弃这份没有保存的内容吗？丢弃请按 Enter，留着请按 Esc。"
      case .leaveForm: "内容还没有保存。放弃请按 Enter，继续填写请按 Esc。"
      case .leaveProgram: "要离开吗？离开请按 Enter，留下请按 Esc。"
      case .leaveOthers(let names): "\(names.joined(separator: "、"))还有没保存的内容，最好由本人先保存。离开请按 Enter，留下请按 Esc。"
      case .save: "要保存吗？保存请按 Enter，继续填写请按 Esc。"
      case .saveEmpty(let fields, _): "没有填\(fields)。照收请按 Enter，填写请按 Esc。"
      case .saveAsTyped(let problem, _): "\(problem)。照收请按 Enter，改正请按 Esc。"
      case .again(let what, _): "“\(what)”是另一项：也办请按 Enter，先不办请按 Esc。"
      }
    }

    /// What Enter does.
    var yes: String {
      switch self {
      case .leaveForm: "放弃"
      case .leaveProgram, .leaveOthers: "离开"
      case .save: "保存"
      case .saveEmpty, .saveAsTyped: "照收"
      case .again: "也办"
      case .resume: "接着填写"
      case .discardDraft: "丢弃"
      }
    }

    /// What Esc does.
    var no: String {
      switch self {
      case .leaveForm, .save: "继续填写"
      case .saveEmpty: "填写"
      case .saveAsTyped: "改正"
      case .again: "先不办"
      case .leaveProgram, .leaveOthers: "留下"
      case .resume: "以后再说"
      case .discardDraft: "留着"
      }
    }

    /// What is said where another key has answered no.
    fileprivate var evaded: String {
      switch self {
      case .leaveForm: "没有放弃，内容都在。要放弃请按 F10，再按 Enter。"
      case .leaveProgram, .leaveOthers: "没有离开。要离开请按 F10，再按 Enter。"
      case .save, .saveEmpty, .saveAsTyped: "还没有保存。要保存请按 F8。"
      case .again: "这一项还没有办。要办请按 F8。"
      case .resume: "请按 Enter 接着填写，Del 丢弃，或 Esc 以后再说。"
      case .discardDraft: "没有丢弃。" + Question.resume.evaded
      }
    }

    /// Whether the key that asks it, held down, leaves it standing.
    fileprivate func isAsked(by key: Key) -> Bool {
      switch self {
      case .leaveForm, .leaveProgram, .leaveOthers: [.back, .leave].contains(Request(key))
      case .save, .saveEmpty, .saveAsTyped, .again:
        key == .alt("8") || [.save, .saveAndNext].contains(Request(key))
      case .resume, .discardDraft: false
      }
    }

    var isAboutDraft: Bool { self == .resume || self == .discardDraft }

    /// Whether to go on filling in is what no means: what is typed then goes into the form.
    var isAboutTyping: Bool {
      switch self {
      case .leaveForm, .save, .saveEmpty, .saveAsTyped: true
      case .leaveProgram, .leaveOthers, .again, .resume, .discardDraft: false
      }
    }
  }

  /// What was said to a question with Enter.
  fileprivate mutating func accept(_ asked: Question, _ state: OfficeState) -> [Effect] {
    drop(Asking.self)
    switch asked {
    case .leaveForm:
      close()
      return []
    case .leaveProgram, .leaveOthers: return [.leave]
    case .save: return save(.save, state)
    case .saveEmpty(_, let way), .saveAsTyped(_, let way): return save(way, isConfirmed: true, state)
    case .again(_, let way): return save(way, state)
    case .resume: return takeUp(state)
    case .discardDraft: return unfinished.leftBehind.first.map { [.discardDraft($0)] } ?? []
    }
  }
}

/// A question over everything: it stands in the message's line, and all keys answer it.
struct Asking: Layer {
  private(set) var question: Model.Question
  /// The drafts that it may be about.
  private let drafts: [LeftBehind]
  /// What is said to a key that was no answer, while the question still stands.
  private var insistence: String?

  init(_ question: Model.Question, of drafts: [LeftBehind]) {
    (self.question, self.drafts) = (question, drafts)
  }

  var heading: String { "" }
  var hasAllKeys: Bool { true }
  var staysOnTop: Bool { true }
  var wheel: Wheel { .nothing }
  var keyHints: [KeyHint] {
    let third = question == .resume ? [KeyHint(.delete, "丢弃")] : []
    return [KeyHint(.enter, question.yes)] + third + [KeyHint(.escape, question.no)]
  }

  func text(_ state: OfficeState) -> String {
    insistence ?? (question == .resume ? LeftBehind.question(of: drafts, state) : question.text)
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    insistence = nil
    let asked = question
    switch key {
    case .enter: return .works { $0.accept(asked, $1) }
    case .delete where asked == .resume: question = .discardDraft
    case _ where asked.isAsked(by: key): break
    case .escape, .f(10), .alt("0"):
      return .changes { model in
        model.drop(Asking.self)
        if asked.isAboutDraft { model.leaveForLater() }
      }
    case _ where asked.isAboutTyping && Request(key) == nil: return goOn(with: .key(key))
    default: return evade()
    }
    return .stays()
  }

  /// What is typed at a question about a form goes into that.
  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    question.isAboutTyping ? goOn(with: .text(text)) : evade()
  }

  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer {
    question.isAboutTyping ? goOn(with: .paste(text)) : evade()
  }

  private func goOn(with event: Event) -> Answer {
    .works { model, state in
      model.drop(Asking.self)
      return model.update(event, state)
    }
  }

  /// Something that is no answer came, and is taken for no.
  mutating func evade() -> Answer {
    let evaded = question.evaded
    if question.isAboutDraft {
      (question, insistence) = (.resume, evaded)
      return .stays()
    }
    return .changes { model in
      model.drop(Asking.self)
      model.warn(evaded)
    }
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {}
}
