import CaseModel
import SubsidyRules

/// The headings that offices write over the columns of their ledgers.
///
/// A heading is compared in folded form, without what stands in brackets behind it and without marks; one of two
/// names parted by a stroke (申请号/专利号) is enough. A heading that could mean two things (申请日期: of the patent or
/// of the claim?) means none: the clerk says which.
///
/// Another heading that offices write goes in here; a paste into list entry goes by the same ones
/// (`PastedTable`; a paste whose columns are not plain asks, `PastedColumns`).
struct OldLedgerHeadings {
  private var columns: [String: OldLedgerColumn] = [:]

  /// The headings of a policy: the usual ones and the labels of its inputs.
  ///
  /// - Parameter item: the one whose filings alone the table has.
  init(_ policy: Policy, item: Item? = nil) {
    var ambiguous: Set<String> = []
    let items = item.map { [$0] } ?? policy.items
    let inputs = Set(items.flatMap { $0.inputs.map(\.id) })
    for (column, headings) in Self.usual {
      if case .input(let name) = column, !inputs.contains(name) { continue }
      for heading in headings { columns[Self.folded(heading)] = column }
    }
    for item in items {
      for input in item.inputs {
        let (label, column) = (Self.folded(input.label), OldLedgerColumn.input(input.id))
        if let other = columns[label], other != column { ambiguous.insert(label) }
        columns[label] = column
      }
    }
    for heading in ambiguous { columns[heading] = nil }
  }

