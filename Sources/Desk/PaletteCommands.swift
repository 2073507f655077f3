import CaseModel
import Casework
import Cells
import Papers
import SubsidyRules
import Wording

extension Model {
  /// What can be done on what lies on top, then what can be done elsewhere.
  var paletteCommands: [Palette.Command] {
    let always = [
      Palette.Command("撤销", .control("z")).known(as: "反悔", "恢复", "改错"),
      .init("帮助", .f(1)).known(as: "说明", "按键"),
      .init("重画屏幕", .control("l")).known(as: "刷新", "花屏", "乱码"),
      .init("暂停程序", .suspend).known(as: "挂起", "命令行", "shell"), .init(isMouseUsed ? "停用鼠标" : "使用鼠标", .mouse),
    ]
    guard let work else {
      return screenCommands + always + Self.atTheEnd + Self.ofForms
    }
    let known = Set((work.commands + always).map(\.label))
    let leaving = work.canSave ? "请先保存，或按 F10 返回，再" : "请先按 F10 返回，再"
    return work.commands + always
      + (screenCommands + Self.atTheEnd).filter { !known.contains($0.label) }
      .map { $0.below(form: leaving) }
      + Self.ofForms.filter { !known.contains($0.words.first ?? "") }
      .map { $0.below(form: leaving) }
  }

  /// What is done on forms alone, with how one comes there.
  private static let ofForms: [Palette.Command] = {
    let new = "按 F2 新申报，在表单里用"
    let list = "按 F2 新申报，再按 Ctrl-T 列表录入，在那里用"
    let ways: [(String, KeyName, String)] = [
      ("保存", .f(8), "打开表单（F2 新申报，F3 新申请人，Enter 修改）"),
      ("办理并接着看下一步", .control("n"), "选一件申报按 F5，在表单里用"),
      ("保存并录下一件", .control("n"), new), ("同上一件", .control("d"), new),
      ("列表录入", .control("t"), new), ("从列表选择", .f(4), new),
      ("保存成立的行", .f(8), list), ("同上一行", .control("d"), list),
      ("删去这一行", .control("y"), list), ("核对材料（用于各行）", .f(4), list),
    ]
    return ways.map { label, key, way in
      var command = Palette.Command(label, key).known(as: label).refused(before: way)
      command.isFoundOnly = true
      return command
    }
  }()

  private static let atTheEnd = [
    Palette.Command("换人办理", .control("o")).known(as: "登录", "切换", "换操作员"),
    .init("锁定", .control("k")).known(as: "锁屏", "走开"),
    .init("离开", .f(10)).known(as: "退出", "关闭", "返回"),
  ]

