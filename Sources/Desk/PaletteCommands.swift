import CaseModel
import Casework
import Cells
import Papers
import SubsidyRules
import Wording

extension Model {
  /// What can be done on what lies on top, then what can be done elsewhere.
  func paletteCommands(_ state: OfficeState) -> [Palette.Command] {
    let always = [
      Palette.Command("撤销", .control("z")).known(as: "反悔", "恢复", "改错"),
      .init("帮助", .f(1)).known(as: "说明", "按键"),
      .init("重画屏幕", .control("l")).known(as: "刷新", "花屏", "乱码"),
      .init("暂停程序", .suspend).known(as: "挂起", "命令行", "shell"),
      .init(device.isMouseUsed ? "停用鼠标" : "使用鼠标", .mouse),
    ]
    let ofForms = Self.ofForms.map(\.command)
    guard let work else {
      return onlyLooking(screenCommands(state) + always) + Self.atTheEnd + ofForms
    }
    let known = Set((work.commands + always).map(\.label))
    return work.commands + always
      + (onlyLooking(screenCommands(state)) + Self.atTheEnd).filter { !known.contains($0.label) }
      .map { $0.below(form: work.leaving) }
      + ofForms.filter { !known.contains($0.words.first ?? "") }
      .map { $0.below(form: work.leaving) }
  }

  private static let atTheEnd = [
    Palette.Command("换人办理", .control("o")).known(as: "登录", "切换", "换操作员"),
    .init("锁定", .control("k")).known(as: "锁屏", "走开"),
    .init("离开", .f(10)).known(as: "退出", "关闭", "返回"),
  ]

  /// What can be done on the screen, and beside it whatever is done on others.
  private func screenCommands(_ state: OfficeState) -> [Palette.Command] {
    // What a screen enters stands where a new filing stands on others.
    let here = screen.parts.actions(self)
    let begin = beginnings.map { common in
      here.first { $0.request == .newFiling && common.request == .newFiling } ?? common
    }
    let first = begin + steps(state)
    let second = ofRecords(state) + ofOffice + betweenOffices
    let own = screens.flatMap { $0.parts.actions(self) }.filter { action in
      action.request != .newFiling && !second.contains { $0.label == action.label }
    }
    let commands =
      first.map(\.command) + stepCommands + second.map(\.command) + enrolling
      + screens.map {
        Palette.Command($0.label, .digit($0))
      }
      + (ofLists + own + ofYears).map(\.command)
    return commands + paperCommands + copyCommands(of: selection.chosen.file) + Palette.outside
  }

  private var enrolling: [Palette.Command] {
    seat.isCity ? [Palette.enrolling] : seat.isCounty ? [Palette.enrolling.refused("这是市局办的。")] : []
  }
}

// MARK: - By the clerks' own words

extension Model {
  /// Each step by its own name, behind the keys F5 and F6; one that can't be done now says why when it is chosen.
  private var stepCommands: [Palette.Command] {
    Step.allCases.map { step in
      let isStraight = Offered.straight.contains(step)
      let isOffered = step == selection.offered.next || selection.offered.aside.contains(step)
      return Palette.Command(
        StepLabels.label(step) + (isOffered || seat.oneOffice != nil ? "" : "（现在不能办）"),
        key: .f(isStraight ? 5 : 6),
        action: .step(step), words: Palette.words(for: step))
    }
  }

  /// Each paper and report of F9 by its title.
  private var paperCommands: [Palette.Command] {
    let papers = PrintedPaper.allCases.filter { $0.isOffered(isCity: seat.isCity, isCounty: seat.isCounty) }
    let titles = papers.map { ($0.title, Palette.words(for: $0)) }
    return (titles + YearReport.all.map { ($0.title, ["报表"]) }).map { title, words in
      Palette.Command("打印：" + title, key: .f(9), action: .paper(title), words: [title] + words)
    }
  }

  /// The number, the award and the row of the filing under the cursor, for another program.
  private func copyCommands(of file: FiledFiling?) -> [Palette.Command] {
    guard let file else {
      return ["复制编号", "复制金额", "复制这一行"].map {
        Palette.Command($0, action: .tells(""), words: ["剪贴板", "拷贝"]).refused(before: "选一件申报")
      }
    }
    let award = file.decision.award.description
    let row = [file.filing.id, file.filing.received.description, StepLabels.label(file.standing), award]
    return [
      ("复制编号", file.filing.id), ("复制金额", award), ("复制这一行", row.joined(separator: "\t")),
    ].map { Palette.Command($0.0, action: .copies($0.1), words: ["剪贴板", "拷贝"]) }
  }

