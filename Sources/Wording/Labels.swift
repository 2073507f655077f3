public import CaseModel
public import SubsidyRules

/// What the codes of the model are called on screen and on paper.
public enum Labels {
  /// What a field of an applicant is called wherever it stands.
  public static func label(_ field: Applicant.Field) -> String {
    switch field {
    case .id: "编号"
    case .name: "名称"
    case .kind: "类型"
    case .district: "所在地区"
    case .parent: "总部"
    case .code: "代码"
    case .contact: "联系人"
    case .phone: "电话"
    case .bank: "开户银行"
    case .account: "账号"
    case .note: "说明"
    }
  }

  /// What a field of a filing is called wherever it stands.
  public static func label(_ field: Filing.Field) -> String {
    switch field {
    case .id: "受理号"
    case .item: "项目"
    case .applicant: "申请人"
    case .received: "收件日期"
    case .status: "阶段"
    case .inputs: "填写事项"
    case .overrides: "理由"
    case .decided: "核定额"
    case .reclaimed: "追回"
    case .asReceived: "收件时的情况"
    }
  }

  public static func label(_ kind: ApplicantKind) -> String {
    switch kind {
    case .enterprise: "企业"
    case .soleTrader: "个体工商户"
    case .institution: "事业单位/院校"
    case .association: "社会组织"
    case .agency: "专利代理机构"
    case .agencyBranch: "代理分支机构"
    case .individual: "个人"
    }
  }

  public static func label(_ stage: Stage) -> String {
    switch stage {
    case .received: "收件"
    case .correction: "补正"
    case .accepted: "受理"
    case .reviewed: "初审"
    case .approved: "审定"
    case .published: "公示"
    case .paid: "拨付"
    case .reclaimed: "追回"
    case .rejected: "不予资助"
    case .withdrawn: "撤回"
    }
  }

  public static func label(_ outcome: Outcome) -> String {
    switch outcome {
    case .pay: "全额资助"
    case .reduced: "核减"
    case .exhausted: "额度用尽"
    case .refused: "不符合条件"
    case .incomplete: "材料不全"
    case .decided: "已核定"
    case .closed: "已结案"
    }
  }

  public static func label(_ type: PatentType) -> String {
    switch type {
    case .invention: "发明"
    case .utility: "实用新型"
    case .design: "外观设计"
    }
  }

  /// The name of a district: one of the office's own by the name it has there, any other of the country with its city.
  /// A code it bore before says so; one that never was any is given as it stands.
  public static func district(_ code: String, among own: [District]) -> String {
    if let district = own.meant(by: code) {
      return district.code == code ? district.name : "\(district.name)（旧代码 \(code)）"
    }
    let country = Country.table
    guard let name = country.fullName(code) else { return "代码 \(code)" }
    guard country.entry(code)?.isRetired == true else { return name }
    guard let now = country.entry(code)?.now.flatMap(country.fullName) else { return "\(name)（旧区划）" }
    return "\(now)（旧代码 \(code)）"
  }

  /// How an article is cited: `18` is 第18条, `closing` the clause on the validity.
  public static func articleName(_ article: String) -> String {
    switch article {
    case "": ""
    case "closing": "有效期条款"
    default: "第\(article)条"
    }
  }
}
