public import CaseModel

/// A cap (限额) that several awards share.
public struct Cap: Sendable {
  public enum Holder: Hashable, Sendable {
    case applicant
    /// An agency with its branches.
    case family
    /// Apart for each of what a value comes to, such as each patent type, patent or project; for each item of the cap
    /// its own expression.
    case each([String: Expression])
  }

  public enum Window: String, Hashable, Sendable, CaseIterable {
    /// The calendar year of the event.
    case year
    /// The whole life of the policy.
    case validity
  }

  /// Its name in the office, as an item's.
  public var id: String
  /// Its name in its own policy file.
  public let name: String
  /// The cap of an earlier policy out of which this one pays too, as `policy/cap`.
  public var continues: String?
  public var article: String
  public var label: String
  public var items: [String]
  /// What tells the holders apart; none: the whole city shares it.
  public var holder: [Holder]
  public var window: Window
  /// For each item of the cap the limit, with cases resolved to that item's inputs; a case that is not there has none.
  public var limit: [String: Figure<Money>]
  /// What each piece is paid, where the file states the limit in pieces (件).
  public var piece: Money?

  public init(
    id: String, article: String, label: String, items: [String], holder: [Holder], window: Window,
    limit: [String: Figure<Money>], piece: Money? = nil, continues: String? = nil
  ) {
    self.id = id
    name = id
    self.continues = continues
    self.article = article
    self.label = label
    self.items = items
    self.holder = holder
    self.window = window
    self.limit = limit
    self.piece = piece
  }
}
