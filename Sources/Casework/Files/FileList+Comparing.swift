import CaseModel
import SubsidyRules

extension FileList {
  /// Whether another list holds the same filings in the same order, and each holds together; every one is made from its
  /// record, on all cores.
  func agree(with other: FileList) -> Bool {
    if isShared || other.isShared { return unshared().agree(with: other.unshared()) }
    guard count == other.count, units == other.units, written().holdsTogether, other.written().holdsTogether
    else { return false }
    return inPieces(count) { numbers in numbers.allSatisfy { self[$0] == other[$0] } }.allSatisfy(\.self)
  }

  /// Whether every record reads, its row says what it says, and its id leads to it; looked at on all cores.
  ///
  /// What lists and sums need of a filing stands twice, in its row and in its record, and where it stands a third time, in
  /// the table of ids: all that is read back is held against itself, so that no filing can turn out to mean nothing later.
  var holdsTogether: Bool {
    Set(nameTexts).count == nameTexts.count && Set(becauseList).count == becauseList.count
      && becauseList.first == Because()
      && inPieces(rows.count) { numbers in
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        var reader = PackedReader(nothing, from: 0, names: writer.names, isLooking: true)
        return numbers.allSatisfy { holdsTogether($0, &reader) }
      }.allSatisfy(\.self)
  }

  private func holdsTogether(_ number: Int, _ reader: inout PackedReader) -> Bool {
    let row = rows[number]
    let isRecord = pages.with(row.place) { bytes in
      reader.turn(to: bytes, base: pages.base(of: row.place))
      return reader.isRecord(of: row)
    }
    guard isRecord, row.isPlain, becauseList.indices.contains(row.because.place) else { return false }
    let hash = withID(of: number, NumberTable.hash)
    return withID(of: number) { id in
      ids.number(hash: hash) { known in known == number || withID(of: known) { $0.elementsEqual(id) } }
    } == number
  }
}
