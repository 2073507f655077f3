import Crypto
import SubsidyRules

/// Filings of a sealed year drawn for review: nobody can choose them, and everybody can draw them again by hand.
///
/// For each filing whose amount is decided the SHA-256 of `<head> <filing>` is worked out, the head as the signed
/// sheet has it, one space between; those with the smallest hashes, as hexadecimal text, are the sample.
public struct AuditSample: Hashable, Sendable {
  public struct Draw: Hashable, Sendable {
    public var filing: String
    /// 64 lower-case hexadecimal digits.
    public var hash: String
  }

  public var seal: YearSeal
  /// How many filings it was drawn from.
  public var population: Int
  /// The smallest first.
  public var drawn: [Draw]
}

extension OfficeState {
  /// Draws so many filings of a year, all of them where there are fewer; nil where the year is not sealed.
  public func auditSample(of year: Int, count: Int) -> AuditSample? {
    guard let seal = seal(of: year) else { return nil }
    let decided = files.rows.indices.filter {
      files.rows[$0].year == year && files.rows[$0].outcome == .decided
    }
    let draws = decided.map { number in
      let filing = files.id(of: number)
      return AuditSample.Draw(filing: filing, hash: Self.draw(seal.head, filing))
    }
    let sorted = draws.sorted { ($0.hash, $0.filing) < ($1.hash, $1.filing) }
    return AuditSample(seal: seal, population: decided.count, drawn: Array(sorted.prefix(max(count, 0))))
  }

  private static func draw(_ head: String, _ filing: String) -> String {
    SHA256.hash(data: Array("\(head) \(filing)".utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
