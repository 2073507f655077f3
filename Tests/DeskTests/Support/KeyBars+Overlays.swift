/// The bars of what lies over a screen until it is done with.
extension Bar {
  static let onOverlays = [
    Bar(
      "step", "<F5>",
      [
        Press("F8", "<F8>", shows: "已受理"), Press("Tab", "<Tab>", shows: "可不填"),
        Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
        Press("Ctrl-N", "<C-n>", shows: "可以初审"),
      ]),
    Bar(
      "step, many", "  <F5><Tab><Tab>",
      [
        Press("F8", "<F8>", shows: "已受理 2 件"), Press("Tab", "<S-Tab>", shows: "可不填"),
        Press("空格", " ", shows: "能办的先办       是"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "step, choice", "<F6><Down><Enter><Tab>",
      [
        Press("F8", "<F8>", shows: "没有办理"), Press("Tab", "<Tab>", shows: "文书号或名称"),
        Press("F4", "<F4>", shows: "6  材料虚假"), Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "step, list", "<F6><Down><Enter><Tab><F4>",
      [
        Press("上下", "<Down><Down><Up><Enter>", shows: "事由             第12条 所在地不在本市"),
        Press("Enter", "<Enter>", shows: "事由             第12条 申请人类型不符"), closeList,
      ]),
    Bar(
      "policy, whole", "7<Down><F4>",
      [
        Press("上下", "<Down><Down>", shows: "代理量增量达到 100"),
        Press("PgDn", "<PageDown>", shows: "算出：代理量增量"), Press("F10", "<F10>", shows: " 7 条款"), help,
      ]),
    Bar("page", "[[3<End><Enter>", [Press("F10", "<F10>", shows: " 3 申报"), help]),
    Bar(
      "printing", "<F9>",
      [
        Press("上下", "<Down><Down><Up><Enter>", shows: "核算"), Press("F8", "<F8>", shows: "格式  "),
        Press("Enter", "<Enter>", shows: "收件编号"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "preview", "<F9><Enter>",
      [
        Press("F8", "<F8>", shows: "格式  "),
        Press("上下", "<Down>", shows: "还有 12 行"),
        Press("PgDn", "<PageDown>", shows: "投保专利清单"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "preview, wide", "<F9><Down><Down><Enter>",
      [
        Press("F8", "<F8>", shows: "格式  "), Press("左右", "<Right><Right><Right>", shows: "全额资助"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "file", "<F9><Enter><F8>",
      [
        Press("F8", "<F8>", shows: "已存成"), Press("Tab", "<Tab>", shows: "不会被覆盖"),
        Press("F4", "<F4>", shows: "1  网页"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "change of operator", "<C-o>",
      [
        Press("上下", "<Down><Up><Enter>", shows: "请继续"), Press("Enter", "<Enter>", shows: "请继续"),
        Press("Esc", "<Esc>", shows: " 1 待办"),
      ]),
    Bar("number", "<C-f>201710197068", [Press("F10", "<F10>", shows: " 1 待办"), help]),
    Bar(
      "news", "<C-b>",
      [
        Press("F8", "<F8>", shows: "请填好情形"), Press("Tab", "<Tab>", shows: "专利申请号，或保险单号"),
        Press("F4", "<F4>", shows: "1  非正常专利申请"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "record", "6<Down><F2>",
      [
        Press("F8", "<F8>", shows: "没有保存：还没有填"), Press("Tab", "<Tab>", shows: "如 20190301、今天"),
        Press("F4", "<F4>", shows: "关闭列表"), Press("F10", "<F10>", shows: " 6 工作台账   演示"), help,
      ]),
    Bar(
      "record struck out", "6<Enter><F6>",
      [
        Press("F8", "<F8>", shows: "请写明理由"), Press("F10", "<F10>", shows: " 6 工作台账   演示"), help,
      ]),
    Bar(
      "seal", SealFormTests.closed,
      [
        Press("F8", "<F8>", shows: "已封存 2018 年度"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "seal, open", "[" + SealFormTests.open,
      [
        Press("F8", "<PageDown><F8>", shows: "按 PgUp 往上"), Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "seal, opened again", SealFormTests.closed + "<F8>" + SealFormTests.open,
      [
        Press("F8", "<F8>", shows: "请写明理由"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "ledger form", LedgerTests.open,
      [
        Press("F8", "<F8>", shows: "请写文件名"), Press("Tab", "<Tab>", shows: "几个用分号隔开"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "ledger", LedgerTests.open + "旧账.csv<F8>",
      [
        // The key that has read the table takes it in only after a question.
        Press("F8", "<F8><Enter>", shows: "已读入申报 2 件"), Press("左右", "<Right>", shows: "[栏目 2]"),
        Press("F4", "<F4>", shows: "表格文件"),
        Press("上下", "<Down>", shows: "--repeats 读入"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "ledger, columns", LedgerTests.open + "旧账.csv<F8><Right>",
      [
        Press("F8", "<F8>", shows: "已读入申报 2 件"), Press("左右", "<Left>", shows: "[各行 6]"),
        Press("上下", "<Down><F4>", shows: "关闭列表"), Press("F4", "<F4>", shows: "1  不读"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar("story", "<C-e>", [Press("F10", "<F10>", shows: " 1 待办"), help]),
    Bar(
      "papers", "<F4>",
      [
        Press("F8", "<F8>", shows: "还没有核对任何一项"), Press("空格", " ", shows: "[v]"),
        Press("Ctrl-A", "<C-a>", shows: "未核对 0 项"), Press("左右", "<Right> ", shows: "应出示原件"),
        Press("上下", "<Down>", shows: "营业执照或身份证：未核对"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "papers, decided", "[[3<End><F4>",
      [
        Press("上下", "<Down>", shows: "营业执照或身份证：未核对"), Press("F10", "<F10>", shows: " 3 申报"), help,
      ]),
    Bar(
      "step menu", "<F6>",
      [
        Press("上下", "<Down><Down><Up><Enter>", shows: " 不予资助 "),
        Press("Enter", "<Enter>", shows: "没有要补正的内容"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "report", "[<F9>" + String(repeating: "<Down>", count: 12) + "<Enter>",
      [
        Press("F8", "<F8>", shows: "格式  "), Press("Enter", "<Enter>", shows: " 3 申报       演示"),
        Press("上下", "<Down><Enter>", shows: "2019 年 清城区"),
        Press("左右", "<Right><Right><Right><Right><Right>", shows: "左边还有"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
  ]
}
