import CaseModel
import JSONText
import SubsidyRules

/// The limit of a cap as it is read for each of its items: in money, or in pieces (件).
///
/// Pieces that are all paid the same are a sum, so that an engine can settle them by running sums; where prices differ
/// they are counted.
struct CapLimits {
  let id: String
  let items: [ReadItem]
  private(set) var figures: [String: Figure<Money>] = [:]
  private(set) var piece: Money?
  private(set) var isInPieces = false
  private var isInMoney = false
  /// Whether a count stands beside it that is no figure of its own.
  private var counts = false

  init(id: String, items: [ReadItem]) {
    self.id = id
    self.items = items
  }

  /// Reads a limit; `isShared` says whether all who share it have the same.
  mutating func read(
    _ node: PolicyReader.Node, _ reader: PolicyReader, isShared: (Figure<Money>, ReadItem) -> Bool
  ) {
    piece = onePrice
    let byItem = Self.isByItem(node) ? self.byItem(node, reader) : nil
    if Self.isByItem(node), byItem == nil { return }
    // A case that one of the items has is no mistake for the others.
    let cases = byItem == nil ? Set(items.flatMap { $0.reader.caseWords(node) }).sorted() : []
    for item in items {
      guard let own = byItem.map({ $0[item.item.id] }) ?? node else { continue }
      figures[item.item.id] = item.reader.part(own) { at in
        item.reader.figure(at, name: id + ".limit", mayLeaveOut: true, others: cases) { one($0, reader) }
      }
      // A mistake in the limit is one mistake, not one for each item.
      guard let figure = figures[item.item.id] else { break }
      guard isShared(figure, item) else {
        reader.note(.limitVariesWithinHolder, node)
        break
      }
    }
    if isInMoney, counts { reader.note(.moneyAndPieces, node) }
    if !counts { piece = nil }
    isInPieces = counts && piece == nil
  }

  /// What every piece is paid, where all items pay one sum and the same.
  private var onePrice: Money? {
    var price: Money?
    for item in items {
      guard case .fixed(.one(_, let sum)) = item.item.amount.basis, item.item.amount.ceiling == nil,
        price ?? sum == sum
      else { return nil }
      price = sum
    }
    return price
  }

  private mutating func one(_ node: PolicyReader.Node, _ reader: PolicyReader) -> Money? {
    guard case .string(let text) = node.tree.value, text.hasSuffix("件") else {
      isInMoney = true
      return reader.money(node)
    }
    counts = true
    guard let count = Int(text.dropLast()), (1...1_000_000).contains(count) else {
      return reader.refuse(.outOfRange(1...1_000_000), node)
    }
    return Money(fen: (piece ?? Cap.onePiece).fen * Int64(count))
  }

  // MARK: - By item

  private static func isByItem(_ node: PolicyReader.Node) -> Bool {
    guard case .object(let members) = node.tree.value else { return false }
    return members.contains { $0.key == "by" && $0.value.value == .string("item") }
  }

  private func byItem(_ node: PolicyReader.Node, _ reader: PolicyReader) -> [String: PolicyReader.Node]? {
    guard let object = reader.object(node, required: ["by", "cases"]), let cases = object["cases"] else {
      return nil
    }
    let ids = items.map(\.item.id)
    return reader.cases(cases, among: ids, needed: ids)
  }
}
