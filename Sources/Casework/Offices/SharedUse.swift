public import CaseModel
public import SubsidyRules

/// What the other offices of a city use of shared caps and once-only keys, as one office is told it with a reply. It is
/// advice: no journal holds it, and nothing is decided by it. Source: offices.md, Files.
///
/// `SharedUseFile` writes it into a reply, `CityAdvice` reads it when first asked for. Holders go by
/// `HolderNames` there and in claims, since offices share no ids.
public struct SharedUse: Hashable, Sendable {
  /// How far each journal was known, by writer.
  public var heads: [String: Int]
  /// The last day on which any of the offices' work was taken in.
  public var day: CivilDate
  public var uses: [Use]
  public var keys: [TakenKey]
  /// Who gets nothing for a time by other offices' lists.
  public var bans: [Ban]
  /// What the city calls this office's own applicants where the office itself would call them otherwise, by their ids.
  public var names: [String: String]
  /// What the city calls the heads of the office's own applicants where the office knows none, or another.
  public var families: [String: String] = [:]
  /// Codes of units that a record without one may be, by what such a record is called.
  public var aliases: [String: String]

  /// What is used of one cap, of a limit in pieces `Cap.onePiece` for each: the holder goes by its shared name.
  public struct Use: Hashable, Sendable {
    public var group: Claim.Group
    /// Of amounts that are decided, less what came back.
    public var decided: MoneyTotal
    /// Of filings that were handed up and wait for the city, and of the city's own.
    public var waiting: MoneyTotal

    public init(group: Claim.Group, decided: MoneyTotal, waiting: MoneyTotal) {
      self.group = group
      self.decided = decided
      self.waiting = waiting
    }
  }

  /// A once-only key that another office's filing names, which is neither refused nor closed.
  public struct TakenKey: Hashable, Sendable {
    /// In clear at the city; what stands for it in the file can't be read back.
    public var key: String
    /// The office's name.
    public var office: String
    public var received: CivilDate
    public var isDecided: Bool

    public init(key: String, office: String, received: CivilDate, isDecided: Bool) {
      self.key = key
      self.office = office
      self.received = received
      self.isDecided = isDecided
    }
  }

  /// An entry of another office's list of bans (国家知识产权局令第75号).
  public struct Ban: Hashable, Sendable {
    /// Whom it means, as `Ban.who` gives it. In clear at the city; what stands for it in the file can't be read back.
    public var who: [String]
    public var from: CivilDate
    /// The first day on which something may be given again.
    public var until: CivilDate
    public var reason: String
    /// The office's name.
    public var office: String

    public init(who: [String], from: CivilDate, until: CivilDate, reason: String, office: String) {
      self.who = who
      self.from = from
      self.until = until
      self.reason = reason
      self.office = office
    }

    /// What a name and a code are called there.
    static func who(name: String?, code: String?) -> [String] {
      let (name, code) = (TextFolding.search(name ?? ""), TextFolding.search(code ?? ""))
      return (name.isEmpty ? [] : ["name:" + name]) + (code.isEmpty ? [] : ["code:" + code])
    }
  }

  public init(
    heads: [String: Int] = [:], day: CivilDate = .first, uses: [Use] = [], keys: [TakenKey] = [],
    bans: [Ban] = [], names: [String: String] = [:], aliases: [String: String] = [:]
  ) {
    self.heads = heads
    self.day = day
    self.uses = uses
    self.keys = keys
    self.bans = bans
    self.names = names
    self.aliases = aliases
  }
}
