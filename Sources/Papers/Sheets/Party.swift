public import CaseModel
import Wording

/// The applicant as papers name it. An identity number comes masked.
public struct Party: Hashable, Sendable {
  public var name: String
  public var kind: ApplicantKind
  /// Credit code of a unit; the identity number of a person, masked.
  public var code: String
  public var district: String
  public var contact: String
  public var phone: String
  /// What the applicant was called when the filing was received; empty where it was called as it is now.
  public var formerName = ""

  /// - Parameter districts: those of the office, which go by their own names.
  public init(_ applicant: Applicant, among districts: [District]) {
    name = applicant.name
    kind = applicant.kind
    let code = applicant.code ?? ""
    self.code = applicant.kind.isUnit ? code : ResidentID.masked(code)
    district = Labels.district(applicant.district, among: districts)
    contact = applicant.contact ?? ""
    phone = applicant.phone ?? ""
  }

  static func fields<Content>(_ party: @escaping @Sendable (Content) -> Party) -> [TemplateField<Content>] {
    [
      .text("applicant", "申请人名称") { party($0).name },
      .text("formerName", "收件时的名称；没有更名时没有") { party($0).formerName },
      .text("you", "对申请人的称呼：你单位、你") { party($0).kind.isUnit ? "你单位" : "你" },
      .text("kind", "申请人类型") { Labels.label(party($0).kind) },
      .text("code", "统一社会信用代码，个人为遮盖后的证件号码") { party($0).code },
      .text("codeName", "上一项的名称：统一社会信用代码、公民身份号码") {
        party($0).kind.isUnit ? "统一社会信用代码" : "公民身份号码"
      },
      .text("district", "所在地") { party($0).district },
      .text("contact", "联系人") { party($0).contact },
      .text("phone", "联系电话") { party($0).phone },
    ]
  }
}
