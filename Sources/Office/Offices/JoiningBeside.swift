import Casework
import Journal

/// Reads and joins a city's offices, and holds what a snapshot shows against them.
struct JoiningBeside: Sendable {
  let reader: OthersReader
  /// Whose journal the city's is.
  let writer: String
  let shown: OfficeState
  /// Of the city's own state, on which this rests.
  let version: Int

  enum Result: Sendable {
    case joined(OthersReader.Offices, JointOffice, version: Int, agrees: Bool)
    case failed(OfficeError)
  }

  func run() -> Result {
    do throws(OfficeError) {
      let read = try reader.read(besides: [])
      let joint = JointOffice(
        city: reader.own, writer: writer, others: OpenOffice.parts(read.offices, of: reader.own),
        waiting: reader.waiting + OpenOffice.damaged(read.damaged, reader.own))
      return .joined(read, joint, version: version, agrees: joint.state.agrees(with: shown))
    } catch {
      return .failed(error)
    }
  }
}

extension OfficeError {
  /// What keeps a city from reading its offices, as what is wrong with its store.
  var findingsOfOthers: [Finding] {
    switch self {
    case .journal(.file(let error)): [Finding(file: error.file, reason: .unreadable(error))]
    case .damaged(let findings), .nothingReadable(let findings): findings
    case .badPolicy(let file, _), .policyMissing(let file): [Finding(file: file, reason: .notUnderstood)]
    default: [Finding(file: StoreLayout.journal, reason: .notUnderstood)]
    }
  }
}
