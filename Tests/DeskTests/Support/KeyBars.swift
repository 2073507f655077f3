import Testing

/// A bar of keys, as it stands on the screen after a script, and what each of its keys does.
struct Bar: CustomTestStringConvertible, Sendable {
  /// A key of a bar, how it is pressed, and what must stand on the screen afterwards.
  struct Press: Sendable {
    let name: String
    let keys: String
    let shows: String
    /// What must no longer stand there.
    var hides: String?

    init(_ name: String, _ keys: String, shows: String, hides: String? = nil) {
      self.name = name
      self.keys = keys
      self.shows = shows
      self.hides = hides
    }
  }

  let testDescription: String
  let script: String
  let presses: [Press]

  init(_ name: String, _ script: String, _ presses: [Press]) {
    testDescription = name
    self.script = script
    self.presses = presses
  }
}

/// Every bar that the desk shows.
extension Bar {
  private static let newFiling = Press("F2", "<F2>", shows: " 新申报       演示")
  private static let newApplicant = Press("F3", "<F3>", shows: " 新申请人     演示")
  private static let find = Press("F7", "<F7>甲", shows: "查找 甲")
  private static let help = Press("F1", "<F1>", shows: "Enter 从不保存")
  private static let screens = Press("1-8", "7", shows: " 7 条款       演示")
  private static let palette = Press("Ctrl-P", "<C-p>xsq", shows: " 命令         演示")
  private static let next = Press("Ctrl-N", "<C-n>", shows: "请录下一件")
  private static let theirFilings = Press("Enter", "<Enter>", shows: " 3 申报       演示")
  private static let year = Press("[ ]", "[", shows: "2019年度")
  private static let leave = Press("F10", "<F10>", shows: "要离开吗")
  private static let list = Press("Ctrl-T", "<C-t>", shows: " 列表录入     演示")
  private static let closeList = Press("Esc", "<Esc>", shows: "F10 返回", hides: "关闭列表")

  private static let print = Press("F9", "<F9>", shows: "年度限额表")
  private static let open = Press("Enter", "<Enter>", shows: "修改申报")
  private static let amend = Press("F4", "<F4>", shows: "修改申请人")
  private static let papers = Press("F4", "<F4>", shows: "应交")
  private static let step = Press("F5", "<F5>", shows: "可以受理")
  private static let aside = Press("F6", "<F6>", shows: "通知补正")
  private static let mark = Press("Space", " ", shows: "已标记 1 件")

