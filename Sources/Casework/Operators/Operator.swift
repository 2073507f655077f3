/// Somebody who works on the store.
public struct Operator: Hashable, Sendable {
  public enum Role: String, Hashable, Sendable, CaseIterable, Comparable {
    case clerk, reviewer, supervisor

    /// A reviewer may do what a clerk may, a supervisor what both may.
    public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .clerk: 0
      case .reviewer: 1
      case .supervisor: 2
      }
    }
  }

  public var name: String
  public var role: Role
  /// The system's login that says who they are.
  public var login: String?
  /// The key made of their PIN; nil where they have none, or have not set it yet.
  public internal(set) var pin: PINKey?
  public internal(set) var isRetired = false
  /// Who gave them their name or opened the way to a new PIN, and when (UTC).
  public internal(set) var sponsor: Sponsor?

  public struct Sponsor: Hashable, Sendable {
    public var name: String
    public var at: String
  }

  public init(name: String, role: Role, login: String?) {
    self.name = name
    self.role = role
    self.login = login
  }
}
