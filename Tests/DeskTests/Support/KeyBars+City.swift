/// The bars of a city's desk and of a county's.
extension Bar {
  private static let toAll = Press("1-9", "7", shows: " 7 条款       演示")
  private static let papers9 = Press("F9", "<F9>", shows: "年度限额表")
  private static let back9 = Press("F10", "<F10>", shows: " 9 各局")
  private static let ownPapers = Press("F9", "<F9>", shows: "催报函")
  private static let theirs = Press("Enter", "<Enter>", shows: " 3 申报       演示")
  private static let conflicts = "9<Right>"

  private static func conflict(_ kind: String) -> String { conflicts + "<F7>\(kind)<Enter><Enter>" }

  static let inCity = [
    Bar(
      "offices, own", in: DeskSession.city, "9",
      [
        Press("F5", "<F5>", shows: "收下各局的报送件"), Press("F7", "<F7>英德", shows: "查找 英德"), papers9, toAll,
        Press("左右", "<Right>", shows: "建议", hides: "静默"), theirs, year, palette, leave, help,
      ]),
    Bar(
      "offices", in: DeskSession.city, "9<Down>",
      [
        Press("F5", "<F5>", shows: "收下各局的报送件"), Press("F6", "<F6>", shows: "写回执件"),
        Press("F7", "<F7>英德", shows: "查找 英德"), ownPapers, toAll,
        Press("左右", "<Right>", shows: "建议", hides: "静默"), theirs, year, palette, leave, help,
      ]),
    Bar(
      "conflicts", in: DeskSession.city, conflicts,
      [
        Press("F5", "<F5>", shows: "F9 对照表"), Press("F7", "<F7>英德", shows: "查找 英德"),
        Press("F9", "<F9>", shows: "对照表"), toAll, Press("左右", "<Left>", shows: "静默"),
        Press("0", "0", shows: "未裁定的"), year, palette, leave, help,
      ]),
    Bar(
      "conflict", in: DeskSession.city, conflict("同一依据"),
      [
        Press("F8", "<F8>", shows: "没有裁定：请写明理由"),
        Press("上下", "<Down>细<Up>", shows: "理由   细"), theirs,
        Press("F9", "<F9>", shows: "各局冲突对照表"), back9, help,
      ]),
    Bar(
      "conflict, applicants", in: DeskSession.city, conflict("同一申请人"),
      [
        Press("F8", "<F8>", shows: "没有裁定：请写明理由"),
        Press("上下", "<Down>细<Up>", shows: "理由   细"),
        Press("F9", "<F9>", shows: "各局冲突对照表"), back9, help,
      ]),
    Bar(
      "conflict, more than a page", in: DeskSession.city, conflict("核定后改动"),
      [
        Press("F8", "<F8>", shows: "没有裁定：请写明理由"),
        Press("上下", "<Down>细<Up>", shows: "理由   细"), theirs,
        Press("F9", "<F9>", shows: "各局冲突对照表"), Press("PgDn", "<PageDown>", shows: "核定额   200.00"), back9,
        help,
      ]),
    Bar(
      "conflict, one verdict", in: DeskSession.city, conflict("限额超出"),
      [
        Press("F8", "<F8>", shows: "没有裁定：请写明理由"), theirs, Press("F9", "<F9>", shows: "各局冲突对照表"),
        back9, help,
      ]),
    Bar(
      "conflict, no filings", in: DeskSession.city, conflict("时钟异常"),
      [
        Press("F8", "<F8>", shows: "没有裁定：请写明理由"), Press("F9", "<F9>", shows: "各局冲突对照表"),
        back9, help,
      ]),
    Bar(
      "conflict, told", in: DeskSession.city, conflict("缺件"),
      [Press("F9", "<F9>", shows: "各局冲突对照表"), back9, help]),
    Bar(
      "gather", in: DeskSession.city, "9<F5>",
      [
        Press("F8", "<F8>", shows: "以上还没有收"), Press("Tab", "<Tab>", shows: "没有入网的局的备份"), back9, help,
      ]),
    Bar(
      "gathered", in: DeskSession.city, "9<F5><F8>",
      [Press("F8", "1<F8>", shows: "已办理。"), back9, help]),
    Bar(
      "city's worklist", in: DeskSession.city, "",
      [
        Press("左右", "<Right>", shows: "天数-"), Press("0", "0", shows: "2020 年度待办"),
        newFiling, newApplicant, find, open, papers, Press("F5", "<F5>", shows: "可以受理"), aside, mark, print,
        toAll, year, palette, leave, help,
      ]),
    Bar(
      "city's filings of a county", in: DeskSession.city, "[9<F7>英德<Enter><Enter>",
      [
        Press("F7", "<F7>不存在", shows: "不存在"), Press("Enter", "<Enter>", shows: " 申报详情"), mark,
        Press("左右", "<Left>", shows: "局-"), Press("+-", "+", shows: "收件日+", hides: "收件日-"),
        Press("0", "0", shows: "全部年度", hides: "2019 年 "),
        Press("F9", "<F9>", shows: "收件回执"), toAll,
        Press("[ ]", "[", shows: "2018年度"), palette, back9, help,
      ]),
    Bar(
      "city's worklist of a county", in: DeskSession.city, "[9<F7>英德<Enter><Enter>1",
      [
        find, print, toAll, Press("[ ]", "[", shows: "2018年度"), palette, back9, help, mark,
        Press("Enter", "<Enter>", shows: " 申报详情"), Press("左右", "<Right>", shows: "天数-"),
        Press("0", "0", shows: "2019 年度待办"),
      ]),
    Bar(
      "city's caps of a county", in: DeskSession.city, "[9<F7>英德<Enter><Enter>4",
      [
        Press("F7", "<F7>北江", shows: "查找 北江"), print, toAll, Press("[ ]", "[", shows: "2018年度"), palette,
        back9,
        help, Press("左右", "<Right>", shows: "[专项资金]"), theirs, Press("< >", ">", shows: "条款+"),
      ]),
    Bar(
      "city's caps", in: DeskSession.city, "[[4",
      [
        newFiling, newApplicant, find, print, toAll, Press("[ ]", "[", shows: "2017年度"), palette, leave, help,
        Press("左右", "<Right>", shows: "[专项资金]"), theirs, Press("< >", ">", shows: "条款+"),
      ]),
  ]
}
