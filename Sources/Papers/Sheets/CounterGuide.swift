import Wording

/// Counter guide 办事指南 of an item: who, when, how much, which papers.
public struct CounterGuide: Hashable, Sendable {
  public var item: String
  /// As the policy file numbers it: `18`.
  public var article: String
  /// The kinds of applicants, and the districts they may be in.
  public var applicants: String
  public var districts: String
  public var times: [String]
  public var conditions: [String]
  public var amount: String
  public var caps: [String]
  public var once: String
  public var papers: [ApplicationForm.PaperLine]
  /// What is to be filled in on the form.
  public var stated: String
  /// A clause that a person has to decide, where the policy has one.
  public var undecided: String?
}

extension CounterGuide: Sheet {
  static let fields: [TemplateField<CounterGuide>] = [
    .text("item", "项目名称") { $0.item },
    .text("article", "依据的条款，如 第18条") { articleName($0.article) },
    .text("applicants", "可以申报的申请人类型") { $0.applicants },
    .text("districts", "申请人所在地区") { $0.districts },
    .list("times", "以哪一天为准、在什么时间之内", .plain) { $0.times },
    .list("conditions", "条件", .plain) { $0.conditions },
    .text("amount", "资助多少") { $0.amount },
    .list("caps", "限额", .plain) { $0.caps },
    .text("once", "同一什么只资助一次") { $0.once },
    .list("papers", "材料清单", ApplicationForm.PaperLine.fields) {
      ApplicationForm.PaperLine.numbered($0.papers)
    },
    .text("stated", "申请表要填的内容") { $0.stated },
    .text("undecided", "待人工核定的条款") { $0.undecided },
  ]
}

/// How an article stands on papers.
func articleName(_ article: String) -> String { Labels.articleName(article) }
