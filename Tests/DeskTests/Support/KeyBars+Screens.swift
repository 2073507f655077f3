/// The bars of the screens and their lists.
extension Bar {
  static let onScreens = [
    Bar(
      "worklist", "",
      [
        Press("左右", "<Right>", shows: "天数-"), Press("0", "0", shows: "2020 年度待办 22 件"),
        newFiling, newApplicant, find, open, papers, step, aside, mark, print, screens, year, palette, leave,
        help,
      ]),
    Bar(
      "filings, none", "3]",
      [
        newFiling, newApplicant, Press("F7", "<F7>灭零", shows: "灭零"),
        Press("左右", "<Left>", shows: "资助额-"), Press("+-", "+", shows: "收件日+", hides: "收件日-"),
        Press("0", "0", shows: "626 件", hides: "0 件 0.00 元"), print,
        Press("1-8", "1", shows: " 1 待办       演示"),
        Press("[ ]", "[", shows: "2020年度"), palette, leave, help,
      ]),
    Bar(
      "marked", " ",
      [
        Press("左右", "<Right>", shows: "天数-"), Press("0", "0", shows: "2020 年度待办 22 件"),
        newFiling, newApplicant, find, open, papers, step, aside, Press("空格", " ", shows: "已标记 2 件"),
        print,
        screens,
        year,
        palette,
        Press("F10", "<F10>", shows: "已取消标记"), help,
      ]),
    Bar(
      "register", "6",
      [
        Press("F2", "<F2>", shows: "第1条 小微企业扶持转介"), Press("Enter", "<Enter>", shows: "441800-R00003"),
        Press("F7", "<F7>甲", shows: "2020 年 各类"), print, Press("1-8", "1", shows: " 1 待办       演示"), year,
        palette, leave, help,
      ]),
    Bar(
      "register, records", "6<Enter>",
      [
        Press("F2", "<F2>", shows: "登记台账"), Press("Enter", "<Enter>", shows: "修改台账"),
        Press("F6", "<F6>", shows: "作废理由"), Press("F7", "<F7>甲", shows: "没有找到"),
        Press("F9", "<F9>", shows: "清单：小微企业扶持转介"), Press("1-8", "1", shows: " 1 待办       演示"), year, palette,
        Press("0", "0", shows: "全部年度"), Press("退格", "<Backspace>", shows: "质押贷款"),
        Press("F10", "<F10>", shows: "质押贷款"), help,
      ]),
    Bar(
      "register, none", "6<Down><Enter>",
      [
        Press("F2", "<F2>", shows: "登记台账"), Press("F7", "<F7>甲", shows: "没有找到"), print,
        Press("1-8", "1", shows: " 1 待办       演示"), year, palette, Press("0", "0", shows: "全部年度 培训"),
        Press("退格", "<Backspace>", shows: "质押贷款"), Press("F10", "<F10>", shows: "质押贷款"), help,
      ]),
    Bar(
      "register, searching", "6<F7>bbsty",
      [
        Press("上下", "<Backspace><Backspace><Down>", shows: "2020 年 各类  bbs "),
        Press("Enter", "<Enter>", shows: "F6 作废"), Press("Esc", "<Esc>", shows: "小微企业扶持转介"), help,
      ]),
    Bar(
      "journal", "<F5><F8>8",
      [
        newFiling, newApplicant, Press("F7", "<F7>审定", shows: "没有找到"),
        Press("Enter", "<Enter>", shows: " 经过         演示"), print, Press("1-8", "1", shows: " 1 待办       演示"),
        palette,
        leave, help,
      ]),
    Bar(
      "journal, none", "8",
      [
        newFiling, newApplicant, Press("F7", "<F7>审定", shows: "没有找到"), print,
        Press("1-8", "1", shows: " 1 待办       演示"), palette, leave, help,
      ]),
    Bar(
      "applicants", "2",
      [
        newFiling, newApplicant, find, theirFilings, amend, print, screens, palette, leave, help, sortNames,
        turnNames,
      ]),
    Bar(
      "applicants, none", "2<F7>不存在<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>甲", shows: "查找 甲"),
        print, screens, palette, Press("F10", "<F10>", shows: "共 77 个"), help, sortNames, turnNames,
      ]),
    Bar(
      "applicants found", "2<F7>英德<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>甲", shows: "查找 甲"), theirFilings, amend, print, screens,
        palette, sortNames, turnNames,
        help,
        Press("F10", "<F10>", shows: "共 77 个", hides: "查找 英德"),
      ]),
    Bar(
      "caps", "4",
      [
        newFiling, newApplicant, find, print, screens, year, palette, leave, help,
        Press("左右", "<Right>", shows: "[专项资金]"), theirFilings, Press("< >", ">", shows: "条款+"),
      ]),
    Bar(
      "worklist, none", "]0",
      [
        Press("左右", "<Right>", shows: "天数-"), Press("0", "0", shows: "待办 274 件"),
        newFiling, newApplicant, find, print, screens, Press("[ ]", "[", shows: "2020年度"), palette, leave,
        help,
      ]),
    Bar(
      "fund", "4<Right>",
      [
        Press("F2", "<F2>", shows: "第19条 专项资金预算"), newApplicant, find, print, screens, year, palette, leave,
        help,
        Press("左右", "<Right>", shows: "[等候]"), theirFilings, Press("< >", ">>>", shows: "待审-"),
      ]),
    Bar(
      "caps, none", "]4",
      [
        newFiling, newApplicant, find, print, screens, Press("[ ]", "[", shows: "2020年度"), palette, leave,
        help,
        Press("左右", "<Left>", shows: "[等候]"),
      ]),
    Bar(
      "fund, none", "]4<Right>",
      [
        Press("F2", "<F2>", shows: "第19条 专项资金预算"), newApplicant, find, print, screens,
        Press("[ ]", "[", shows: "2020年度"), palette, leave, help,
        Press("左右", "<Left>", shows: "[限额]"),
      ]),
    Bar(
      "filings", "3",
      [
        newFiling, newApplicant, Press("F7", "<F7>灭零", shows: "3 件"), open, papers, step, aside, mark,
        Press("左右", "<Left><Left><Right>", shows: "资助额-"),
        Press("+-", "+", shows: "收件日+", hides: "收件日-"), Press("0", "0", shows: "全部年度", hides: "2020 年 "),
        print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette, leave, help,
      ]),
    Bar(
      "filings, narrowed", "5<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>受理", shows: "1 件"),
        open, papers, Press("F5", "<F5>", shows: "可以初审：20,000.00 元"), aside, mark,
        Press("左右", "<Left>", shows: "资助额-"), Press("+-", "-", shows: "收件日+", hides: "收件日-"),
        Press("0", "0", shows: "全部年度", hides: "2020 年 "),
        Press("退格", "<Backspace>", shows: "22 件 231,312.45 元", hides: "2020 年 代理机构设立"),
        print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette,
        Press("F10", "<F10>", shows: " 5 合计       演示"), help,
      ]),
    Bar(
      "filings, found", "3<F7>灭零<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>甲", shows: "没有找到"), open, papers, step, aside, mark,
        Press("左右", "<Left>", shows: "资助额-"), Press("+-", "-", shows: "收件日+", hides: "收件日-"),
        Press("0", "0", shows: "全部年度", hides: "2020 年 "),
        Press("退格", "<Backspace>", shows: "22 件 231,312.45 元"),
        print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette, help,
        Press("F10", "<F10>", shows: "按 F7 查找", hides: "灭零 "),
      ]),
    Bar(
      "totals", "5",
      [
        newFiling, newApplicant, find, Press("左右", "<Left><Left><Right>", shows: "[按阶段]"),
        Press("Enter", "<Enter>", shows: "2020 年 代理机构设立"), print, screens, year, palette, leave, help,
        Press("< >", "<lt>", shows: "资助额-"),
      ]),
    Bar(
      "policy", "7",
      [
        Press("F4", "<F4>", shows: " 条款         演示"), theirFilings,
        Press("右", "<Right>", shows: " 6 工作台账   演示"),
        newFiling, newApplicant, find, print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette,
        leave, help,
      ]),
    Bar(
      "searching", "2<F7>英德市",
      [
        Press("上下", "<Down><Down><Up><F2>", shows: "申请人           英德市碧落水泥装备"),
        Press("Enter", "<Enter>", shows: "其申报", hides: "Esc 取消"),
        Press("F2", "<F2>", shows: "申请人           英德市浈阳红茶机械"), newApplicant,
        Press("Esc", "<Esc>", shows: "共 77 个", hides: "查找 英德市"), help,
      ]),
  ]
}
