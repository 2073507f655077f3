import CaseModel
import Casework
import Cells
import Wording

/// Asks for the file that is to go between the city and an office.
struct ExchangeForm: FieldsLayer {
  let kind: ExchangeRequest.Kind
  var fields: FieldSet
  var pane = LinesPane()

  /// - Parameter folder: where such files lay last.
  init(_ kind: ExchangeRequest.Kind, folder: String, _ desk: Surroundings) {
    self.kind = kind
    var all = [
      Field(id: "path", label: Self.label(kind), hint: Self.hint(kind), kind: .text, text: folder)
    ]
    switch kind {
    case .gather:
      all += [
        Field(id: "head", label: "备份日志头", hint: "只用于没有入网的局的备份：照纸上写的输入，可不填", kind: .text),
        Field(id: "cover", label: "交接单", hint: "照纸上的写 局:项目=件数/金额，几项用分号隔开，可不填", kind: .text),
      ]
    case .bundle:
      all += [
        Field(id: "all", label: "从头写起", hint: "市局说丢了以前的，才写“是”", kind: .flag, text: "否"),
        Field(id: "plain", label: "不加密", hint: "写“是”的，谁拿到谁都能看", kind: .flag, text: "否"),
      ]
    case .reply, .takeReply, .recall: break
    }
    fields = FieldSet(all)
    renew(desk)
  }

  private static func label(_ kind: ExchangeRequest.Kind) -> String {
    switch kind {
    case .gather: "报送件"
    case .takeReply, .recall: "回执件"
    case .reply, .bundle: "写到"
    }
  }

  private static func hint(_ kind: ExchangeRequest.Kind) -> String {
    switch kind {
    case .gather: "文件或文件夹；几个用分号隔开，次序不论，重复的不会算两次"
    case .takeReply, .recall: "文件，或放它的文件夹"
    case .reply, .bundle: "文件夹（如 U 盘）；文件名自动取"
    }
  }

  var heading: String { kind.heading }

  var action: String? {
    switch kind {
    case .gather, .takeReply, .recall: "读文件"
    case .reply, .bundle: "写出"
    }
  }

  /// Nothing is lost with it.
  var isChanged: Bool { false }
  /// What stands below is the same whatever is typed.
  var isCostly: Bool { true }

  var help: [String] {
    switch kind {
    case .gather: ["先读、列出收下以后会有什么变化，什么也不收；看过以后再按 F8 才收。"]
    case .takeReply, .recall: ["先读、列出市局核定、退回了什么；看过以后再按 F8 才收。"]
    case .reply: ["写明收到哪里、核定和退回了什么；县局还没有确认收到的，每次都再写一遍。"]
    case .bundle: ["写出市局还没有确认收到的全部记录；写出以后已上报的不能再自己撤销。交接单随文件一起交。"]
    }
  }

  func title(_ desk: Surroundings) -> String {
    switch kind {
    case .gather: "收下各局的报送件"
    case .reply(let office): "给 \(OfficeNames.full(office, in: desk.state)) 写回执件"
    case .bundle: "报送给 \(desk.state.offices.city?.name ?? "市局")"
    case .takeReply, .recall: "收下 \(desk.state.offices.city?.name ?? "市局") 的回执件"
    }
  }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    var lines = help.flatMap { DecisionLines.wrapped($0, width, .dim) }
    switch kind {
    case .bundle:
      let stages = HandoverLine(desk.state)
      lines += DecisionLines.wrapped(stages.text(width: .max), width)
      if stages.reviewed > 0 {
        lines += DecisionLines.wrapped("还有 \(stages.reviewed) 件初审过、没有上报：先按 F5 上报，再写报送件。", width, .warning)
      }
    case .reply(let office):
      let steps = desk.state.offices.steps.filter {
        OfficeNames.code(ofWriter: $0.filing.writer, in: desk.state) == office
      }
      let counts = steps.map(\.step.step).counted { StepLabels.label($0) }
      lines += DecisionLines.wrapped(
        counts.isEmpty ? "还没有核定、退回过它的申报；回执件只写明收到哪里。" : "到现在：\(counts)。", width)
    case .gather, .takeReply, .recall: break
    }
    return lines
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    let path = fields.text("path")
    guard !TextFolding.isBlank(path) else { return fields.fails("请先写明\(Self.label(kind))的位置。", at: "path") }
    var request = ExchangeRequest(kind, path: path)
    request.head = fields.text("head")
    request.cover = fields.text("cover")
    request.isAll = fields.isYes("all", today: desk.today)
    request.isPlain = fields.isYes("plain", today: desk.today)
    return .asks(request.isLookedAt ? .readExchange(request) : .exchange(request))
  }
}

/// What a file would come to: looked at, and then taken in.
struct ExchangePage: LinesLayer {
  let preview: ExchangePreview
  /// Whether it could not be taken in: what was read is looked at anew before anything is.
  private var isSpent = false
  var pane = LinesPane()

  init(_ preview: ExchangePreview, _ desk: Surroundings) {
    self.preview = preview
    renew(desk)
  }

  mutating func askToReadAgain(_ desk: Surroundings) {
    isSpent = true
    renew(desk)
  }

  private var kind: ExchangeRequest.Kind { preview.request.kind }
  var heading: String { kind.heading }
  var canSave: Bool { preview.action != nil }
  var keyHints: [KeyHint] {
    (preview.action.map { [KeyHint(.f(8), isSpent ? "重新读文件" : $0)] } ?? []) + pagingHints
  }
  var help: [String] {
    kind == .recall
      ? ["数据库恢复以后，各局收过的回执里还记着本局当时的决定；收回以前，核定、拨付等都不能办。"]
      : ["按 F8 之前什么也没有收下。收下的是原样的记录，不改写任何一局的历史。"]
  }

  func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    let lines = preview.lines.flatMap { DecisionLines.wrapped($0, desk.columns - 2) }
    let end =
      preview.action == nil
      ? [DecisionLines.Line(text: "没有要收的。按 F10 返回。", style: .warning)]
      : isSpent
        ? [DecisionLines.Line(text: "以上没有收。按 F8 重新读文件，看过再收。", style: .warning)]
        : [DecisionLines.Line(text: "以上还没有收；看过以后按 F8。", style: .good)]
    return lines + end
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    guard canSave else { return .warns("没有要收的。") }
    return .asks(isSpent ? .readExchange(preview.request) : .exchange(preview.request))
  }
}

extension ExchangeRequest.Kind {
  fileprivate var heading: String {
    switch self {
    case .gather: "汇总"
    case .reply: "写回执件"
    case .bundle: "报送"
    case .takeReply: "收回执件"
    case .recall: "收回决定"
    }
  }
}
