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

  /// Who is served first, behind what is decided.
  public enum Order: Hashable, Sendable {
    case received
    /// By a day of the filing's, the earliest first; for each item of the cap its own expression.
    case earliest([String: Expression])
    /// By a number or a sum, the highest first.
    case highest([String: Expression])
  }

  /// Who is served first of those who came on one day.
  public enum SameDay: String, Hashable, Sendable, CaseIterable {
    /// By the filing's id.
    case id
    /// By lot: by SHA-256 of the head of the year before's seal and the id, which nobody can choose (`Lot`).
    case lot
  }

  /// What stands for one piece in a limit in pieces, so that it reads as a number with two noughts where sums are listed.
  public static let onePiece = Money(yuan: 1)

  /// What an award uses of a limit: itself, or of pieces one, where it is more than nothing.
  public static func use(of award: Money, inPieces: Bool) -> Money {
    inPieces ? (award > .zero ? onePiece : .zero) : award
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
  /// What each piece is paid, where the file states the limit in pieces (件) and every one has the same price.
  public var piece: Money?
  /// Whether the limit is a number of pieces, whatever each is paid; `onePiece` of the limit stands for one.
  public var isInPieces: Bool
  /// Whether every filing has a limit of its own, from which is taken what others have got already (补差).
  public var isDifference: Bool
  public var order: Order
  public var sameDay: SameDay
  /// For each item the last day on which somebody may come who is served before others; none where all are served by
  /// day of receipt.
  public var closes: [String: Expression]

  public init(
    id: String, article: String, label: String, items: [String], holder: [Holder], window: Window,
    limit: [String: Figure<Money>], piece: Money? = nil, isInPieces: Bool = false, isDifference: Bool = false,
    order: Order = .received, sameDay: SameDay = .id, closes: [String: Expression] = [:],
    continues: String? = nil
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
    self.isInPieces = isInPieces
    self.isDifference = isDifference
    self.order = order
    self.sameDay = sameDay
    self.closes = closes
  }
}
