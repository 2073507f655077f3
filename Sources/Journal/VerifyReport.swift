/// What a verification found.
public struct VerifyReport: Hashable, Sendable {
  /// How many findings a report names at most; the others are counted.
  public static let findingLimit = 200

  /// The journal's end as far as it was checked.
  public internal(set) var head: JournalHead
  public internal(set) var segments = 0
  public internal(set) var records = 0
  /// In bytes.
  public internal(set) var size = 0
  /// In the order of the journal.
  public internal(set) var findings: [Finding] = []
  /// How many findings are not named.
  public internal(set) var furtherFindings = 0

  /// Whether nothing was found but files that others left in the folder.
  public var isWhole: Bool { findings.allSatisfy { $0.reason == .unknownFile } }

  /// Whether saved records may be lost or changed.
  public var hasDamage: Bool { findings.contains(where: \.isDamage) }

  public mutating func add(_ finding: Finding) {
    if findings.count < Self.findingLimit {
      findings.append(finding)
    } else {
      furtherFindings += 1
    }
  }

  /// Adds what was found of another journal of the store.
  public mutating func take(_ other: VerifyReport) {
    segments += other.segments
    records += other.records
    size += other.size
    for finding in other.findings { add(finding) }
    furtherFindings += other.furtherFindings
  }

  /// Takes findings out that whoever knows more of the store can explain.
  public mutating func forget(_ isExplained: (Finding) -> Bool) { findings.removeAll(where: isExplained) }
}
