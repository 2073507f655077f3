public import CaseModel
public import SubsidyRules

/// Kinds of records that every office keeps, whatever its policy declares: what is known of patents, of whole lists of
/// applications, of money from elsewhere, of those who get nothing for a time, and a county's figures for the year.
///
/// Their article is empty, since no policy's article asks for them. A policy's own kind of the same id comes before.
public enum OfficeKinds {
  public static let patent = "patent"
  public static let transfer = "patent-transfer"
  public static let application = "application"
  public static let otherMoney = "other-money"
  public static let ban = "ban"
  public static let figures = "county-figures"
  public static let archive = "archive"

  public static var patentKind: RecordKind? { all.first { $0.id == patent } }

  public static let all: [RecordKind] = [
    // One card for each patent: what the certificate and the official register say of it.
    kind(
      patent, "专利卡片", day: "seenOn", once: ["applicationNumber"],
      [
        field("applicationNumber", "专利申请号", .applicationNumber),
        field("filedOn", "申请日", .date, isOptional: true),
        field("grantedOn", "授权公告日", .date, isOptional: true), field("owner", "专利权人", .text, isOptional: true),
        field("address", "地址", .text, isOptional: true), field("agency", "代理机构", .text, isOptional: true),
        field(
          "state", "法律状态",
          .choice([
            .init(id: "pending", label: "审查中"), .init(id: "granted", label: "有效"),
            .init(id: "refused", label: "驳回、撤回"), .init(id: "ceased", label: "终止"),
            .init(id: "invalid", label: "宣告无效"),
          ])), field("seenOn", "查询日期", .date),
      ]),
    kind(
      transfer, "专利权转移", day: "transferredOn",
      [
        field("transferredOn", "登记生效日", .date), field("applicationNumber", "专利申请号", .applicationNumber),
        field("from", "转让人", .text), field("to", "受让人", .text),
        field("document", "通知书", .text, isOptional: true),
      ]),
    // 国家知识产权局的清单: both years' applications, from which counts prove themselves.
    kind(
      application, "专利申请清单", day: "filedOn", once: ["applicationNumber"],
      [
        field("applicationNumber", "专利申请号", .applicationNumber), field("filedOn", "申请日", .date),
        field("applicant", "申请人", .text), field("agency", "代理机构", .text, isOptional: true),
        field("title", "名称", .text, isOptional: true),
      ]),
    // 财政部、国家知识产权局 and other levels of government; what was really paid in fees.
    kind(
      otherMoney, "其他资助", day: "paidOn",
      [
        field("paidOn", "拨付日期", .date), field("applicationNumber", "专利申请号", .applicationNumber),
        field("payer", "资助单位", .text), field("amount", "资助金额", .money, unit: "元", isSummed: true),
        field("fees", "实际缴纳官费", .money, unit: "元", isOptional: true),
        field("document", "文号", .text, isOptional: true),
      ]),
    // 国家知识产权局令第75号, article 4: no subsidy for five years.
    kind(
      ban, "不予资助名单", day: "from",
      [
        field("from", "自", .date), field("years", "期限（年）", .count(1...99)), field("party", "单位或个人", .text),
        field("code", "证件号码", .text, isOptional: true), field("reason", "事由", .text),
        field("document", "文书", .text, isOptional: true),
      ]),
    kind(
      figures, "年度专利数据", day: "year", once: ["year"],
      [
        field("year", "年度", .year),
        field("applications", "专利申请", .count(InputRule.countRange), unit: "件", isSummed: true),
        field("inventions", "发明申请", .count(InputRule.countRange), unit: "件", isSummed: true),
        field("grants", "专利授权", .count(InputRule.countRange), unit: "件", isSummed: true),
        field("inventionGrants", "发明授权", .count(InputRule.countRange), unit: "件", isSummed: true),
        field("validInventions", "有效发明专利", .count(InputRule.countRange), unit: "件", isSummed: true),
        field("population", "常住人口", .count(0...1_000_000_000), unit: "人", isSummed: true),
        field("source", "来源", .text),
      ]),
    // Where the paper file lies.
    kind(
      archive, "档案", day: "filedOn", once: ["filing"],
      [
        field("filedOn", "归档日期", .date), field("filing", "收件编号", .text), field("number", "档号", .text),
        field("place", "存放位置", .text),
        field("pages", "页数", .count(InputRule.countRange), unit: "页", isOptional: true),
      ]),
  ]

