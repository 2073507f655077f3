public import JSONText
public import Journal

/// What a bundle's clear, signed head says, which names nobody: whose it is, its number, from which record to which, and
/// with which byte each part of a segment begins.
///
///     {"office":"441881","number":3,"writer":"<32 hex>","store":"<32 hex>","from":"<writer>/1/4180/<link>",
///      "head":"<writer>/1/4391/<link>","segment":1,"size":882311,"first":[{"segment":"000001-000001.jsonl","byte":880120}]}
public struct BundleHead: Hashable, Sendable, JSONShaped {
  public var office: String
  public var number: Int
  public var store: String
  /// The acknowledged record behind which it begins; nil where it holds everything.
  public var from: JournalHead?
  public var end: OtherJournal.End
  public var first: [First]

  /// With which byte a part of a segment begins.
  public struct First: Hashable, Sendable, JSONShaped {
    public var segment: String
    public var byte: Int

    public static let shape = JSONShape<First>(
      First.init(segment:byte:), .needed("segment", \.segment), .needed("byte", \.byte))
  }

  public static let shape = JSONShape<BundleHead>(
    { office, number, store, from, head, segment, size, first in
      let end = OtherJournal.End(head: head, segment: segment, size: size)
      return BundleHead(office: office, number: number, store: store, from: from, end: end, first: first)
    }, .needed("office", \.office), .needed("number", \.number), .needed("store", \.store),
    .optional("from", \.from), .needed("head", \.end.head), .needed("segment", \.end.segment),
    .needed("size", \.end.size), .assumed("first", [], \.first))
}

extension BundleHead {
  /// Reads what a head says; nil where it is none of a bundle.
  public init?(_ bytes: [UInt8]) {
    guard let head = try? BundleHead(json: bytes), head.end.segment > 0, head.end.size > 0, head.number > 0,
      head.first.allSatisfy({ $0.byte >= 0 })
    else { return nil }
    self = head
  }
}
