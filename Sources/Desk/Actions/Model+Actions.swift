import CaseModel
import Casework
import SubsidyRules
import Wording

/// All that can be done on the screens, group by group as the palette lists it.
extension Model {
  /// What a request comes to here: as the screen has it, else as all of them.
  func action(for request: Request, _ state: OfficeState) -> Action? {
    func isMeant(_ action: Action) -> Bool { action.request == request }
    return screen.parts.actions(self).first(where: isMeant) ?? beginnings.first(where: isMeant)
      ?? steps(state).first(where: isMeant) ?? ofRecords(state).first(where: isMeant)
      ?? ofOffice.first(where: isMeant) ?? betweenOffices.first(where: isMeant)
      ?? ofLists.first(where: isMeant) ?? ofYears.first(where: isMeant)
      ?? Self.ofForms.first(where: isMeant)
  }

  /// The keys of the bar that work on filings, those used most first.
  var filingHints: [KeyHint] {
    let entering = screen.parts.actions(self).first { $0.request == .newFiling } ?? beginnings[0]
    var hints = [entering.hint, selection.offered.ids.isEmpty ? nil : KeyHint(.f(4), "材料", isMinor: true)]
    if let next = selection.offered.next { hints.append(KeyHint(.f(5), StepLabels.brief(next))) }
    if !selection.offered.aside.isEmpty { hints.append(KeyHint(.f(6), "退回")) }
    return hints.compactMap(\.self) + [KeyHint(.f(7), "查找"), KeyHint(.f(9), "打印", isMinor: true)]
  }

  /// Where a filing is to be chosen first.
  static let choosing = Action.Hindrance.before("在待办或申报里选一件申报")

  var beginnings: [Action] {
    [
      Action(.newFiling, .f(2), "新申报", brief: "申报", words: ["收件", "录入", "登记"]) { model, state in
        model.enterFiling(of: nil, state)
      },
      Action(.newApplicant, .f(3), "新申请人", words: ["新单位", "新企业", "建档"]) { model, state in
        model.open(ApplicantForm(name: "", districts: state.districts, state))
        model.search.isTyping = false
      },
      Action(.find, .f(7), "查找", words: ["搜索", "检索", "过滤"]) { model, _ in model.beginSearch() },
    ]
  }

  func steps(_ state: OfficeState) -> [Action] {
    let isChosen = !selection.offered.ids.isEmpty
    let next = selection.offered.next.map { "：" + StepLabels.label($0) } ?? ""
    // Marked filings may stand at several stages: then a menu opens.
    let lacksNext = selection.marks.isEmpty && selection.offered.next == nil
    return [
      Action(
        .nextStep, .f(5), "下一步" + next,
        unless: !isChosen ? Self.choosing : lacksNext ? .because(noNextStep(state)) : nil
      ) { model, state in model.openNextStep(state) },
      Action(
        .otherStep, .f(6), "退回、不予、撤销等",
        unless: !isChosen
          ? Self.choosing : selection.offered.aside.isEmpty ? .because("这一件没有您可以退回、不予或撤销的。") : nil
      ) { model, state in model.openOtherSteps(state) },
    ]
  }

  func ofRecords(_ state: OfficeState) -> [Action] {
    let record = screen.parts.chosen(self, state)
    return [
      Action(
        .lookup, .f(4), "材料核对", words: ["清单", "原件", "附件"],
        unless: selection.offered.ids.isEmpty ? Self.choosing : nil
      ) { model, state in model.openPapers(state) },
      Action(
        .story, .control("e"), "看经过：谁、何时、改前改后", words: ["历史", "记录"],
        unless: record == nil ? Self.choosing : nil
      ).asking { _, _ in record.map { [.readStory($0)] } ?? [] },
      Action(
        .mark, .space, "标记", words: ["选中", "勾选"], unless: chosenNumber == nil ? Self.choosing : nil
      ) { model, state in model.toggleMark(state) },
      Action(
        .markAll, .control("a"), "全部标记", words: ["全选"],
        unless: screen.parts.filings(self).isEmpty ? Self.choosing : nil
      ) { model, state in model.markAll(state) },
    ]
  }

