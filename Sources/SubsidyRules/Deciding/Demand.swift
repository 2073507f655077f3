import CaseModel

/// What a filing asks of the ledger, written down while it is judged: nothing is made of it that nobody keeps.
struct Demand {
  /// Whether it asks for anything.
  private(set) var isClaim = false
  private(set) var isDecided = false
  private(set) var amount = Money.zero
  /// The once-only key as text; empty where it can't be read.
  var key: [UInt8] = []
  /// The keys of a decided filing in further families.
  var furtherKeys: [[UInt8]] = []
  /// The key of the award that is needed; empty where none is, or where it can't be read.
  var needs: [UInt8] = []
  /// By what the order of its caps goes; 0 where they serve by day of receipt.
  var rank: Int64 = 0
  /// The number of its lot among those of one day; 0 where none is drawn.
  var tie: UInt64 = 0
  private(set) var drawn: [Drawn] = []
  /// The groups drawn on as texts, one after another.
  var groups: [UInt8] = []
  /// Where in them the holder of the last one begins.
  private var holder = 0

  /// A cap of the item's, by its place in the plan, that is drawn on.
  struct Drawn: BitwiseCopyable {
    var cap: Int
    /// The case of the limit that counts.
    var limitCase: Int
    var limit: Money
    /// Where the group's text ends, and where in it the holder begins.
    var end: Int
    var holder: Int
    var year: Int?
  }

  mutating func clear() {
    isClaim = false
    key.removeAll(keepingCapacity: true)
    furtherKeys.removeAll(keepingCapacity: true)
    needs.removeAll(keepingCapacity: true)
    rank = 0
    tie = 0
    drawn.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
  }

  mutating func claim(_ amount: Money, isDecided: Bool) {
    isClaim = true
    self.amount = amount
    self.isDecided = isDecided
  }

  // MARK: - Groups

  /// Begins the text of a group; the holder follows in `groups`.
  mutating func beginGroup(of cap: ItemPlan.Cap, year: Int?) {
    Claim.Group.write(cap: cap.id.utf8, year: year, into: &groups)
    holder = groups.count
  }

  /// Gives the group up that was begun.
  mutating func dropGroup() { groups.removeLast(groups.count - (drawn.last?.end ?? 0)) }

  /// Draws on the group that was begun.
  mutating func draw(on cap: ItemPlan.Cap, at place: Int, limitCase: Int, year: Int?) {
    drawn.append(
      Drawn(
        cap: place, limitCase: limitCase, limit: cap.limit.cases[limitCase].value, end: groups.count,
        holder: holder, year: year))
  }

  // MARK: - Out

  var keyText: String? { key.isEmpty ? nil : String(decoding: key, as: UTF8.self) }

  var needsText: String? { needs.isEmpty ? nil : String(decoding: needs, as: UTF8.self) }

  /// The claim of a filing; nil where it asks for nothing.
  func claim(of filing: String, received: CivilDate, _ plan: ItemPlan) -> Claim? {
    guard isClaim else { return nil }
    let shares = drawn.map { one in
      let cap = plan.caps[one.cap]
      let holder = String(decoding: groups[one.holder..<one.end], as: UTF8.self)
      return Claim.Share(
        group: .init(cap: cap.id, holder: holder, year: one.year), limit: one.limit,
        isInPieces: cap.isInPieces, figure: cap.limit.cases[one.limitCase].name, article: cap.article)
    }
    var claim = Claim(
      place: .init(isDecided: isDecided, rank: rank, received: received, tie: tie, filing: filing),
      key: keyText, shares: shares, amount: amount)
    claim.needs = needsText
    claim.furtherKeys = furtherKeys.map { String(decoding: $0, as: UTF8.self) }
    return claim
  }

  /// Adds the claim of the next number to a sheet.
  func add(to sheet: inout ClaimSheet, id: UnsafeRawBufferPointer, received: CivilDate, _ plan: ItemPlan) {
    guard isClaim else { return sheet.appendNone() }
    sheet.begin(.init(isDecided: isDecided, rank: rank, received: received, tie: tie), amount, id: id)
    if !key.isEmpty { key.withUnsafeBytes { sheet.put(key: $0) } }
    for key in furtherKeys { key.withUnsafeBytes { sheet.put(furtherKey: $0) } }
    if !needs.isEmpty { needs.withUnsafeBytes { sheet.put(needs: $0) } }
    groups.withUnsafeBytes { texts in
      var start = 0
      for one in drawn {
        sheet.put(
          group: UnsafeRawBufferPointer(rebasing: texts[start..<one.end]), limit: one.limit,
          isInPieces: plan.caps[one.cap].isInPieces)
        start = one.end
      }
    }
  }
}
