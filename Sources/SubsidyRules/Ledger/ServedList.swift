public import CaseModel

/// Those who got more than 0.00 from a cap before somebody, with what each got, in their order.
///
/// A long list is looked at by few: the ids of its filings are made into strings when somebody asks.
public struct ServedList: RandomAccessCollection, Sendable {
  struct Entry: Hashable, BitwiseCopyable, Sendable {
    var id: TextPages.Place
    var amount: Money
  }

  private let entries: [Entry]
  private let texts: TextPages

  init(_ entries: [Entry], _ texts: TextPages) {
    self.entries = entries
    self.texts = texts
  }

  public init(_ served: some Sequence<Trace.Served>) {
    var texts = TextPages()
    entries = served.map { one in
      var id = one.filing
      return Entry(id: id.withUTF8 { texts.append(UnsafeRawBufferPointer($0)) }, amount: one.amount)
    }
    self.texts = texts
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(place: Int) -> Trace.Served {
    Trace.Served(filing: texts[entries[place].id], amount: entries[place].amount)
  }

  /// What they got together.
  public var total: MoneyTotal { entries.reduce(into: .zero) { $0 += $1.amount } }

  /// What they used of a limit together: sums, or of pieces one each.
  public func used(inPieces: Bool) -> MoneyTotal {
    entries.reduce(into: .zero) { $0 += Cap.use(of: $1.amount, inPieces: inPieces) }
  }
}

extension ServedList: Hashable {
  public static func == (a: ServedList, b: ServedList) -> Bool { a.elementsEqual(b) }
  public func hash(into hasher: inout Hasher) { for one in self { hasher.combine(one) } }
}

extension ServedList: ExpressibleByArrayLiteral {
  public init(arrayLiteral served: Trace.Served...) { self.init(served) }
}
