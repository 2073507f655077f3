import CaseModel
public import Casework
import SubsidyRules

/// The names that inputs, papers, readings and caps have in a policy, for sentences about a filing.
public struct CaseWords: Sendable {
  private let policy: Policy?
  private let item: Item?
  private let districts: [District]

  /// Without a state the codes stand for themselves.
  public init(_ state: OfficeState? = nil, filing: String? = nil) {
    policy = state?.policy
    districts = state?.districts ?? []
    item = filing.flatMap { state?.file($0) }.flatMap { state?.policy.item($0.filing.item) }
  }

  func input(_ id: String) -> String {
    switch id {
    case Filing.receipt: "收件日期"
    case Filing.ban: "收件理由"
    default: item?.input(id)?.label ?? id
    }
  }

  func paper(_ id: String) -> String {
    ((policy?.commonPapers ?? []) + (item?.papers ?? [])).first { $0.id == id }?.label ?? id
  }

  func district(_ code: String) -> String { Labels.district(code, among: districts) }
  func reading(_ id: String) -> String { policy?.reading(id)?.label ?? id }
  /// A coded reason, of the policy's own with its article.
  func ground(_ code: String) -> String {
    policy.map { ReasonWording.ground(code, item: item, policy: $0) } ?? StepLabels.ground(code)
  }

  func cap(_ id: String) -> String { policy?.cap(id)?.label ?? id }
  func isInPieces(_ cap: String) -> Bool { policy?.isInPieces(cap) ?? false }

  /// Things in a row, in Chinese quotes.
  static func list(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: "、") }
}
