/// The bars of filings and applicants being entered, and of what lies over everything.
extension Bar {
  static let onForms = [
    Bar(
      "filing, amended", "<Enter>",
      [
        Press("F8", "<F8>", shows: "没有变化"), Press("Tab", "<Tab><Tab>", shows: "玖仟壹佰元零壹分"),
        Press("F4", "<F4>", shows: "关闭列表"),
        Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"), Press("F10", "<F10>", shows: " 1 待办"), help,
      ]),
    Bar(
      "filing list entry", Scene.cutGrant + "<C-t>",
      [
        Press("F8", "<F8>", shows: "已保存 1 件"), Press("Tab", "12<Tab>", shows: "授权公告日：2019-06-15"),
        Press("Ctrl-D", "<Down><C-d>", shows: "2 <18 2 0123456.0"),
        Press("Ctrl-Y", "<C-y>", shows: "0 行，可保存 0 行"),
        Press("F4", "<F4>", shows: "新申报 代理授权 "),
        Press("F10", "<F10>", shows: " 新申报       演示"), help,
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
        Press("F8", "<F8>", shows: "照收请按 Enter"),
        Press("Tab", "<Tab>20200326", shows: "收件日期         20200326"),
        Press("F4", "<F4>", shows: "A001", hides: "申请人           英德"),
        Press("F3", "新所<F3>", shows: "名称 *           英德新所"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, yes or no", Scene.cutGrant,
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000003"),
        Press("Tab", "<Tab>", shows: "F4 核对"),
        list, next, Press("空格", " ", shows: "符合局令第75号   否"),
        Press("PgDn", "<PageDown>", shows: "资助额 100.00 元"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, papers", Scene.cutGrant + "<Tab>",
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000003"),
        Press("Tab", "<Tab>", shows: "已是最后一栏，保存请按 F8"), Press("F4", "<F4>", shows: "材料核对"),
        Press("空格", " ", shows: "材料             齐备"), list, next,
        Press("PgDn", "<PageDown>", shows: "资助额 100.00 元"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, papers ticked", Scene.cutGrant + "<Tab><F4>",
      [
        Press("F8", " <F8>", shows: "未核对 7 项"), Press("空格", " ", shows: "[v]"),
        Press("Ctrl-A", "<C-a>", shows: "未核对 0 项"), Press("左右", "<Right> ", shows: "应出示原件"),
        Press("上下", "<Down>", shows: "营业执照或身份证：未核对"), Press("F10", "<F10>", shows: "F4 核对"), help,
      ]),
    Bar(
      "filing, claimed before", Scene.cutGrant + "<F8>" + Scene.cutGrant,
      [
        Press("F8", "<F8>", shows: "已保存 441800-2020-000004：不符合条件"), Press("Tab", "<Tab>", shows: "F4 核对"),
        Press("Ctrl-E", "<C-e>", shows: "441800-2020-000003  代理授权  收件"), list, next,
        Press("空格", " ", shows: "符合局令第75号   否"), Press("PgDn", "<PageDown>", shows: "按 PgUp 往上"),
        Press("F10", "<F10>", shows: "内容还没有保存"), help,
      ]),
    Bar(
      "filing, day", "<F2>dlsq<Tab>ydfs<Tab>",
      [
        Press("F8", "<F8>", shows: "照收请按 Enter"),
        Press("Tab", "<Tab>12", shows: "专利申请号      !12"), Press("F4", "<F4>", shows: "关闭列表"),
        list, Press("Ctrl-N", "<C-n>", shows: "照收请按 Enter"),
        Press(
          "PgDn", "<Tab>201820123456.0<Tab>20190615<Tab>y<Tab>y<PageDown>",
          shows: "资助额 100.00 元"),
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
        Press("上下", "<Down><Down><Up><Enter>", shows: "称号             国家知识产权优势企业"),
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
        Press("空格", " ", shows: "未审定的申报     是"), Press("F10", "<F10>", shows: "共 1 个"), help,
      ]),
    Bar(
      "applicant, list", "<F3>甲<Tab><F4>",
      [
        Press("上下", "<Down><Down><Down><Up><Enter>", shows: "类型 *           事业单位"),
        Press("Enter", "<Enter>", shows: "类型 *           企业"), closeList,
      ]),
    Bar(
      "palette", "<C-p>",
      [
        Press("上下", "<Down><Down><Up><Enter>", shows: " 新申请人     演示"),
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
