public import CaseModel
import Synchronization

/// A subsidy policy as its file states it: items, caps, readings and papers, every name resolved.
///
/// A policy is data: another one, or another city's, is another file. `Interchange` reads it. It never changes;
/// another choice of a reading makes another policy. What an office works under may be several documents joined
/// (`joining`): it then has the items, caps and readings of all of them, and title and signing of the newest.
public final class Policy: Sendable {
  public let id: String
  public let title: String
  /// 文号
  public let document: String
  public let signed: CivilDate
  /// When events are paid, in order of time and without gaps or overlaps.
  public let periods: [Period]
  /// The districts that count as local, in the order of the file.
  ///
  /// Every other district of the country goes by its name in the table that is built in
  /// (`CDistricts/districts.tsv`); `Labels.district` says either.
  public let districts: [District]
  public let readings: [ReadingRule]
  public let caps: [Cap]
  /// Papers asked for with every item.
  public let commonPapers: [Paper]
  /// The first step that waits until somebody has looked at every paper; nil where none does.
  public let papersCheckedBefore: PaperStage?
  public let items: [Item]
  public let articles: [Article]
  /// Kinds of records in the work register, in the order of the file.
  public let register: [RecordKind]
  /// Whether an award together with what others paid for a patent is held against the fees that were really paid, as the
  /// national rules ask (国家知识产权局 2013). Asked about, never refused.
  public let hasFeeCeiling: Bool
  /// The id of the policy that this one comes in the place of, where their periods meet.
  public let replaces: String?
  /// The heads of the seals that stand, by year, where a cap draws lots by them.
  let heads: [Int: String]
  /// The policies that this one is joined of, newest first; none where it is one document.
  let joined: [Policy]
  /// The ids of the policies that it is joined of, in the order in which the office came to know them.
  public let order: [String]

  private let itemIndex: [String: Int]
  /// The plan of each item that was judged once, by its id.
  private let plans = Mutex<[String: ItemPlan]>([:])

  public convenience init(
    id: String, title: String, document: String, signed: CivilDate, periods: [Period],
    districts: [District], readings: [ReadingRule], caps: [Cap], commonPapers: [Paper],
    papersCheckedBefore: PaperStage? = nil, items: [Item], articles: [Article], register: [RecordKind] = [],
    hasFeeCeiling: Bool = true, replaces: String? = nil
  ) {
    self.init(
      id: id, title: title, document: document, signed: signed, periods: periods, districts: districts,
      readings: readings, caps: caps, commonPapers: commonPapers, papersCheckedBefore: papersCheckedBefore,
      items: items, articles: articles, register: register, hasFeeCeiling: hasFeeCeiling,
      replaces: replaces, heads: [:], joined: [], order: [id])
  }

  init(
    id: String, title: String, document: String, signed: CivilDate, periods: [Period],
    districts: [District], readings: [ReadingRule], caps: [Cap], commonPapers: [Paper],
    papersCheckedBefore: PaperStage?, items: [Item], articles: [Article], register: [RecordKind],
    hasFeeCeiling: Bool, replaces: String?, heads: [Int: String], joined: [Policy], order: [String]
  ) {
    self.id = id
    self.title = title
    self.document = document
    self.signed = signed
    self.periods = periods
    self.districts = districts
    self.readings = readings
    self.caps = caps
    self.commonPapers = commonPapers
    self.papersCheckedBefore = papersCheckedBefore
    self.items = items
    self.articles = articles
    self.register = register
    self.hasFeeCeiling = hasFeeCeiling
    self.replaces = replaces
    self.heads = heads
    self.joined = joined
    self.order = order
    itemIndex = items.places(by: \.id)
  }

  /// An item's rules laid out to be judged by; laid out when they are first needed.
  func plan(of item: Item) -> ItemPlan {
    plans.withLock { plans in
      if let known = plans[item.id] { return known }
      let plan = ItemPlan(item, self)
      plans[item.id] = plan
      return plan
    }
  }

  public func item(_ id: String) -> Item? { itemIndex[id].map { items[$0] } }

  public func cap(_ id: String) -> Cap? { caps.first { $0.id == id } }

  /// Whether a cap's limit is in pieces (件), `Cap.onePiece` for each; one that there is not is in money.
  public func isInPieces(_ cap: String) -> Bool { self.cap(cap)?.isInPieces ?? false }

  /// The papers of an item (材料清单) in the order of the file, those common to all items first; none where there is
  /// no such item.
  public func papers(of item: String) -> [Paper] {
    self.item(item).map { document(of: $0).commonPapers + $0.papers } ?? []
  }