  /// What can be done on the screen, and beside it whatever is done on others.
  private var screenCommands: [Palette.Command] {
    func key(_ label: String, _ name: KeyName) -> Palette.Command { .init(label, name) }
    func unless(_ why: String?, _ commands: Palette.Command...) -> [Palette.Command] {
      why.map { why in commands.map { $0.refused(why) } } ?? commands
    }
    func after(_ way: String?, _ commands: Palette.Command...) -> [Palette.Command] {
      way.map { way in commands.map { $0.refused(before: way) } } ?? commands
    }
    let unchosen = offered.ids.isEmpty ? "在待办或申报里选一件申报" : nil
    var commands = [
      key(screen == .register ? "登记台账" : "新申报", .f(2)).known(as: "收件", "录入", "登记"),
      key("新申请人", .f(3)).known(as: "新单位", "新企业", "建档"),
      key("查找", .f(7)).known(as: "搜索", "检索", "过滤"),
    ]
    if let next = offered.next { commands.append(key("下一步：" + StepLabels.label(next), .f(5))) }
    if !offered.aside.isEmpty { commands.append(key("退回、不予、撤销等", .f(6))) }
    commands += stepCommands
    commands += after(
      unchosen, key("材料核对", .f(4)).known(as: "清单", "原件", "附件"),
      key("看经过：谁、何时、改前改后", .control("e")).known(as: "历史", "记录"),
      key("标记", .space).known(as: "选中", "勾选"), key("全部标记", .control("a")).known(as: "全选"))
    commands += [
      key("打印文书、报表", .f(9)).known(as: "统计", "导出", "存成文件", "打印机", "Excel"),
      key("查申请号：哪些申报以它为依据", .control("f")).known(as: "专利号", "查重"),
      key("登记不利情形", .control("b")).known(as: "无效", "非正常", "终止"),
      .init("导入旧台账", .oldLedger).known(as: "读入", "历史数据", "Excel"),
      .init("设定期限（公示期等）", .periods).known(as: "公示期", "工作日", "本局设定", "期间"),
      .init("封存、解封年度", .sealing).known(as: "结账", "关账", "审计"),
    ]
    commands += unless(
      isCity ? "市局不并户：在各局一屏的冲突里裁定是不是同一申请人，或用 zizhu rule persons。" : nil,
      .init("并户：两条记录是否同一申请人", .merging).known(as: "合并", "重复", "同名", "分立"))
    commands += officesCommands
    for other in screens {
      commands.append(key(other.label, .digit(other)))
    }
    commands += unless(
      screen.parts.isSorted ? nil : "这一屏的次序是固定的；申请人、申报等清单可以换序。",
      key("换一栏排序", .rightAngle).known(as: "顺序", "先后"))
    commands += unless(
      screen.parts.isReversible ? nil : "这一屏的次序是固定的；申请人、申报等清单可以倒序。", key("倒序", .plus))
    commands += after(
      screen == .policy && !lists.articles.isEmpty ? nil : "按 7 到条款，选一条",
      key("条款全文", .f(4)).known(as: "条件", "办法", "政策"))
    commands += after(
      screen == .filings || (screen == .register && register.isListing)
        ? nil : "按 3 到申报，或在工作台账里打开一个类别", key("各年", .zero))
    commands += unless(
      screen == .filings && filings.criteria.isNarrowed ? nil : "申报没有在筛选。", key("取消筛选", .backspace))
    // Says itself where to go.
    var table = Palette.Command("从表格读入台账", .recordsTable)
      .known(as: "读入", "导入", "清单", "成批", "Excel")
    table.isFoundOnly = screen != .register
    commands.append(table)
    commands += after(
      screen == .register && chosenRecord.map { $0.struckOut == nil } ?? false
        ? nil : "按 6 到工作台账，选一条没有作废的记录", key("作废这条记录", .f(6)))
    commands += [key("上一年度", .leftBracket), key("下一年度", .rightBracket)]
    return commands + paperCommands + copyCommands(of: chosen.file) + Palette.outside
  }
}

// MARK: - By the clerks' own words

extension Model {
  /// Each step by its own name, behind the keys F5 and F6; one that can't be done now says why when it is chosen.
  private var stepCommands: [Palette.Command] {
    Step.allCases.map { step in
      let isStraight = Offered.straight.contains(step)
      let isOffered = step == offered.next || offered.aside.contains(step)
      return Palette.Command(
        StepLabels.label(step) + (isOffered ? "" : "（现在不能办）"), key: .f(isStraight ? 5 : 6),
        action: .step(step), words: Palette.words(for: step))
    }
  }

  /// What goes between a city and its offices, each only where it is done.
  private var officesCommands: [Palette.Command] {
    let city = [
      Palette.Command("汇总：收下报送件", .gather).known(as: "报送件", "县局", "U盘", "读入"),
      .init(
        "入网、接纳、停止报送", action: .tells("请主管用命令 zizhu office（enrol、admit、retire、list）。"),
        words: ["入网", "新的县局"]),
      .init("收回恢复前的决定", .recall).known(as: "恢复", "收回", "回执"),
    ]
    let county = [
      Palette.Command("报送：写报送件", .bundle).known(as: "上报", "市局", "U盘", "交接单"),
      .init("收下回执件", .takeReply).known(as: "回执", "市局", "U盘"),
    ]
    // An office that stands alone knows nothing of either.
    if isCity { return city + county.map { $0.refused("这是县局办的。") } }
    return isCounty ? county + city.map { $0.refused("这是市局办的。") } : []
  }

  /// Each paper and report of F9 by its title.
  private var paperCommands: [Palette.Command] {
    let papers = PrintedPaper.allCases.filter { $0.isOffered(isCity: isCity, isCounty: isCounty) }
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
    guard !offered.ids.isEmpty else {
      message = Notice(.warning, "请先在待办或申报里选一件申报。")
      return
    }
    open(StepForm(step, offered.ids, surroundings(state)))
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
