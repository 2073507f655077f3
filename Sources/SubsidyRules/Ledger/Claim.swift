public import CaseModel

/// What a filing asks of the ledger: its place in the order, its once-only key and its room under the caps.
///
/// What it takes from others': the rank where a cap has an `order` of its own (`Place.rank`; nobody is
/// approved before it `closes`, `Policy.closing`); the lot among those of one day (`Place.tie`, drawn by a
/// seal that `OfficeState.withChoices` gives the policy; nobody is approved before it is drawn); a limit in
/// pieces or of each filing's own (`CapLimits` reads it); the award of another item without which it is
/// nothing (`Item.needs`, `needs`, `Settlement.needed`): it may then hold no key although it asks first. No
/// running sum settles those: `Policy.settling` says so, and engines refuse such claim lines.
public struct Claim: Hashable, Sendable {
  /// Who is served first: filings whose amount is decided, then by rank where the cap has an order of its own, then by
  /// day of receipt, then by lot where the cap draws lots among those of one day, then by id in UTF-8 bytes.
  public struct Place: Hashable, Sendable, Comparable {
    public var isDecided: Bool
    /// By what the order of a cap goes, the lowest first; 0 of whatever is served by day of receipt.
    public var rank: Int64
    public var received: CivilDate
    /// The number of its lot; 0 where none is drawn.
    public var tie: UInt64
    public var filing: String
    /// Whether a verdict has put it first among the undecided claims of its key; under caps it keeps its place.
    public var isKept: Bool

    public init(
      isDecided: Bool, rank: Int64 = 0, received: CivilDate, tie: UInt64 = 0, filing: String,
      isKept: Bool = false
    ) {
      self.isDecided = isDecided
      self.rank = rank
      self.received = received
      self.tie = tie
      self.filing = filing
      self.isKept = isKept
    }

    public static func < (a: Place, b: Place) -> Bool {
      a.turn.precedes(b.turn) ?? a.filing.precedesInBytes(b.filing)
    }

    var turn: Turn { Turn(isDecided: isDecided, rank: rank, received: received, tie: tie) }

    /// Whether it has a once-only key before another.
    func hasKey(before other: Place) -> Bool {
      if isDecided != other.isDecided { return isDecided }
      if !isDecided, isKept != other.isKept { return isKept }
      return self < other
    }
  }

  /// All of a place but the id.
  struct Turn: BitwiseCopyable, Sendable {
    var isDecided = false
    var rank: Int64 = 0
    var received = CivilDate.first
    var tie: UInt64 = 0

    /// Whether it comes first; nil where the id decides.
    func precedes(_ other: Turn) -> Bool? {
      if isDecided != other.isDecided { return isDecided }
      if rank != other.rank { return rank < other.rank }
      if received != other.received { return received < other.received }
      return tie == other.tie ? nil : tie < other.tie
    }
  }

  /// One shared cap as one holder has it in one window.
  public struct Group: Hashable, Sendable, Comparable {
    public var cap: String
    public var holder: String
    /// Nil where the window is the policy's whole life.
    public var year: Int?

    public init(cap: String, holder: String, year: Int?) {
      self.cap = cap
      self.holder = holder
      self.year = year
    }

    public static func < (a: Group, b: Group) -> Bool {
      if a.cap != b.cap { return a.cap.utf8.lexicographicallyPrecedes(b.cap.utf8) }
      if a.holder != b.holder { return a.holder.utf8.lexicographicallyPrecedes(b.holder.utf8) }
      return a.year ?? 0 < b.year ?? 0
    }
  }

  /// A group with its limit for this filing.
  public struct Share: Hashable, Sendable {
    public var group: Group
    public var limit: Money
    /// Whether the limit is in pieces, `Cap.onePiece` for each, of which an award takes one.
    public var isInPieces: Bool
    /// Name of the limit in the policy file, and the cap's article.
    public var figure: String
    public var article: String

    public init(group: Group, limit: Money, isInPieces: Bool = false, figure: String, article: String) {
      self.group = group
      self.limit = limit
      self.isInPieces = isInPieces
      self.figure = figure
      self.article = article
    }

    /// What an award uses of the limit.
    public func use(of award: Money) -> Money { Cap.use(of: award, inPieces: isInPieces) }
  }

  public var place: Place
  /// Nil where the inputs of a decided filing can't be read.
  public var key: String?
  /// Keys that a decided filing takes beside: in further families.
  public var furtherKeys: [String] = []
  /// The once-only key of another award without which this filing gets nothing.
  public var needs: String?
  public var shares: [Share]
  /// What is asked for before caps; of a decided filing what it keeps (decided less reclaimed).
  public var amount: Money

  public init(place: Place, key: String?, shares: [Share], amount: Money) {
    self.place = place
    self.key = key
    self.shares = shares
    self.amount = amount
  }
}

extension String {
  /// Whether the text comes first in the order of UTF-8 bytes.
  func precedesInBytes(_ other: String) -> Bool {
    var a = self
    var b = other
    return a.withUTF8 { a in
      b.withUTF8 { b in UnsafeRawBufferPointer(a).precedesInBytes(UnsafeRawBufferPointer(b)) }
    }
  }
}
