public import CaseModel
import Crypto

/// The lot of a filing among those that came on one day, where a cap serves these by lot. Source: offices.md, Persons,
/// order, eyes.
///
/// It is the SHA-256 of `<head> <id>`, the head as the sheet of the seal of the year before the day of receipt has it (of a
/// city those of its offices, sorted, a space between each two, never its own), one space between: nobody can choose it, and
/// everybody can draw it again by hand. The lowest comes first; what counts are its first 16 hexadecimal digits, behind which
/// the id decides.
public enum Lot: Hashable, Sendable {
  case drawn(UInt64)
  /// The seal of this year does not stand: until then nobody knows the order, and filings are listed by their ids.
  case waiting(cap: String, year: Int)

  /// The digits that count; nil where it is not drawn.
  public var digits: String? {
    guard case .drawn(let number) = self else { return nil }
    let text = String(number, radix: 16)
    return String(repeating: "0", count: Self.length - text.count) + text
  }

  /// The digits that count of a lot.
  private static let length = 16

  /// What a lot's digits stand for; nil where they are none.
  public static func number(_ digits: String) -> UInt64? {
    let isLot = digits.utf8.count == length && digits.utf8.allSatisfy(Self.digits.contains)
    return isLot ? UInt64(digits, radix: 16) : nil
  }

  private static let digits = Array("0123456789abcdef".utf8)

  static func draw(_ head: String, _ id: some Sequence<UInt8>) -> UInt64 {
    SHA256.hash(data: Array(head.utf8) + [UInt8(ascii: " ")] + Array(id)).prefix(length / 2)
      .reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Policy {
  /// Whether any cap serves filings of one day by lot.
  public var drawsLots: Bool { caps.contains { $0.sameDay == .lot } }

  /// The lot of a filing; nil where no cap of its item draws lots.
  public func lot(of filing: Filing) -> Lot? {
    guard let cap = caps.first(where: { $0.sameDay == .lot && $0.items.contains(filing.item) }) else {
      return nil
    }
    let year = filing.received.year - 1
    guard let head = document(of: filing.item).heads[year] else { return .waiting(cap: cap.id, year: year) }
    return .drawn(Lot.draw(head, filing.id.utf8))
  }

  /// Where an undecided filing stands that is served by day of receipt.
  public func placeByReceipt(of filing: Filing) -> Claim.Place {
    let tie: UInt64 = if case .drawn(let number)? = lot(of: filing) { number } else { 0 }
    return Claim.Place(isDecided: false, received: filing.received, tie: tie, filing: filing.id)
  }

  /// The same policy where the seals of these years stand, with their heads.
  public func sealed(_ heads: [Int: String]) -> Policy {
    guard drawsLots else { return self }
    guard joined.isEmpty else {
      guard joined.contains(where: { $0.drawsLots && $0.heads != heads }) else { return self }
      return Policy.together(order.compactMap { document($0)?.sealed(heads) }) ?? self
    }
    return heads == self.heads
      ? self : Policy(self, items: items, caps: caps, readings: readings, heads: heads)
  }
}