  /// What a heading means; nil where it is none of those known, or its parts mean different things.
  func column(_ heading: String) -> OldLedgerColumn? {
    if let column = columns[Self.folded(heading)] { return column }
    let parts = heading.split { "/／、|｜或".contains($0) }.compactMap { columns[Self.folded(String($0))] }
    guard let first = parts.first, parts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Whether a heading names a sum only in general, so that one that says which sum comes before it: 资助额 is what is
  /// left of a 核定金额 once something came back.
  static func isVagueSum(_ heading: String) -> Bool {
    ["资助额", "金额", "资助金额", "补助金额", "奖励金额", "资助资金"].contains(folded(heading))
  }

  /// The inputs of an item that a heading may mean which says none plainly: 日期 any of its days.
  func inputs(mayBe heading: String, of item: Item) -> [String] {
    let folded = Self.folded(heading)
    let named = item.inputs.filter { Self.folded($0.label) == folded }
    if named.count > 1 { return named.map(\.id) }
    return item.inputs.filter { Self.isVague(folded, $0.kind) }.map(\.id)
  }

  /// Whether a heading could be that of several columns, and says of none that it is.
  static func isVague(_ heading: String) -> Bool {
    vague.contains { $0.contains(folded(heading)) }
  }

  private static func isVague(_ folded: String, _ kind: InputRule.Kind) -> Bool {
    switch kind {
    case .date: vague[0].contains(folded)
    case .money: vague[1].contains(folded)
    case .applicationNumber: vague[2].contains(folded)
    default: false
    }
  }

  private static let vague: [[String]] = [
    ["日期", "时间", "年月日", "申请日期", "申请时间"], ["金额", "费用", "款额", "数额"], ["号码", "号", "证号", "专利"],
  ]

  private static func folded(_ heading: String) -> String {
    var text = ""
    var depth = 0
    for character in TextFolding.search(heading) {
      if character == "(" { depth += 1 }
      if depth == 0, !"*:.、,\"“”".contains(character) { text.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return text
  }

  private static let usual: [(OldLedgerColumn, [String])] = [
    (.receipt, ["受理编号", "收件编号", "申报编号", "收件号", "受理号", "回执号", "编号"]),
    (.received, ["收件日期", "收件时间", "收件日", "收到日期", "收文日期", "受理日期", "受理时间", "申报日期", "申报时间", "登记日期"]),
    (.item, ["项目", "资助项目", "申报项目", "奖励项目", "补助项目", "资助类别", "资助类型", "申报类别", "项目名称", "项目类别"]),
    (
      .applicant(.name),
      [
        "申请人", "申请人名称", "申请人姓名", "申报人", "申报单位", "申报主体", "单位名称", "单位", "企业名称", "企业", "公司名称",
        "专利权人", "资助对象", "受资助单位", "名称", "户名", "姓名",
      ]
    ),
    (.applicant(.id), ["申请人编号"]),
    (.applicant(.kind), ["申请人类型", "申请人类别", "申报人类型", "单位类型", "单位性质", "主体类型", "申请人性质"]),
    (
      .applicant(.code),
      [
        "统一社会信用代码", "社会信用代码", "信用代码", "统一代码", "代码", "纳税人识别号", "证件号码", "证件号", "身份证号", "身份证号码",
        "组织机构代码", "统一社会信用代码/身份证号", "证照号码",
      ]
    ),
    (
      .applicant(.district),
      [
        "县区", "区县", "县市区", "所属县区", "所在县区", "所属地区", "所在地", "所属区域", "地区", "区域", "行政区", "行政区划", "属地", "县市",
        "所属县市区",
      ]
    ),
    (.applicant(.parent), ["总部", "总公司", "总部名称", "所属总部", "上级机构"]),
    (.applicant(.contact), ["联系人", "经办联系人", "联络人"]),
    (.applicant(.phone), ["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式"]),
    (.applicant(.bank), ["开户银行", "开户行", "银行", "开户行名称"]),
    (.applicant(.account), ["银行账号", "银行帐号", "账号", "帐号", "收款账号", "银行账户", "开户账号"]),
    (.status, ["办理状态", "状态", "进度", "办理情况", "办理进度", "阶段"]),
    (
      .decided,
      [
        "金额", "资助金额", "补助金额", "奖励金额", "资助额", "核定金额", "核定额", "审定金额", "审批金额", "批准金额", "应发金额", "核定资助金额",
        "资助资金",
      ]
    ),
    (.paid, ["拨付金额", "已拨付金额", "实拨金额", "实付金额", "实发金额", "发放金额", "支付金额", "已发金额"]),
    (.reclaimed, ["追回金额", "追回", "追回款", "已追回金额", "退回金额", "收回金额"]),
    (.override, ["号码说明", "核对说明", "号码核对说明"]),
    (
      .input("applicationNumber"),
      ["申请号", "专利号", "专利申请号", "专利号码", "申请号码", "专利申请号码", "申请专利号", "授权专利号", "申请号专利号"]
    ),
    (.input("grantedOn"), ["授权日", "授权日期", "授权公告日", "授权公告日期", "授权时间", "授权公告时间", "专利授权日", "公告日"]),
    (.input("filedOn"), ["申请日", "专利申请日", "专利申请日期"]),
    (.input("enteredOn"), ["进入实审日期", "实审日期", "进入实审日", "实质审查日期", "实审生效日"]),
    (.input("paidOn"), ["付款日期", "缴费日期", "缴纳日期", "支付日期", "付款时间", "缴费时间"]),
    (.input("annuity"), ["第几年度", "年费年度", "缴费年度", "年度数", "第几年", "年费年度数"]),
    (.input("amountPaid"), ["实缴年费", "年费", "年费金额", "缴费金额", "缴纳金额", "实缴金额"]),
    (.input("agencyFee"), ["代理费", "实付代理费", "代理费金额"]),
    (.input("premiumPaid"), ["保费", "保险费", "实付保费", "保费金额"]),
    (.input("policyNumber"), ["保险单号", "保单号", "保单号码"]),
    (.input("invoiceNumber"), ["发票号码", "发票号", "发票编号"]),
    (.input("fee"), ["报名费", "考试报名费"]),
    (.input("localAddress"), ["地址在本市", "申请人地址在本市", "本市地址", "是否本市地址"]),
    (.input("compliant"), ["符合75号令", "是否符合75号令", "符合局令第75号", "是否规范申请"]),
    (.input("year"), ["年度", "年份"]),
    (.input("certificateNumber"), ["证书号", "证书编号", "认证证书号", "认证证书编号"]),
    (.input("certifiedOn"), ["认证日期", "发证日期", "获证日期"]),
    (.input("standardNumber"), ["标准号", "标准编号", "上升后标准号"]),
    (.input("publishedOn"), ["标准发布日期", "发布日期"]),
    (.input("documentNumber"), ["文号", "认定文号", "认定文件文号", "文件号"]),
    (.input("listedOn"), ["认定日期", "认定时间"]),
    (.input("title"), ["称号", "荣誉称号", "认定称号"]),
  ]
}
