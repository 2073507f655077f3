import CaseModel

extension FileList {
  /// Whether another list holds the same filings in the same order, and each holds together; every one is made from its
  /// record, on all cores.
  func agree(with other: FileList) -> Bool {
    if isShared || other.isShared { return unshared().agree(with: other.unshared()) }
    guard count == other.count, units == other.units, written().holdsTogether, other.written().holdsTogether
    else { return false }
    return inPieces(count) { numbers in numbers.allSatisfy { self[$0] == other[$0] } }.allSatisfy(\.self)
  }
}
