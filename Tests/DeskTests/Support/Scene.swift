import Testing

/// A screen to look at: how it is reached, and what must stand there at every size.
struct Scene: CustomTestStringConvertible, Sendable {
  let name: String
  /// The office of the demo city whose desk it is; nil of the demo office, which stands alone.
  var place: String?
  var script = ""
  /// Without applicants and filings.
  var isEmptyOffice = false
  /// Words that must stand on the screen, written before the screen was.
  let shows: [String]
  var testDescription: String { name }

  func session(_ size: Golden.Size) throws -> DeskSession {
    if let place { return try DeskSession.inCity(place, script, rows: size.rows, columns: size.columns) }
    return try DeskSession.demo(script, rows: size.rows, columns: size.columns, isEmptyOffice: isEmptyOffice)
  }
}

extension Scene {
  /// A utility model of an agency branch whose family has used 49 900.00 of 50 000.00 (article 2).
  static let cutGrant = "<F2>dlsq<Tab>ydfs<Tab><Tab>ZL 2018 2 0123456.0<Tab>20190615<Tab>y<Tab>y"

  static let all = [
    // Article 12: 30 % of 9 100.01 is 2 730.00; its cap is 10 000, so 7 270.00 are left.
    Scene(name: "worklist", shows: ["1 待办", "待办 274 件", "专利保险", "2,730.00", "余 7,270.00", "第12条"]),
    Scene(name: "worklist-next-year", script: "]0", shows: ["2021年度", "2021 年度没有待办的申报", "各年"]),
    Scene(name: "worklist-empty", isEmptyOffice: true, shows: ["还没有申报", "F2", "F3"]),
    Scene(name: "applicants", script: "2", shows: ["2 申请人", "共 77 个", "清远市北江专利代理事务所", "A001"]),
    Scene(name: "applicants-search", script: "2<F7>bjyd", shows: ["共 1 个", "清远市北江专利代理事务所英德分所", "A002"]),
    Scene(name: "applicants-none", script: "2<F7>不存在", shows: ["共 0 个", "没有找到", "F3"]),
    Scene(name: "applicants-empty", script: "2", isEmptyOffice: true, shows: ["还没有申请人", "F3"]),
    // The family of A001: 76 × 500 + 54 × 200 + 11 × 100 = 49 900, none of it decided; 100 left of 50 000.
    Scene(
      name: "caps", script: "[4<Down><Down>",
      shows: ["4 限额", "代理机构年度限额（第2条）", "49,900.00", "已核定 0.00", "余 100.00"]),
    // The old office paid 96 × 500 + 10 × 200 + 3 × 100 = 50 300 under a cap of 50 000.
    // Budgets of 2020 stand in the demo's register; article 19.
    Scene(
      name: "caps-fund", script: "[4<Right>",
      shows: ["[专项资金]", "清城区", "550,000.00", "3,224,000.00", "待审的全部照核算拨付后"]),
    Scene(name: "caps-waits", script: "[4<Right><Right>", shows: ["[等候]", "收件", "天", "最久"]),
    Scene(name: "caps-fund-empty", script: "4<Right>", isEmptyOffice: true, shows: ["没有预算", "F2"]),
    Scene(
      name: "report", script: "[<F9>" + String(repeating: "<Down>", count: 12) + "<Enter><Right>",
      shows: ["报表", "预算", "550,000.00"]),
    Scene(name: "policy-records", script: "7<Down><Down>", shows: ["第3条", "台账：培训 2020 年度 0 项", "0 项"]),
    Scene(name: "caps-overrun", script: "[[4", shows: ["50,300.00", "超 300.00", "额度用尽"]),
    Scene(name: "caps-empty", script: "4", isEmptyOffice: true, shows: ["还没有用到限额"]),
    // Article 1 paid 20 000 for one branch and nothing for one from elsewhere.
    Scene(name: "filings", script: "3", shows: ["3 申报", "22 件", "231,312.45 元", "专利保险"]),
    Scene(name: "filings-found", script: "3<F7>灭零<Enter>", shows: ["3 件", "灭零代理费"]),
    Scene(name: "filings-empty", script: "3", isEmptyOffice: true, shows: ["还没有申报", "F2"]),
    Scene(name: "totals", script: "5", shows: ["按项目", "231,312.45", "200,000.00", "20,000.00"]),
    Scene(name: "totals-empty", script: "5", isEmptyOffice: true, shows: ["还没有申报"]),
    // The demo's register of 2020: two loans under article 13.
    Scene(name: "register", script: "6", shows: ["6 工作台账", "质押贷款", "小微企业扶持转介", "16 项"]),
    Scene(
      name: "register-records", script: "[6" + String(repeating: "<Down>", count: 9) + "<Enter>",
      shows: ["2019 年 行政执法", "3 项", "立案日期  2019-07-01"]),
    Scene(name: "register-search", script: "6<F7>bbsty", shows: ["各类", "1 项", "441800-R00071"]),
    Scene(name: "register-empty", script: "6<Enter>", isEmptyOffice: true, shows: ["还没有记录", "F2"]),
    Scene(
      name: "register-form", script: "6<Down><F2>英德<Tab>20200302<Tab>",
      shows: ["登记台账", "第3条 培训", "英德市", "还没有填主题、地点、培训人数、学时", "2020 年度"]),
    Scene(
      name: "register-strike", script: "6<Enter><F6>", shows: ["作废台账", "作废理由", "441800-R00003"]),
    Scene(name: "seal", script: SealFormTests.closed, shows: ["封存年度", "2018 年度", "可以封存"]),
    Scene(name: "seal-open", script: "[" + SealFormTests.open, shows: ["封存年度", "没有审定或结案"]),
    Scene(name: "ledger-form", script: LedgerTests.open, shows: ["导入旧台账", "表格文件", "GB18030"]),
    Scene(
      name: "ledger", script: LedgerTests.open + "旧账.csv<F8>",
      shows: ["可读入 2 行", "有误", "需要申请号", "F8", "[各行 6]"]),
    Scene(
      name: "ledger-columns", script: LedgerTests.open + "旧账.csv<F8><Right>", shows: ["[栏目 2]", "类型", "不读"]),
    Scene(name: "policy", script: "7<Down>", shows: ["7 条款", "扶持专利代理机构发展", "发明 500 元"]),
    // Article 2: 500, 200 and 100 yuan, 50 000 a year, and at the end what a growth of 300 is handed in with.
    Scene(
      name: "policy-whole", script: "7<Down><F4>",
      shows: ["条款", "第2条 扶持专利代理机构发展", "专利代理机构、代理分支机构", "发明 500 元，实用新型 200 元，外观设计 100 元", "50,000 元"]),
    Scene(name: "policy-whole-end", script: "7<Down><F4><End>", shows: ["第2条 扶持专利代理机构发展", "材料："]),
    // Two of five rows stand: 100 left, then nothing.
    Scene(
      name: "list-entry", script: cutGrant + "<C-t>",
      shows: ["列表录入", "1 行，可保存 1 行", "100.00", "余额 100.00 -> 0.00"]),
    // What can be done with the newest filing, and what came of it: 30 % of 9 100.01 (article 12).
    Scene(name: "step-accept", script: "<F5>", shows: ["受理", "GXQ-2020-000014", "可以受理：2,730.00 元", "办理日期"]),
    Scene(
      name: "step-refused", script: "<F5><F8><F5><F8><F5>",
      shows: ["审定", "不能审定：演示 于", "这一步须由另"]),
    Scene(name: "step-many", script: "  <F5>", shows: ["受理 2 件", "合计 2,865.00 元", "能办的先办", "2,730.00 元"]),
    Scene(name: "step-menu", script: "<F6>", shows: ["GXQ-2020-000014 可以：", "通知补正", "不予资助", "撤回"]),
    Scene(
      name: "papers", script: "<F4>  <Up> <Down>户名不符",
      shows: ["材料核对", "GXQ-2020-000014", "未核对 5 项", "[v]", "[x]", "没有提交", "户名不符"]),
    Scene(name: "filing-amended", script: "<Enter>", shows: ["修改申报", "9100.01", "2,730.00 元"]),
    Scene(name: "filing-page", script: "[[3<End><Enter>", shows: ["申报详情", "收件", "核算过程"]),
    Scene(name: "applicant-amended", script: "2<F7>A017<Enter><F4>", shows: ["修改申请人", "未审定的申报", "否"]),
    Scene(name: "printing", script: "<F9>", shows: ["打印", "收件回执", "审批表", "GXQ-2020-000014"]),
    Scene(name: "printing-preview", script: "<F9><Enter>", shows: ["收件回执", "专利资助申报", "清远市知识产权局"]),
    Scene(name: "printing-file", script: "<F9><Enter><F8>", shows: ["存成文件", "收件回执-GXQ-2020-000014", "网页"]),
    Scene(name: "sign-in", script: "<C-o>", shows: ["谁在办理", "演示（主管）"]),
    Scene(
      name: "news", script: "<C-b>2<Tab>201710197068.7<Tab>",
      shows: ["不利情形", "441821-2018-000001", "专利权被宣告无效", "差额 -3,000.00"]),
    Scene(name: "merge", script: "2<C-p>并户<Enter>", shows: ["并户", "是否同一申请人", "理由"]),
    Scene(name: "records-table", script: "6<C-p>从表格<Enter>", shows: ["读入台账", "表格文件", "必须有的栏"]),
    Scene(name: "number", script: "<C-f>201710197068.7", shows: ["查申请号", "441821-2018-000001"]),
    Scene(name: "journal", script: "<F5><F8><F4><C-a><F8>8", shows: ["8 日志", "核对材料", "受理", "演示"]),
    Scene(name: "story", script: "<F5><F8><C-e>", shows: ["经过", "GXQ-2020-000014", "第 1 号", "受理"]),
    Scene(name: "marked", script: "  ", shows: ["已标记 2 件", "2,865.00"]),
    Scene(name: "filing-new", script: "<F2>", shows: ["新申报", "项目", "申请人", "收件日期", "代理机构设立", "专利保险"]),
    // 200 for a utility model, 100 left under the cap.
    Scene(
      name: "filing-reduced", script: cutGrant,
      shows: ["核减", "100.00 元", "余额 100.00 -> 0.00", "2,912,649.51", "2,912,749.51", "第2条"]),
    // Article 12 pays units; A073 is a person.
    Scene(
      name: "filing-refused",
      script: "<F2>zlbx<Tab>冯晓岚<Tab><Tab>P1<Tab>F1<Tab>1000<Tab>20200101",
      shows: ["不符合条件", "0.00 元", "第12条"]),
    Scene(
      name: "filing-incomplete",
      script: "<F2>sqdl<Backspace><Backspace><Backspace><Backspace>syxx<Tab>冯晓岚<Tab><Tab>12",
      shows: ["材料不全", "0.00 元", "缺少"]),
    // Article 11: the longest form; 200 000 for an international standard.
    Scene(
      name: "filing-standard",
      script: "<F2>zhbz<Tab>凤城岭<Tab><Tab>201310170528.9<Tab>Q/QYFC 009-2019<Tab>IEC 63203-102:2020<Tab>4<Tab>"
        + "20160510<Tab>20200131",
      shows: ["全额资助", "200,000.00 元", "第11条", "国际标准"]),
    Scene(
      name: "filing-papers", script: cutGrant + "<Tab><F4>  <Up> <F8>",
      shows: ["材料", "不齐 1 未核 6", "核减"]),
    Scene(name: "filing-before", script: "<F2>zlbx<Tab>A017<Tab><Tab><F4>", shows: ["保险单号", "上下键选择"]),
    Scene(
      name: "filing-claimed", script: cutGrant + "<F8>" + cutGrant,
      shows: ["不符合条件", "441800-2020-000003", "第2条"]),
    Scene(name: "filing-list", script: "<F2>ysqy<Tab><Tab><Tab><F4><Down>", shows: ["上下键选择", "国家"]),
    Scene(name: "applicant-new", script: "<F3>", shows: ["新申请人", "名称 *", "照营业执照", "带 * 的必须填写"]),
    Scene(
      name: "applicant-branch", script: "<F3>英德测试分所<Tab>6<Tab>8<Tab><Tab><Tab><Tab><Tab><Tab>",
      shows: ["代理分支机构", "英德市", "总部 *", "清远市湟川专利"]),
    Scene(name: "applicant-list", script: "<F3><Tab><F4>", shows: ["1  企业", "7  个人", "选定"]),
    Scene(name: "help", script: "<F1>", shows: ["帮助", "F2 申报", "关闭帮助", "换屏：1 待办", "Enter 从不保存"]),
    Scene(
      name: "help-field", script: cutGrant + "<Up><Up><F1>",
      shows: ["授权公告日", "20190301、2019.3.1", "F8 保存", "Ctrl-T 列表", "Enter 从不保存"]),
    Scene(name: "leaving", script: "<F10>", shows: ["要离开吗", "离开", "留下"]),
    Scene(name: "leaving-form", script: "<F2>dl<F10>", shows: ["还没有保存", "放弃", "继续填写"]),
  ]
}