  /// Opens the form of a step, whose verdict says why where it can't be done.
  mutating func openStep(_ step: Step, _ state: OfficeState) {
    if refusesToWrite(.nextStep) { return }
    guard !selection.offered.ids.isEmpty else { return warn("请先在待办或申报里选一件申报。") }
    open(StepForm(step, selection.offered.ids, surroundings(state)))
  }

  /// Opens a paper or report by its title, as if it had been chosen in the menu of F9.
  mutating func openPaper(_ title: String, _ state: OfficeState) -> [Effect] {
    openPrinting(state)
    return atWork(state) { menu, desk in
      guard var printing = menu as? PrintMenu else { return .stays() }
      defer { menu = printing }
      return printing.open(title: title, desk)
    }
  }
}

extension Palette {
  fileprivate static let enrolling = Command(
    "入网、接纳、停止报送", action: .tells("请主管用命令 zizhu office（enrol、admit、retire、list）。"),
    words: ["入网", "新的县局"])
  /// What is done with commands of the program and not on the desk.
  fileprivate static let outside = [
    ("备份、恢复", "每天第一次打开时自动备份；另做备份请用命令 zizhu backup，恢复用 zizhu restore。", ["拷贝", "存档"]),
    ("操作员：添加、停用、清除 PIN", "请主管用命令 zizhu operator（add、retire、pin）。", ["用户", "密码", "新同事", "权限"]),
    ("校验数据库", "请用命令 zizhu verify。", ["检查", "损坏", "完整"]),
    ("导出数据", "请用命令 zizhu export；屏幕上的清单和报表用“打印文书、报表”。", ["上报", "交换"]),
  ].map { Command($0.0, action: .tells($0.1), words: $0.2) }

  fileprivate static func words(for step: Step) -> [String] {
    switch step {
    case .accept: ["收下", "立案"]
    case .correct: ["补正", "材料不齐", "退回补件", "补材料"]
    case .review: ["审核", "复核", "审查"]
    case .handUp: ["报送", "上级", "市局"]
    case .commit: ["审定", "批准", "核定"]
    case .sendBack: ["发回", "县局"]
    case .approve: ["批准", "审批", "核定"]
    case .publish: ["公告", "名单"]
    case .batch: ["拨付名单", "编批", "拨付批次", "财政"]
    case .object: ["举报", "投诉", "公示异议"]
    case .overrule: ["异议处理"]
    case .serve: ["送达", "签收", "回证", "文号"]
    case .pay: ["付款", "打款", "支付", "发放"]
    case .bounce: ["退票", "账号错", "没到账"]
    case .waive: ["放弃"]
    case .reclaim: ["追缴", "退还", "收回"]
    case .revise: ["更正金额", "改核定额"]
    case .confirm: ["同意变更"]
    case .reject: ["不予", "驳回", "拒绝", "退件"]
    case .withdraw: ["撤件", "不要了"]
    case .lapse: ["逾期", "超期"]
    case .undo: ["退回上一步", "取消", "恢复"]
    }
  }

  fileprivate static func words(for paper: PrintedPaper) -> [String] {
    switch paper {
    case .receipt: ["回执", "收据", "收件凭证"]
    case .correction: ["补正", "告知书"]
    case .refusal: ["不予", "驳回"]
    case .approval: ["审批", "呈批", "审核表"]
    case .batch: ["汇总", "清单"]
    case .public: ["公示", "公告"]
    case .payment: ["付款", "付款表", "银行"]
    case .recovery: ["追回", "追缴"]
    case .service: ["送达", "签收", "回证"]
    case .label: ["标签", "档号", "归档"]
    case .capSheet: ["限额", "额度"]
    case .yearSeal: ["封存", "结账"]
    case .yearCorrection: ["更正"]
    case .form: ["空白表", "表格", "申请书"]
    case .guide: ["指南", "告知", "须知"]
    case .handover: ["报送", "封面"]
    case .reminder: ["催报", "缺件"]
    case .conflict: ["冲突", "裁定"]
    case .yearClose, .officesClose: ["结账", "关账", "年终"]
    }
  }
}
