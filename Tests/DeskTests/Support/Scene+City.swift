/// The desks of the demo city and of one of its counties.
extension Scene {
  static func conflict(_ name: String, _ label: String, _ shows: String...) -> Scene {
    Scene(
      name: "conflict-\(name)", place: DeskSession.city, script: "9<Right><F7>\(label)<Enter><Enter>",
      shows: [label] + shows)
  }

  static let ofCity = [
    Scene(
      name: "offices", place: DeskSession.city, script: "9",
      shows: ["9 各局", "[各局]", "冲突 14", "清城", "合计", "待核定", "F5"]),
    Scene(
      name: "offices-held", place: DeskSession.city, script: "9<F7>连州<Enter>",
      shows: ["连州市知识产权局", "存放着：前面缺第 1 至 7 条记录", "缺件"]),
    Scene(
      name: "offices-conflicts", place: DeskSession.city, script: "9<Right>",
      shows: ["[冲突", "类别", "同一依据", "F5"]),
    Scene(
      name: "offices-filings", place: DeskSession.city, script: "[9<F7>英德<Enter><Enter>",
      shows: ["3 申报", "只看 英德", "441881", "回各局"]),
    Scene(
      name: "offices-worklist", place: DeskSession.city, script: "[9<F7>英德<Enter><Enter>1",
      shows: ["1 待办", "只看 英德", "F10"]),
    Scene(name: "city-worklist", place: DeskSession.city, shows: ["1 待办", "轮到您", "F5"]),
    Scene(name: "city-caps", place: DeskSession.city, script: "[[4", shows: ["超 300.00", "局"]),
    Scene(name: "city-printing", place: DeskSession.city, script: "9<Down><F9>", shows: ["交接单", "催报函"]),
    Scene(name: "city-gather", place: DeskSession.city, script: "9<F5>", shows: ["汇总", "报送件", "/media/U"]),
    Scene(name: "city-gathered", place: DeskSession.city, script: "9<F5><F8>", shows: ["还没有收", "新记录 3 条"]),
    Scene(
      name: "city-reply", place: DeskSession.city, script: "9<F7>英德<Enter><F6>",
      shows: ["写回执件", "英德市知识产权局", "核定"]),
    Scene(
      name: "county-worklist", place: DeskSession.county,
      shows: ["1 待办", "已上报", "报送第 2 号", "还没有回执"]),
    Scene(
      name: "county-bundle", place: DeskSession.county, script: "<C-p>写报送件<Enter>",
      shows: ["报送", "清远市知识产权局", "从头写起", "不加密"]),
    Scene(
      name: "county-take", place: DeskSession.county, script: "<C-p>收下回执<Enter>", shows: ["收回执件", "文件"]),
    Scene(
      name: "county-printing", place: DeskSession.county, script: "<F9><Down><Down>", shows: ["交接单", "年度结账表"]),
    conflict("gap", "缺件", "连州市知识产权局"), conflict("fork", "分叉", "佛冈县知识产权局", "以哪一支为准"),
    conflict("person", "同一申请人", "内容不同"), conflict("same-key", "同一依据", "只能资助一次"),
    conflict("overrun", "限额超出", "300.00"),
    conflict("moved", "核定后改动", "裁定以前不能公示、拨付"), conflict("other-rules", "规则不同", "以市局的为准"),
    conflict("unknown-code", "未知代码", "县区代码"),
    conflict("same-number", "同号两件", "同一个号"), conflict("clock", "时钟异常", "时钟"), conflict("void", "撤回与核定", "撤回"),
  ]
}
