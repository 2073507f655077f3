public import CaseModel
import Wording

/// Proof of service 送达回证: which decision was handed over, when, in which way; blank where it has yet to be.
public struct ServiceSlip: Hashable, Sendable {
  public var subject: Subject
  /// The paper that is served: 不予资助通知书.
  public var document: String
  /// 文号; empty where nobody has noted one.
  public var number: String
  /// The day that the paper bears.
  public var issued: CivilDate
  /// In words; empty before it is served.
  public var way: String
  public var servedOn: CivilDate?
}

extension ServiceSlip: Sheet {
  static let fields: [TemplateField<ServiceSlip>] =
    Subject.fields { $0.subject } + [
      .text("served", "送达的文书名称") { $0.document },
      .text("number", "文号；没有登记时没有") { $0.number },
      .text("issued", "文书日期") { $0.issued.onPaper },
      .text("way", "送达方式；还没有送达时没有") { $0.way },
      .text("servedOn", "送达日期；还没有送达时没有") { $0.servedOn?.onPaper },
    ]
}