  static let all = [
    Bar(
      "worklist", "",
      [
        newFiling, newApplicant, find, open, papers, step, aside, mark, print, screens, year, palette, leave,
        help,
      ]),
    Bar(
      "filings, none", "3]",
      [
        newFiling, newApplicant, Press("F7", "<F7>灭零", shows: "灭零"),
        Press("Left/Right", "<Left>", shows: "资助额-"), Press("+-", "+", shows: "编号+", hides: "编号-"),
        Press("0", "0", shows: "626 件", hides: "0 件 0.00 元"), print,
        Press("1-8", "1", shows: " 1 待办       演示"),
        Press("[ ]", "[", shows: "2020年度"), palette, leave, help,
      ]),
    Bar(
      "marked", " ",
      [
        newFiling, newApplicant, find, open, papers, step, aside, Press("Space", " ", shows: "已标记 2 件"),
        print,
        screens,
        year,
        palette,
        Press("F10", "<F10>", shows: "已取消标记"), help,
      ]),
    Bar(
      "step", "<F5>",
      [
        Press("F8", "<F8>", shows: "已受理"), Press("Tab", "<Tab>", shows: "可不填"),
        Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "step, many", "  <F5><Tab><Tab>",
      [
        Press("F8", "<F8>", shows: "已受理 2 件"), Press("Tab", "<S-Tab>", shows: "可不填"),
        Press("Space", " ", shows: "能办的先办       是"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "step, choice", "<F6><Down><Enter><Tab>",
      [
        Press("F8", "<F8>", shows: "没有办理"), Press("Tab", "<Tab>", shows: "文书号或名称"),
        Press("F4", "<F4>", shows: "1  材料虚假"), Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "step, list", "<F6><Down><Enter><Tab><F4>",
      [
        Press("Up/Down", "<Down><Down><Up><Enter>", shows: "事由             非正常专利申请"),
        Press("Enter", "<Enter>", shows: "事由             材料虚假"), closeList,
      ]),
    Bar(
      "filing, amended", "<Enter>",
      [
        Press("F8", "<F8>", shows: "没有变化"), Press("Tab", "<Tab><Tab>", shows: "玖仟壹佰元零壹分"),
        Press("F4", "<F4>", shows: "关闭列表"),
        Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar("page", "[[3<End><Enter>", [Press("F10", "<F10>", shows: " 3 申报"), help]),
    Bar(
      "printing", "<F9>",
      [
        Press("Up/Down", "<Down><Down><Up><Enter>", shows: "核算"), Press("Enter", "<Enter>", shows: "收件编号"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "preview", "<F9><Enter>",
      [
        Press("F8", "<F8>", shows: "格式  "),
        Press("Up/Down", "<Down>", shows: "还有 12 行"),
        Press("PgDn", "<PageDown>", shows: "投保专利清单"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "preview, wide", "<F9><Down><Down><Enter>",
      [
        Press("F8", "<F8>", shows: "格式  "), Press("Left/Right", "<Right><Right><Right>", shows: "全额资助"),
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
        Press("Up/Down", "<Down><Up><Enter>", shows: "请继续"), Press("Enter", "<Enter>", shows: "请继续"),
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
        Press("0", "0", shows: "全部年度"), Press("Bksp", "<Backspace>", shows: "质押贷款"),
        Press("F10", "<F10>", shows: "质押贷款"), help,
      ]),
    Bar(
      "register, none", "6<Down><Enter>",
      [
        Press("F2", "<F2>", shows: "登记台账"), Press("F7", "<F7>甲", shows: "没有找到"), print,
        Press("1-8", "1", shows: " 1 待办       演示"), year, palette, Press("0", "0", shows: "全部年度 培训"),
        Press("Bksp", "<Backspace>", shows: "质押贷款"), Press("F10", "<F10>", shows: "质押贷款"), help,
      ]),
    Bar(
      "register, searching", "6<F7>bbsty",
      [
        Press("Up/Down", "<Backspace><Backspace><Down>", shows: "2020 年 各类  bbs "),
        Press("Enter", "<Enter>", shows: "F6作废"), Press("Esc", "<Esc>", shows: "小微企业扶持转介"), help,
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
        Press("F8", "<F8>", shows: "已读入申报 2 件"), Press("Left/Right", "<Right>", shows: "[栏目 2]"),
        Press("Up/Down", "<Down>", shows: "--repeats 读入"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "ledger, columns", LedgerTests.open + "旧账.csv<F8><Right>",
      [
        Press("F8", "<F8>", shows: "已读入申报 2 件"), Press("Left/Right", "<Left>", shows: "[各行 6]"),
        Press("Up/Down", "<Down><F4>", shows: "关闭列表"), Press("F4", "<F4>", shows: "1  不读"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
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
    Bar("story", "<C-e>", [Press("F10", "<F10>", shows: " 1 待办"), help]),
    Bar(
      "papers", "<F4>",
      [
        Press("F8", "<F8>", shows: "还没有核对任何一项"), Press("Space", " ", shows: "[v]"),
        Press("Ctrl-A", "<C-a>", shows: "未核对 0 项"), Press("Left/Right", "<Right> ", shows: "应出示原件"),
        Press("Up/Down", "<Down>", shows: "营业执照或身份证：未核对"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "papers, decided", "[[3<End><F4>",
      [
        Press("Up/Down", "<Down>", shows: "营业执照或身份证：未核对"), Press("F10", "<F10>", shows: " 3 申报"), help,
      ]),
    Bar(
      "step menu", "<F6>",
      [
        Press("Up/Down", "<Down><Down><Up><Enter>", shows: " 不予资助 "),
        Press("Enter", "<Enter>", shows: "没有要补正的内容"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "applicants", "2",
      [newFiling, newApplicant, find, theirFilings, amend, print, screens, palette, leave, help]),
    Bar(
      "applicants, none", "2<F7>不存在<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>甲", shows: "不存在甲"),
        print, screens, palette, Press("F10", "<F10>", shows: "共 77 个"), help,
      ]),
    Bar(
      "applicants found", "<F7>英德<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>甲", shows: "查找 英德甲"), theirFilings, amend, print, screens,
        palette,
        help,
        Press("F10", "<F10>", shows: "共 77 个", hides: "查找 英德"),
      ]),
    Bar(
      "caps", "4",
      [
        newFiling, newApplicant, find, print, screens, year, palette, leave, help,
        Press("Left/Right", "<Right>", shows: "[专项资金]"), theirFilings,
      ]),
    Bar(
      "worklist, none", "]",
      [
        newFiling, newApplicant, find, print, screens, Press("[ ]", "[", shows: "2020年度"), palette, leave,
        help,
      ]),
    Bar(
      "fund", "4<Right>",
      [
        Press("F2", "<F2>", shows: "第19条 专项资金预算"), newApplicant, find, print, screens, year, palette, leave,
        help,
        Press("Left/Right", "<Right>", shows: "[等候]"), theirFilings,
      ]),
    Bar(
      "caps, none", "]4",
      [
        newFiling, newApplicant, find, print, screens, Press("[ ]", "[", shows: "2020年度"), palette, leave,
        help,
        Press("Left/Right", "<Left>", shows: "[等候]"),
      ]),
    Bar(
      "fund, none", "]4<Right>",
      [
        Press("F2", "<F2>", shows: "第19条 专项资金预算"), newApplicant, find, print, screens,
        Press("[ ]", "[", shows: "2020年度"), palette, leave, help,
        Press("Left/Right", "<Left>", shows: "[限额]"),
      ]),
    Bar(
      "report", "[<F9>" + String(repeating: "<Down>", count: 12) + "<Enter>",
      [
        Press("F8", "<F8>", shows: "格式  "), Press("Enter", "<Enter>", shows: " 3 申报       演示"),
        Press("Up/Down", "<Down><Enter>", shows: "2019 年 清城区"),
        Press("Left/Right", "<Right><Right><Right><Right><Right>", shows: "左边还有"),
        Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "filings", "3",
      [
        newFiling, newApplicant, Press("F7", "<F7>灭零", shows: "3 件"), open, papers, step, aside, mark,
        Press("Left/Right", "<Left><Left><Right>", shows: "资助额-"),
        Press("+-", "+", shows: "编号+", hides: "编号-"), Press("0", "0", shows: "全部年度", hides: "2020 年 "),
        print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette, leave, help,
      ]),
    Bar(
      "filings, narrowed", "5<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>受理", shows: "1 件"),
        open, papers, Press("F5", "<F5>", shows: "可以初审：20,000.00 元"), aside, mark,
        Press("Left/Right", "<Left>", shows: "资助额-"), Press("+-", "-", shows: "编号+", hides: "编号-"),
        Press("0", "0", shows: "全部年度", hides: "2020 年 "),
        Press("Bksp", "<Backspace>", shows: "22 件 231,312.45 元", hides: "2020 年 代理机构设立"),
        print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette, leave, help,
      ]),
    Bar(
      "filings, found", "3<F7>灭零<Enter>",
      [
        newFiling, newApplicant, Press("F7", "<F7>甲", shows: "没有找到"), open, papers, step, aside, mark,
        Press("Left/Right", "<Left>", shows: "资助额-"), Press("+-", "-", shows: "编号+", hides: "编号-"),
        Press("0", "0", shows: "全部年度", hides: "2020 年 "),
        Press("Bksp", "<Backspace>", shows: "22 件 231,312.45 元"),
        print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette, help,
        Press("F10", "<F10>", shows: "按 F7 查找", hides: "灭零 "),
      ]),
    Bar(
      "totals", "5",
      [
        newFiling, newApplicant, find, Press("Left/Right", "<Left><Left><Right>", shows: "[按阶段]"),
        Press("Enter", "<Enter>", shows: "2020 年 代理机构设立"), print, screens, year, palette, leave, help,
      ]),
    Bar(
      "policy", "7",
      [
        theirFilings, Press("Right", "<Right>", shows: " 6 工作台账   演示"),
        newFiling, newApplicant, find, print, Press("1-8", "1", shows: " 1 待办       演示"), year, palette,
        leave, help,
      ]),
    Bar(
      "filing list entry", Scene.cutGrant + "<C-t>",
      [
        Press("F8", "<F8>", shows: "已保存 1 件"), Press("Tab", "12<Tab>", shows: "授权公告日：如"),
        Press("Ctrl-D", "<Down><Down><C-d>", shows: "2 <18 2 0123456.0"),
        Press("Ctrl-Y", "<Down><C-y>", shows: "0 行，可保存 0 行"),
        Press("F10", "<F10>", shows: " 新申报       演示"), help,
      ]),
    Bar(
      "searching", "<F7>英德市",
      [
        Press("Up/Down", "<Down><Down><Up><F2>", shows: "申请人           英德市碧落水泥装备"),
        Press("Enter", "<Enter>", shows: "其申报", hides: "Esc 取消"),
        Press("F2", "<F2>", shows: "申请人           英德市浈阳红茶机械"), newApplicant,
        Press("Esc", "<Esc>", shows: "共 77 个", hides: "查找 英德市"), help,
      ]),
    Bar(
      "filing, item", "<F2>dl",
      [
        Press("F8", "<F8>", shows: "还没有保存：请先填好"),
        Press("Tab", "<Tab>", shows: "清远市北江专利代理事务所"),
        Press("F4", "<F4>", shows: "发明年费", hides: " dl "),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, applicant", "<F2>dlsq<Tab>英德",
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000003：材料不全"),
        Press("Tab", "<Tab>9", shows: "2020-03-279"),
        Press("F4", "<F4>", shows: "A001", hides: "申请人           英德"),
        Press("F3", "新所<F3>", shows: "名称 *           英德新所"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, yes or no", Scene.cutGrant,
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000003"),
        Press("Tab", "<Tab>", shows: "F4核对"),
        list, next, Press("Space", " ", shows: "符合局令第75号   否"),
        Press("PgDn", "<PageDown>", shows: "标准 200.00、余额 100.00 取最小"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, papers", Scene.cutGrant + "<Tab>",
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000003"),
        Press("Tab", "<Tab>", shows: "已是最后一栏，保存请按 F8"), Press("F4", "<F4>", shows: "材料核对"),
        Press("Space", " ", shows: "材料             齐备"), list, next,
        Press("PgDn", "<PageDown>", shows: "标准 200.00、余额 100.00 取最小"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, papers ticked", Scene.cutGrant + "<Tab><F4>",
      [
        Press("F8", " <F8>", shows: "未核对 7 项"), Press("Space", " ", shows: "[v]"),
        Press("Ctrl-A", "<C-a>", shows: "未核对 0 项"), Press("Left/Right", "<Right> ", shows: "应出示原件"),
        Press("Up/Down", "<Down>", shows: "营业执照或身份证：未核对"), Press("F10", "<F10>", shows: "F4核对"), help,
      ]),
    Bar(
      "filing, claimed before", Scene.cutGrant + "<F8>" + Scene.cutGrant,
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000004：不符合条件"), Press("Tab", "<Tab>", shows: "F4核对"),
        Press("Ctrl-E", "<C-e>", shows: "441800-2020-000003  代理授权  收件"), list, next,
        Press("Space", " ", shows: "符合局令第75号   否"), Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, day", "<F2>dlsq<Tab>ydfs<Tab>",
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000003：材料不全"),
        Press("Tab", "<Tab>12", shows: "专利申请号       12"), Press("F4", "<F4>", shows: "关闭列表"),
        list, next,
        Press(
          "PgDn", "<Tab>201820123456.0<Tab>20190615<Tab>y<Tab>y<PageDown>",
          shows: "标准 200.00、余额 100.00 取最小"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, choice", "<F2>ysqy<Tab><Tab><Tab>",
      [
        Press("F8", "<F8>", shows: "还没有保存：请先填好"),
        Press("Tab", "3<Tab>", shows: "称号             省知识产权示范企业"),
        Press("F4", "<F4>", shows: "3  省知识产权示范企业"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, list", "<F2>ysqy<Tab><Tab><Tab><F4>",
      [
        Press("Up/Down", "<Down><Down><Up><Enter>", shows: "称号             国家知识产权优势企业"),
        Press("Enter", "<Enter>", shows: "称号             国家知识产权示范企业"), closeList,
      ]),
    Bar(
      "applicant, name", "<F3>甲",
      [
        Press("F8", "<F8>", shows: "请选择类型"),
        Press("Tab", "<Tab>", shows: "1  企业"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "applicant, kind", "<F3>甲<Tab>",
      [
        Press("F8", "1<F8>", shows: "请选择所在地区"),
        Press("Tab", "1<Tab>", shows: "类型 *           企业"),
        Press("F4", "<F4>", shows: "Esc 关闭列表"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "applicant, amended", "2<F7>A017<Enter><F4>" + String(repeating: "<Tab>", count: 8),
      [
        Press("F8", "<F8>", shows: "没有变化"), Press("Tab", "<Tab>", shows: "已是最后一栏"),
        Press("Space", " ", shows: "未审定的申报     是"), Press("F10", "<F10>", shows: "共 1 个"), help,
      ]),
    Bar(
      "applicant, list", "<F3>甲<Tab><F4>",
      [
        Press("Up/Down", "<Down><Down><Down><Up><Enter>", shows: "类型 *           事业单位"),
        Press("Enter", "<Enter>", shows: "类型 *           企业"), closeList,
      ]),
    Bar(
      "palette", "<C-p>",
      [
        Press("Up/Down", "<Down><Down><Up><Enter>", shows: " 新申请人     演示"),
        Press("Enter", "<Enter>", shows: " 新申报       演示"),
        Press("Esc", "<Esc>", shows: "GXQ-2020-000014", hides: "全部标记"),
      ]),
    Bar("help", "<F1>", [Press("Esc", "<Esc>", shows: "GXQ-2020-000014", hides: "Enter 从不保存")]),
    Bar(
      "question", "<F2>dl<F10>",
      [
        Press("Enter", "<Enter>", shows: "GXQ-2020-000014", hides: "新申报"),
        Press("Esc", "<Esc>", shows: "F10 返回", hides: "内容还没有保存"),
      ]),
  ]
}