  /// Fields that the yearly form needs of a policy's own kinds, where its file does not have them.
  private static let further: [String: [RecordKind.Field]] = [
    // 专利行政执法统计: by kind and outcome.
    "enforcement": [
      field(
        "matter", "案由",
        .choice([
          .init(id: "infringement", label: "侵权纠纷"), .init(id: "ownership", label: "权属纠纷"),
          .init(id: "reward", label: "奖酬纠纷"), .init(id: "fee", label: "使用费纠纷"),
          .init(id: "counterfeit", label: "假冒专利"),
        ]), isOptional: true),
      field(
        "outcome", "结案方式",
        .choice([
          .init(id: "mediated", label: "调解"), .init(id: "decided", label: "处理决定"),
          .init(id: "penalty", label: "行政处罚"), .init(id: "withdrawn", label: "撤回"),
          .init(id: "unfounded", label: "不成立"),
        ]), isOptional: true),
      field("fine", "罚没款", .money, unit: "元", isOptional: true, isSummed: true),
    ]
  ]

  /// A kind of a policy with what every office needs of it beside.
  static func completed(_ kind: RecordKind) -> RecordKind {
    var completed = kind
    completed.fields += (further[kind.id] ?? []).filter { kind.field($0.rule.id) == nil }
    return completed
  }

  private static func kind(
    _ id: String, _ label: String, day: String, once: [String] = [], _ fields: [RecordKind.Field]
  ) -> RecordKind {
    func place(_ name: String) -> Int? { fields.firstIndex { $0.rule.id == name } }
    return RecordKind(
      id: id, article: "", label: label, fields: fields, day: place(day) ?? 0, once: once.compactMap(place))
  }

  private static func field(
    _ id: String, _ label: String, _ kind: InputRule.Kind, unit: String? = nil, isOptional: Bool = false,
    isSummed: Bool = false
  ) -> RecordKind.Field {
    RecordKind.Field(
      rule: InputRule(id: id, label: label, unit: unit, kind: kind), isOptional: isOptional,
      isSummed: isSummed)
  }
}

extension OfficeState {
  /// Every kind of record: the policy's own in the order of its file, then those that every office keeps.
  public var recordKinds: [RecordKind] {
    let own = policy.register
    return own.map(OfficeKinds.completed)
      + OfficeKinds.all.filter { kind in !own.contains { $0.id == kind.id } }
  }

  public func recordKind(_ id: String) -> RecordKind? {
    policy.recordKind(id).map(OfficeKinds.completed) ?? OfficeKinds.all.first { $0.id == id }
  }

  /// The records of a kind that count, in the order of entry.
  func standingRecords(_ kind: String) -> [RegisterEntry] {
    books.register.records.lazy.filter { $0.struckOut == nil && $0.entry.kind == kind }.map(\.entry)
  }
}

extension RegisterEntry {
  /// What a field of words says; nil where it is blank.
  public func text(_ field: String) -> String? {
    if case .text(let text)? = self[field], !TextFolding.isBlank(text) { text } else { nil }
  }

  func day(_ field: String) -> CivilDate? { text(field).flatMap { CivilDate($0) } }

  func money(_ field: String) -> Money? { text(field).flatMap { Money($0) } }

  public func count(_ field: String) -> Int? {
    if case .count(let count)? = self[field] { count } else { nil }
  }

  /// The application that it is about, in whatever dress its number stands.
  public var application: ApplicationNumber? { text("applicationNumber").flatMap(News.application) }
}
