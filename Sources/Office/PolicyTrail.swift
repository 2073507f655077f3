import Casework
import Interchange
import JSONText
import Journal

/// Follows from line to line which policy file is in force, and says which line names another one or a file that is not
/// the one in the store.
///
/// It needs no fold: of most lines no more than the hash is read.
struct PolicyTrail: Sendable {
  private let bytes: @Sendable (String) throws(FileError) -> [UInt8]
  /// The files in force behind the last line; none before the first.
  private var inForce: PoliciesInForce

  /// - Parameters:
  ///   - inForce: the files in force behind the lines that are not looked at; none begins with the first.
  ///   - bytes: gives a file of the store by its path.
  init(
    inForce: PoliciesInForce = PoliciesInForce(),
    _ bytes: @escaping @Sendable (String) throws(FileError) -> [UInt8]
  ) {
    self.inForce = inForce
    self.bytes = bytes
  }

  init(_ folder: StoreFolder, inForce: PoliciesInForce = PoliciesInForce()) {
    self.init(inForce: inForce) { name throws(FileError) in try folder.read(name) }
  }

  /// What is wrong with the policy of the next line; nil where nothing is.
  mutating func reason(_ record: JournalRecord) -> Finding.Reason? {
    // Whoever spells the word otherwise is found out by the next line's hash.
    if inForce.entries.isEmpty || record.holds(Self.rules) {
      return (try? OpenOffice.transaction(record)).flatMap { reason($0) }
    }
    return Self.policy(of: record).flatMap { $0 == inForce.hash ? nil : .policyNotInForce }
  }

  /// The same for a line that was read.
  mutating func reason(_ line: Transaction) -> Finding.Reason? {
    var found: Finding.Reason? =
      inForce.entries.isEmpty || inForce.hash == line.policy ? nil : .policyNotInForce
    for change in line.changes {
      switch change {
      case .founded(let office):
        inForce = PoliciesInForce([.init(id: office.policy, hash: line.policy)])
        found = found ?? compare(PolicyShelf.founding(office.policy), with: line.policy)
      case .policyAdopted(let id, let hash, _), .policyJoined(let id, let hash, _):
        inForce.take(change)
        found = found ?? compare(PolicyShelf.adopted(id, hash: hash), with: hash)
      default: inForce.take(change)
      }
    }
    return found
  }

  private func compare(_ file: String, with hash: String) -> Finding.Reason? {
    let found = try? bytes(file)
    return found.map { Link.over($0).hex == hash } ?? false ? nil : .policyDiffers(file: file)
  }

  /// With what every change of the policies in force begins, and nothing else of a line.
  static let rules = Array("\"policy-".utf8)

  /// The hash that a line names; nil where it names none, which is another check's to tell.
  private static func policy(of record: JournalRecord) -> String? {
    do throws(JSONError) {
      var reader = JSONReader(record.bytes, in: record.payload)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if key == "policy" { return try reader.string() }
        try reader.skipValue()
      }
    } catch {}
    return nil
  }
}