  var ofOffice: [Action] {
    [
      Action(.printing, .f(9), "打印文书、报表", words: ["统计", "导出", "存成文件", "打印机", "Excel"]) {
        $0.openPrinting($1)
      },
      Action(.number, .control("f"), "查申请号：哪些申报以它为依据", words: ["专利号", "查重"]) { model, state in
        model.open(NumberPage(model.surroundings(state)))
      },
      Action(.news, .control("b"), "登记不利情形", words: ["无效", "非正常", "终止"]) { model, state in
        model.open(NewsForm(model.surroundings(state)))
      },
      Action(.oldLedger, nil, "导入旧台账", words: ["读入", "历史数据", "Excel"]) { $0.openOldLedger($1) },
      Action(.periods, nil, "设定期限（公示期等）", words: ["公示期", "工作日", "本局设定", "期间"]) { model, state in
        model.search.isTyping = false
        model.open(PeriodForm(model.surroundings(state)))
      },
      Action(.sealing, nil, "封存、解封年度", words: ["结账", "关账", "审计"]) { model, state in
        model.search.isTyping = false
        model.open(SealForm(model.surroundings(state)))
      },
      Action(
        .merging, nil, "并户：两条记录是否同一申请人", words: ["合并", "重复", "同名", "分立"],
        unless: seat.isCity ? .because("市局不并户：在各局一屏的冲突里裁定是不是同一申请人，或用 zizhu rule persons。") : nil
      ) { model, state in
        model.search.isTyping = false
        let first = model.screen == .applicants ? model.chosenApplicant(state)?.id : nil
        model.open(MergeForm(model.surroundings(state), first: first))
      },
    ]
  }

  /// What goes between a city and its offices; an office that stands alone knows nothing of it.
  var betweenOffices: [Action] {
    guard seat.isCity || seat.isCounty else { return [] }
    let ofCity: Action.Hindrance? = seat.isCity ? nil : .because("这是市局办的。")
    let ofCounty: Action.Hindrance? = seat.isCounty ? nil : .because("这是县局办的。")
    let city = [
      Action(
        .gather, nil, "汇总：收下报送件", words: ["报送件", "县局", "U盘", "读入"], unless: ofCity
      ) { $0.openExchange(.gather, $1) },
      Action(
        .recall, nil, "收回恢复前的决定", words: ["恢复", "收回", "回执"], unless: ofCity
      ).asking { $0.openRecall($1) },
    ]
    let county = [
      Action(
        .bundle, nil, "报送：写报送件", words: ["上报", "市局", "U盘", "交接单"], unless: ofCounty
      ) { $0.openExchange(.bundle, $1) },
      Action(
        .takeReply, nil, "收下回执件", words: ["回执", "市局", "U盘"], unless: ofCounty
      ) { $0.openExchange(.takeReply, $1) },
    ]
    return seat.isCity ? city + county : county + city
  }

  var ofLists: [Action] {
    let parts = screen.parts
    let fixed = "这一屏的次序是固定的；申请人、申报等清单可以"
    let sorting: Action.Hindrance? = parts.isSorted ? nil : .because(fixed + "换序。")
    return [
      Action(.sortOn, .rightAngle, "换一栏排序", words: ["顺序", "先后"], unless: sorting) { model, _ in
        parts.sort(.turn(1), &model)
      },
      Action(.sortBack, .leftAngle, "换前一栏排序", isFoundOnly: true, unless: sorting) { model, _ in
        parts.sort(.turn(-1), &model)
      },
      Action(.reverse, .plus, "倒序", unless: parts.isReversible ? nil : .because(fixed + "倒序。")) { model, _ in
        parts.sort(.reverse, &model)
      },
      Action(
        .everyYear, .zero, "各年",
        unless: parts.canToggle(self) ? nil : .before("按 3 到申报，或在工作台账里打开一个类别")
      ) { model, _ in parts.toggle(&model) },
      Action(
        .widen, .backspace, "取消筛选", unless: parts.canWiden(self) ? nil : .because("申报没有在筛选。")
      ) { model, _ in parts.widen(&model) },
    ]
  }

  var ofYears: [Action] {
    [
      Action(.yearBefore, .leftBracket, "上一年度") { model, _ in model.year = max(1, model.year - 1) },
      Action(.yearAfter, .rightBracket, "下一年度") { model, _ in model.year = min(9999, model.year + 1) },
    ]
  }

  /// What is done on forms alone, with how one comes there.
  static var ofForms: [Action] {
    let new = "按 F2 新申报，在表单里用"
    let list = "按 F2 新申报，再按 Ctrl-T 列表录入，在那里用"
    let ways: [(Request, String, KeyName, String)] = [
      (.save, "保存", .f(8), "打开表单（F2 新申报，F3 新申请人，Enter 修改）"),
      (.saveAndNext, "办理并接着看下一步", .control("n"), "选一件申报按 F5，在表单里用"),
      (.saveAndNext, "保存并录下一件", .control("n"), new), (.copy, "同上一件", .control("d"), new),
      (.list, "列表录入", .control("t"), new), (.lookup, "从列表选择", .f(4), new),
      (.save, "保存成立的行", .f(8), list), (.copy, "同上一行", .control("d"), list),
      (.delete, "删去这一行", .control("y"), list), (.lookup, "核对材料（用于各行）", .f(4), list),
    ]
    return ways.map { request, label, key, way in
      Action(request, key, label, words: [label], isFoundOnly: true, unless: .before(way))
    }
  }
}
