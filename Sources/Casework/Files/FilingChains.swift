import SubsidyRules

/// Which filings are each applicant's: every filing knows the one before it of the same applicant, so that those of one are
/// found without a look at those of all.
struct FilingChains: Sendable {
  /// By the number of an applicant's name, its last filing.
  private var last: [Int32] = []
  /// By the number of a filing, the applicant's one before it.
  private var before: [Int32] = []

  private static let none: Int32 = -1

  /// Those of rows whose applicants are among so many names: a row that was read back may name none of them, and nobody has
  /// looked through it yet.
  init(_ rows: [FileRow], names: Int) {
    last = Array(repeating: Self.none, count: names)
    before.reserveCapacity(rows.count)
    for row in rows { append(last.indices.contains(row.applicant.place) ? row.applicant : .none) }
  }

  /// The numbers of an applicant's filings, in the order in which they were entered.
  func numbers(of applicant: NameNumber) -> [Int] {
    var numbers: [Int] = []
    var number = lastNumber(of: applicant)
    while number != Self.none {
      numbers.append(Int(number))
      number = before[Int(number)]
    }
    numbers.reverse()
    return numbers
  }

  /// The next filing, of an applicant.
  mutating func append(_ applicant: NameNumber) {
    before.append(lastNumber(of: applicant))
    setLast(Int32(before.count - 1), of: applicant)
  }

  /// A filing that becomes another applicant's.
  mutating func move(_ number: Int, from old: NameNumber, to new: NameNumber) {
    guard old != new else { return }
    if last.indices.contains(old.place) { link(numbers(of: old).filter { $0 != number }, of: old) }
    link((numbers(of: new) + [number]).sorted(), of: new)
  }

  private mutating func link(_ numbers: [Int], of applicant: NameNumber) {
    var previous = Self.none
    for number in numbers {
      before[number] = previous
      previous = Int32(number)
    }
    setLast(previous, of: applicant)
  }

  private func lastNumber(of applicant: NameNumber) -> Int32 {
    last.indices.contains(applicant.place) ? last[applicant.place] : Self.none
  }

  private mutating func setLast(_ number: Int32, of applicant: NameNumber) {
    guard applicant.isThere else { return }
    if applicant.place >= last.count {
      last.append(contentsOf: repeatElement(Self.none, count: applicant.place + 1 - last.count))
    }
    last[applicant.place] = number
  }
}
