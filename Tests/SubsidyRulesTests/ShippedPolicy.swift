import Foundation
import Interchange
import SubsidyRules

/// The policy file as it is shipped.
enum ShippedPolicy {
  struct Broken: Error {
    var mistakes: String
  }

  static func read(_ file: URL) throws -> Policy {
    switch PolicyFile.read([UInt8](try Data(contentsOf: file))) {
    case .success(let policy): return policy
    case .failure(let mistakes): throw Broken(mistakes: "\(mistakes)")
    }
  }
}
