import CaseModel

/// Comparing a list that was read back with one that was made anew.
///
/// What lists and sums need of a filing stands twice, in its row and in its record, and where it stands a third time, in
/// the table of ids: a list is held against itself too.
extension FileList {
  /// Whether another list holds the same filings in the same order; each is made from its record, on all cores.
  func agree(with other: FileList) -> Bool {
    if isShared || other.isShared { return unshared().agree(with: other.unshared()) }
    guard count == other.count, units == other.units, isPlain, other.isPlain else { return false }
    return inParallel(count) { numbers in
      [
        numbers.allSatisfy { number in
          let (file, theirs) = (self[number], other[number])
          return file == theirs && holdsTogether(number, file) && other.holdsTogether(number, theirs)
        }
      ]
    }.allSatisfy(\.self)
  }

  /// Whether no text has two numbers, and number 0 of the reasons is none at all.
  private var isPlain: Bool {
    Set(nameTexts).count == nameTexts.count && Set(becauseList).count == becauseList.count
      && becauseList.first == Because()
  }

  /// Whether a row says what its record says, and the id leads to it.
  private func holdsTogether(_ number: Int, _ file: FiledFiling) -> Bool {
    let row = rows[number]
    guard self.number(of: file.filing.id) == number, row.because < becauseList.count,
      name(row.applicant) == file.filing.applicant, name(row.item) == file.filing.item,
      name(row.district) == file.received.district
    else { return false }
    let made = FileRow(
      place: row.place, file.filing, applicant: row.applicant, item: row.item, district: row.district)
    return made.with(file.decision, because: row.because).hasSameBytes(as: row)
  }
}
