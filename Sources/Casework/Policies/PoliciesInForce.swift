public import SubsidyRules

/// The policy files that are in force, in the order in which the office came to know them: each filing is of one of them.
///
/// `Policy.joining` makes one policy of them (`documents`); whatever is not of the first goes by
/// `policy/name`. `OfficeState.atHome` puts an undecided filing under the item of that whose periods hold its
/// event (`Policy.home`); what is decided stays. Whoever speaks of one filing takes `policy.document(of:
/// item)`, never the whole. What it would change that one comes or goes says `PolicyEffect` before; which one
/// each line of the journal names, `PolicyTrail` follows.
public struct PoliciesInForce: Hashable, Sendable {
  /// One of them: its id and the SHA-256 of its file.
  public struct Entry: Hashable, Sendable {
    public var id: String
    public var hash: String

    public init(id: String, hash: String) {
      self.id = id
      self.hash = hash
    }
  }

  public private(set) var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The file that every line of the journal names: the one that came last.
  public var hash: String { entries.last?.hash ?? "" }

  public func hash(of id: String) -> String? { entries.first { $0.id == id }?.hash }

  /// Takes in what a change does to them; every other change leaves them as they are.
  public mutating func take(_ change: Change) {
    switch change {
    // As programs of before understood it: one policy in the place of all.
    case .policyAdopted(let id, let hash, _): entries = [Entry(id: id, hash: hash)]
    case .policyJoined(let id, let hash, _):
      if let place = entries.firstIndex(where: { $0.id == id }) {
        entries[place].hash = hash
      } else {
        entries.append(Entry(id: id, hash: hash))
      }
    case .policyWithdrawn(let id, _): entries.removeAll { $0.id == id }
    default: break
    }
  }

  /// The same after a change.
  public func taking(_ change: Change) -> PoliciesInForce {
    var policies = self
    policies.take(change)
    return policies
  }

  /// All of them as one policy; nil where a file is not among `known`, by hash.
  public func joined(_ known: [String: Policy]) -> Policy? {
    let policies = entries.compactMap { known[$0.hash] }
    return policies.count == entries.count ? Policy.joining(policies) : nil
  }
}
