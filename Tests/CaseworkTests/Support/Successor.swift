import CaseModel
import Casework
import SubsidyRules
import Testing

/// An invented successor of 清府办〔2018〕27号 for 2021 to 2023, `Tests/Policies/qingyuan-2021-3.json`: utility models 800
/// instead of 1 000, agencies 60 000 instead of 50 000 a year.
enum Successor {
  static let id = "qingyuan-2021-3"

  static func text(_ changes: [(old: String, new: String)] = []) throws -> String {
    var text = String(decoding: try TestData.bytes("../Tests/Policies/\(id).json"), as: UTF8.self)
    for (old, new) in changes {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return text
  }

  /// Makes it known to an office, under the hash `successor`, and puts it in force.
  static func adopt(in office: inout TestOffice, _ changes: [(old: String, new: String)] = []) throws {
    office.state.given.policies["successor"] = try TestOffice.policy(Array(text(changes).utf8))
    try office.act(.adoptPolicy(hash: "successor", note: "新办法施行"), by: "赵主管")
  }
}
