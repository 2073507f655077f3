import CaseModel
import Casework
import Wording

/// What can be done with the filings that are meant: the marked ones, else the chosen one.
///
/// Made when the choice moves, since the key bar shows only what the operator's role may do.
struct Offered: Sendable {
  private struct Source: Hashable {
    var version: Int
    var filing: Int?
    var marks: Set<String>
    var operatorName: String
  }

  private var source: Source?
  /// The filings meant, in the order in which they are served.
  private(set) var ids: [String] = []
  /// The next step on the straight way.
  private(set) var next: Step?
  /// Steps off it: back, aside, or undone.
  private(set) var aside: [Step] = []
  /// Where the first of them stands.
  private(set) var standing: Standing?

  static let straight: [Step] = [.accept, .review, .approve, .handUp, .commit, .publish, .confirm, .pay]

  mutating func renew(
    chosen: ChosenFiling, marks: Set<String>, operatorName: String, _ state: OfficeState
  ) {
    let new = Source(version: state.version, filing: chosen.number, marks: marks, operatorName: operatorName)
    guard new != source else { return }
    source = new
    let file: FiledFiling?
    if marks.isEmpty {
      file = chosen.file
      ids = file.map { [$0.filing.id] } ?? []
    } else {
      ids = Self.inOrder(marks, state)
      file = ids.first.flatMap { state.file($0) }
    }
    standing = file?.standing
    let steps = file.map { state.steps(offeredTo: operatorName, for: $0).map(\.step) } ?? []
    next = Self.straight.first(where: steps.contains)
    aside = steps.filter { $0 != next && !Self.straight.contains($0) }
  }

  private static func inOrder(_ ids: Set<String>, _ state: OfficeState) -> [String] {
    // In the order of entry they are about in the order received, so that few have to change places.
    ids.compactMap(state.number(ofFile:)).sorted().sorted(by: state.files.precedes).map(state.files.id)
  }
}
