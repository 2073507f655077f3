import CaseModel
import SubsidyRules

/// The keys and words of a policy file: the reader goes by these tables, and the guide prints them.
///
/// Each has its meaning in `PolicyGuide+Meanings`, which `policy guide` prints. The clauses that many cities
/// have stand beside as `PolicyGuide.recipes`: whoever adds a form adds one.
public enum PolicyWords {
  /// An object of the file: the keys that it must have, and those that it may have.
  public struct Shape: Sendable {
    public let required: [String]
    public let optional: [String]

    init(_ required: [String], _ optional: [String] = []) {
      self.required = required
      self.optional = optional
    }

    public var keys: [String] { required + optional }
  }

  // MARK: - Objects

  public static let policy = Shape(
    [
      "format", "id", "title", "document", "signed", "periods", "districts", "readings", "caps", "papers",
      "items", "articles",
    ], ["register", "feeCeiling", "replaces"])
  public static let period = Shape(["from", "to", "article"], ["warning", "note"])
  public static let district = Shape(["code", "name"], ["former", "liesIn"])
  public static let reading = Shape(["id", "articles", "label", "question", "options", "choice", "reason"])
  public static let cap = Shape(
    ["id", "article", "label", "items", "holder", "window", "limit", "order", "remainder"],
    ["closes", "continues", "same-day"])
  public static let paper = Shape(["id", "label"], ["copies", "original", "optional"])
  public static let item = Shape(
    ["id", "article", "label", "who", "inputs", "event", "amount", "once", "papers"],
    ["values", "conditions", "mayFollowReceipt", "since", "until", "needs", "unexpressed", "continues"])
  public static let input = Shape(
    ["id", "label", "kind"],
    ["hint", "unit", "from", "options", "range", "atMost", "neededUnder", "record"])
  public static let value = Shape(["id", "label", "of"])
  public static let unexpressed = Shape(["clause", "reason"])
  /// A single condition that the office confirms.
  public static let confirmation = Shape(["id", "label", "clause", "reason"])
  public static let article = Shape(["article", "title"], ["record"])

  // MARK: - Words

  public static let inputKinds = [
    "date", "money", "flag", "text", "year", "count", "choice", "application-number",
  ]
  /// What a value is made by, beside `by` with `cases` and `reading` with `options`.
  public static let operations = [
    "type", "year", "later", "last-day", "day", "after", "annuity", "add", "subtract", "least", "most",
    "share",
    "times", "steps", "tiers",
  ]
  /// What an amount is made by, of which it has one.
  public static let amounts = ["fixed", "paid", "share", "tiers", "steps"]
  /// What a condition is made by, of which it has one; `any` joins several of the others.
  public static let tests = ["compare", "among", "share"]
  public static let reasons = ["condition", "patent-type", "below-threshold", "share-too-low", "window"]
  public static let comparisons = Comparison.allCases.map(\.rawValue)
  public static let applicants = ApplicantKind.allCases.map(\.rawValue)
  public static let patentTypes = PatentType.allCases.map(\.rawValue)
  /// By what a cap serves: `received`, or one of the others with a value.
  public static let orders = ["received", "earliest", "highest"]
  public static let sameDays = Cap.SameDay.allCases.map(\.rawValue)
  public static let remainders = ["reduce", "difference"]

  /// What somebody means who writes the file's words in Chinese.
  static let chinese: [String: [String]] = [
    "企业": ["enterprise"], "公司": ["enterprise"], "个体工商户": ["sole-trader"], "个体户": ["sole-trader"],
    "事业单位": ["institution"], "院校": ["institution"], "高校": ["institution"], "高等院校": ["institution"],
    "科研机构": ["institution"], "事业单位/院校": ["institution"], "社会团体": ["association"], "社团": ["association"],
    "协会": ["association"], "社团/民非": ["association"], "代理机构": ["agency"], "专利代理机构": ["agency"],
    "分支机构": ["agency-branch"], "代理分支机构": ["agency-branch"], "个人": ["individual"], "自然人": ["individual"],
    "发明": ["invention"], "发明专利": ["invention"], "实用新型": ["utility"], "外观设计": ["design"], "外观": ["design"],
    "日期": ["date"], "金额": ["money"], "是否": ["flag"], "是或否": ["flag"], "文字": ["text"], "文本": ["text"],
    "年度": ["year"], "年": ["year"], "每年": ["year"], "数": ["count"], "数量": ["count"], "件数": ["count"],
    "选项": ["choice", "options"], "专利申请号": ["application-number"], "申请号": ["application-number"],
    "有效期": ["validity"], "有效期内": ["validity"], "申请人": ["applicant", "who"], "申报人": ["applicant", "who"],
    "机构合计": ["family"], "本局": ["office"], "办公室": ["office"], "收件": ["received"], "收件日": ["received"],
    "申请人类型": ["kind"], "类型": ["kind", "type"], "核减": ["reduce"], "封顶": ["ceiling"], "限额": ["limit", "caps"],
    "补差": ["difference"], "差额": ["difference", "subtract"], "最早": ["earliest"], "先后": ["order"],
    "抽签": ["lot"], "同日": ["same-day"], "截止": ["closes", "until"], "期限": ["after"], "之后": ["after"],
    "前提": ["needs"], "分公司": ["agency-branch"],
    "事务所": ["agency"],
    "加": ["add"], "相加": ["add"], "减": ["subtract"], "乘": ["times"], "就高": ["most"], "从低": ["least"],
    "分档": ["tiers"], "定额": ["fixed"], "据实": ["paid"], "年费年度": ["annuity"], "编号": ["id"], "文号": ["document"],
    "文件名称": ["title"], "标题": ["title"], "签发日": ["signed"], "期间": ["periods"], "区划": ["districts"],
    "口径": ["readings", "reading"], "台账": ["register"], "官费": ["feeCeiling"], "填报栏": ["inputs"],
    "计算日": ["event"], "种类": ["kind"],
    "提示": ["hint"], "单位": ["unit"], "范围": ["range"], "原件": ["original"], "份数": ["copies"], "理由": ["reason"],
    "原文": ["clause"], "属于": ["among"], "比较": ["compare"], "任一": ["any"], "之一": ["any"], "占比": ["share"],
    "去重": ["once"], "只资助一次": ["once"], "起": ["from", "since"], "止": ["to", "until"], "全市": ["holder"],
    "单位名称": ["label"], "是": ["true"], "否": ["false"], "无": ["none"], "不限": ["none"],
    "条件": ["conditions", "condition"], "材料": ["papers"], "项目": ["items"], "条款": ["articles"], "名称": ["label"],
    "金额标准": ["amount"], "最高": ["most"], "最低": ["least"], "以上": ["atLeast"], "超过": ["over"], "比例": ["rate"],
    "等于": ["="], "不等于": ["!="], "大于": [">"], "小于": ["<"], "不少于": [">="], "不低于": [">="], "不超过": ["<="],
    "≥": [">="], "≤": ["<="], "≠": ["!="], "＝": ["="], "＞": [">"], "＜": ["<"], "==": ["="],
  ]
}