  public func recordKind(_ id: String) -> RecordKind? { register.first { $0.id == id } }

  public func reading(_ id: String) -> ReadingRule? { readings.first { $0.id == id } }

  /// The same policy with another choice of one reading; nil where it has no such reading or option.
  public func choosing(_ option: String, for reading: String) -> Policy? {
    guard joined.isEmpty else { return choosingInDocument(option, for: reading) }
    guard let index = readings.firstIndex(where: { $0.id == reading }),
      let choice = readings[index].options.firstIndex(where: { $0.id == option })
    else { return nil }
    var readings = readings
    readings[index].choice = choice
    return Policy(self, items: items, caps: caps, readings: readings)
  }

  /// The same document without an end or a beginning, to try it on filings of any year.
  public var validAlways: Policy {
    let always = Period(
      from: .first, to: CivilDate(year: 9999, month: 12, day: 31) ?? .first,
      article: periods.first?.article ?? "closing", isRetroactive: false, note: nil)
    return Policy(
      id: id, title: title, document: document, signed: signed, periods: [always], districts: districts,
      readings: readings, caps: caps, commonPapers: commonPapers, papersCheckedBefore: papersCheckedBefore,
      items: items, articles: articles, register: register, hasFeeCeiling: hasFeeCeiling, replaces: replaces)
  }

  /// The same document with other items, caps and readings; without `heads` with those that it has.
  convenience init(
    _ policy: Policy, items: [Item], caps: [Cap], readings: [ReadingRule], heads: [Int: String]? = nil
  ) {
    self.init(
      id: policy.id, title: policy.title, document: policy.document, signed: policy.signed,
      periods: policy.periods, districts: policy.districts, readings: readings, caps: caps,
      commonPapers: policy.commonPapers, papersCheckedBefore: policy.papersCheckedBefore, items: items,
      articles: policy.articles, register: policy.register, hasFeeCeiling: policy.hasFeeCeiling,
      replaces: policy.replaces, heads: heads ?? policy.heads, joined: [], order: [policy.id])
  }

  /// A stretch of time in which events are paid, both days in.
  public struct Period: Hashable, Sendable {
    public var from: CivilDate
    public var to: CivilDate
    public var article: String
    /// Whether an award for an event of this period carries the warning `retroactive`.
    public var isRetroactive: Bool
    public var note: String?

    public init(from: CivilDate, to: CivilDate, article: String, isRetroactive: Bool, note: String?) {
      self.from = from
      self.to = to
      self.article = article
      self.isRetroactive = isRetroactive
      self.note = note
    }
  }

  /// One article of the text: its heading, and what the office records where it pays nothing by itself.
  public struct Article: Hashable, Sendable {
    public var number: String
    public var title: String
    public var record: String?

    public init(number: String, title: String, record: String?) {
      self.number = number
      self.title = title
      self.record = record
    }
  }
}

/// One way out of an ambiguous clause (口径), with the options the office may choose from.
public struct ReadingRule: Hashable, Sendable {
  /// Its name in the office, as an item's.
  public var id: String
  /// Its name in its own policy file.
  public let name: String
  public var articles: [String]
  public var label: String
  public var question: String
  public var options: [Option]
  /// Which option is in force, as an index into `options`.
  public var choice: Int
  public var reason: String

  /// The option in force.
  public var chosenOption: Option? { options.indices.contains(choice) ? options[choice] : nil }

  public init(
    id: String, articles: [String], label: String, question: String, options: [Option], choice: Int,
    reason: String
  ) {
    self.id = id
    name = id
    self.articles = articles
    self.label = label
    self.question = question
    self.options = options
    self.choice = choice
    self.reason = reason
  }

  public struct Option: Hashable, Sendable {
    public var id: String
    public var label: String

    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }
}

/// A paper (材料) that an applicant must hand in.
public struct Paper: Hashable, Sendable {
  public var id: String
  public var label: String
  public var copies: Int
  public var original: Bool
  /// Asked for only where it applies, as the label says.
  public var optional: Bool

  public init(id: String, label: String, copies: Int, original: Bool, optional: Bool) {
    self.id = id
    self.label = label
    self.copies = copies
    self.original = original
    self.optional = optional
  }
}

/// A stage of the office's work before which papers may have to be looked at.
public enum PaperStage: String, Sendable, CaseIterable {
  case accept, review, approve
}
