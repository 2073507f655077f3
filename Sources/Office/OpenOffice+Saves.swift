public import Casework
import Journal

extension OpenOffice {
  /// Saves read again from the journal, the latest first.
  ///
  /// Reads backwards a few hundred lines at a time, so that a long journal costs no more than what is looked at; of a
  /// search it looks through `most` lines at once. Lines that can't be read are left out: `verify` names them.
  ///
  /// - Parameters:
  ///   - before: the number of a save; nil begins with the last.
  ///   - count: how many are wanted.
  ///   - isWanted: whether a save is one of them.
  /// - Returns: the saves, and the number before which to go on; nil where the journal's beginning was reached.
  public func saves(
    before: Int?, count: Int, most: Int = 20_000, where isWanted: (Transaction) -> Bool
  ) throws(OfficeError) -> (saves: [Transaction], next: Int?) {
    var next = before ?? journal.head.sequence + 1
    let last = max(1, next - most)
    var found: [Transaction] = []
    while next > last, found.count < count {
      let first = max(last, next - 500)
      let records = try officeErrors { try journal.records(first..<next) }
      next = first
      for record in records.reversed() {
        guard let save = try? Self.transaction(record), isWanted(save) else { continue }
        found.append(save)
        guard found.count < count else {
          next = record.position.sequence
          break
        }
      }
    }
    return (found, next > 1 ? next : nil)
  }

  /// The links of records of a store's own journal, by their numbers; of those that are not there or can't be read none.
  static func links(in folder: StoreFolder) -> @Sendable (Set<Int>) -> [Int: String] {
    { sequences in
      guard !sequences.isEmpty, let records = try? Journal.unread(folder.path).records(sequences) else {
        return [:]
      }
      return Dictionary(
        records.map { ($0.position.sequence, $0.head.link.hex) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A record of the office's own journal by its number; nil where there is none.
  func record(_ sequence: Int) throws(OfficeError) -> JournalRecord? {
    try officeErrors { try journal.records([sequence]).first }
  }
}
