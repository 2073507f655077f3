public import CaseModel

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
  /// With what they set their first PIN; nil once they have, and where none was given out.
  public internal(set) var code: OneTimeCode?
  public internal(set) var isRetired = false
  /// The last day on which they were taken out.
  public internal(set) var retiredOn: CivilDate?
  /// Who gave them their name, raised their role or opened the way to a new PIN, oldest first; none for a name from
  /// before the store's first filing.
  public internal(set) var sponsors: [Sponsor] = []

  public struct Sponsor: Hashable, Sendable {
    public var name: String
    /// By the device's clock, in UTC.
    public var at: String
    /// The day that counts for two pairs of eyes.
    public var day: CivilDate
    /// The journal's number of the save.
    public var sequence: Int
  }

  public init(name: String, role: Role, login: String?, code: PINKey? = nil) {
    self.name = name
    self.role = role
    self.login = login
    self.code = code.map(OneTimeCode.init)
  }
}
