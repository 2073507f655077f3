public import CaseModel
import JSONText
public import SubsidyRules

/// What one filing asks of the caps and once-only keys that it shares with others, one JSON object on a line, for
/// engines that settle what no machine of an office holds (DuckDB, PostgreSQL, Spark):
///
///     {"v":1,"office":"441881","writer":"5f…","id":"441881-2019-000123","item":"agency-grant","year":2019,
///      "received":"2019-04-01","rank":null,"tie":null,"stage":"received","recommended":"200.00","decided":null,
///      "kept":null,"paid":"0.00","returned":"0.00","setOff":"0.00","closed":false,"patent":"201620000008",
///      "key":"agency-grant|201620000008",
///      "groups":[{"policy":"qingyuan-2018-27","cap":"agency-year","holder":"code:9144…","year":2019,"limit":"50000.00",
///                 "unit":"money","order":"received","remainder":"reduce"}],
///      "amount":"500.00","outcome":"pay","reasons":[]}
///
/// - Every line has every key. Sums are text in yuan, exact to the fen. `v` is the version of this form.
/// - `office` is the district code that begins the receipt numbers, `writer` the store's random id; of a case file both
///   are `-`. A filing is named by (`writer`, `id`).
/// - `year` is the event's, of receipt where it can't be read.
/// - Who is served first: `decided` ones, then by `received`, `tie` where there is one (`Lot`, 16 digits), `id`, `writer`;
///   texts by their UTF-8 bytes. A once-only key goes to a claim with a `rank` (given by a verdict) before undecided ones without.
/// - `recommended` is what the office's own caps leave of an undecided claim, null in a case file; `kept` is decided
///   less reclaimed; `paid`, `returned` (by the applicant) and `setOff` are sums of payments.
/// - `key` and `groups` are asked for by filings that would be paid and by decided ones alone; `amount` is what is asked
///   for before caps, of a decided filing what it keeps; `outcome` and `reasons` are those of the filing by itself.
/// - `patent` is the application number that the filing rests on, without its check digit, null where it names none.
/// - A holder goes by what offices that share no ids call it (`HolderNames`).
/// - A group is a cap of a policy as one holder has it in one window (`year` null: the policy's life). Running sums settle
///   `unit` `money`, `order` `received` and `remainder` `reduce` (the one that does not fit gets what is left) alone:
///   whoever settles refuses others, such as `pieces`, `earliest` and `highest`. A claim that needs another award has `v`
///   2 and its key under `needs`, and is refused likewise. `component` stands behind where it was asked for: filings of
///   different components share neither cap nor key.
public struct ClaimLine: Hashable, Sendable {
  public static let version = 1
  /// The version of a line whose claim needs another award.
  static let versionWithNeeds = 2

  public var office: String
  public var writer: String
  public var id: String
  public var item: String
  public var year: Int
  public var received: CivilDate
  /// 1 where a verdict has put the filing first among the undecided claims of its key.
  public var rank: Int?
  /// The lot among those of one day, 16 hexadecimal digits; nil where its caps draw none, or none yet.
  public var tie: String?
  public var stage: String
  public var recommended: Money?
  public var decided: Money?
  public var kept: Money?
  public var paid = Money.zero
  public var returned = Money.zero
  public var setOff = Money.zero
  public var isClosed: Bool
  /// The application number without dress and check digit.
  public var patent: String?
  public var key: String?
  /// The key of another award without which it gets nothing.
  public var needs: String?
  public var groups: [Group]
  public var amount: Money
  public var outcome: Outcome
  public var reasons: [String]
  public var component: Int?

  /// A cap as one holder has it in one window, with the limit for this filing.
  public struct Group: Hashable, Sendable {
    public var policy: String
    public var group: Claim.Group
    public var limit: Money
    public var isInPieces: Bool
    /// By what the cap serves.
    public var order: String
  }

  /// Writes the line with its end.
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("v", needs == nil ? Self.version : Self.versionWithNeeds)
      writer.member("office", office)
      writer.member("writer", self.writer)
      writer.member("id", id)
      writer.member("item", item)
      writer.member("year", year)
      writer.member("received", received.description)
      if let rank { writer.member("rank", rank) } else { writer.nothing("rank") }
      writer.text("tie", tie)
      writer.member("stage", stage)
      writer.money("recommended", recommended)
      writer.money("decided", decided)
      writer.money("kept", kept)
      writer.money("paid", paid)
      writer.money("returned", returned)
      writer.money("setOff", setOff)
      writer.member("closed", isClosed)
      writer.text("patent", patent)
      writer.text("key", key)
      if let needs { writer.member("needs", needs) }
      writer.array("groups", of: groups) { $1.write(into: &$0) }
      writer.money("amount", amount)
      writer.member("outcome", outcome.rawValue)
      writer.texts("reasons", reasons)
      if let component { writer.member("component", component) }
    }
    writer.newline()
  }
}

extension ClaimLine.Group {
  fileprivate func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("policy", policy)
      writer.member("cap", group.cap)
      writer.member("holder", group.holder)
      if let year = group.year { writer.member("year", year) } else { writer.nothing("year") }
      writer.member("limit", limit.description)
      writer.member("unit", isInPieces ? ClaimWords.pieces : ClaimWords.unit)
      writer.member("order", order)
      writer.member("remainder", ClaimWords.remainder)
    }
  }
}

/// The words for how a cap is shared, as far as there are any to choose from.
enum ClaimWords {
  static let unit = "money"
  static let pieces = "pieces"
  static let order = "received"
  static let remainder = "reduce"
}

/// What identifies a filing among those of all offices: whose journal it stands in, and its receipt number.
public struct FilingName: Hashable, Sendable, Comparable {
  public var writer: String
  public var id: String

  public init(writer: String, id: String) {
    self.writer = writer
    self.id = id
  }

  public static func < (a: Self, b: Self) -> Bool {
    a.writer == b.writer
      ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
      : a.writer.utf8.lexicographicallyPrecedes(b.writer.utf8)
  }
}

extension JSONWriter {
  mutating func nothing(_ name: String) {
    key(name)
    null()
  }

  mutating func text(_ name: String, _ text: String?) {
    if let text { member(name, text) } else { nothing(name) }
  }

  mutating func money(_ name: String, _ money: Money?) { text(name, money?.description) }
}
