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

    /// Whether to go on filling in is what no means: what is typed then goes into the form.
    var isAboutTyping: Bool {
      switch self {
      case .leaveForm, .save, .saveEmpty, .saveAsTyped: true
      case .leaveProgram, .leaveOthers, .again, .resume, .discardDraft: false
      }
    }
  }

  mutating func answer(_ key: Key, _ state: OfficeState) -> [Effect] {
    guard let asked = question else { return [] }
    switch key {
    case .enter:
      question = nil
      return accept(asked, state)
    case .delete where asked == .resume: question = .discardDraft
    case _ where asked.isAsked(by: key): break
    case .escape, .f(10), .alt("0"):
      question = nil
      if asked == .resume || asked == .discardDraft { leaveForLater() }
    case _ where asked.isAboutTyping && Request(key) == nil:
      question = nil
      return update(.key(key), state)
    default: evade()
    }
    return []
  }

  /// Text typed at a question: where it is about a form, that is gone on with.
  mutating func answer(text: Event, _ state: OfficeState) -> [Effect] {
    guard question?.isAboutTyping == true else {
      evade()
      return []
    }
    question = nil
    return update(text, state)
  }

  /// Something that is no answer came, and is taken for no.
  mutating func evade() {
    guard let asked = question else { return }
    if asked == .resume || asked == .discardDraft {
      (question, insistence) = (.resume, asked.evaded)
    } else {
      question = nil
      message = Notice(.warning, asked.evaded)
    }
  }

  private mutating func accept(_ asked: Question, _ state: OfficeState) -> [Effect] {
    switch asked {
    case .leaveForm:
      closeForm()
      return []
    case .leaveProgram, .leaveOthers: return [.leave]
    case .save: return save(state)
    case .saveEmpty(_, let way), .saveAsTyped(_, let way): return save(way, isConfirmed: true, state)
    case .again(_, let way): return save(way, isConfirmed: false, state)
    case .resume: return takeUp(state)
    case .discardDraft: return leftBehind.first.map { [.discardDraft($0)] } ?? []
    }
  }
}
