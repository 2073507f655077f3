public import CaseModel
import Crypto

/// Something that stands between the journals of several offices: found from the journals alone, told with all parties,
/// and settled by nothing but the city's word.
public struct OfficeConflict: Sendable, Identifiable {
  /// Its kind and twelve digits of SHA-256 over what it is about, so that it bears the same name at every desk and after
  /// every gathering.
  public var id: String
  public var kind: ConflictKind
  /// What it is about, as people name it: a patent, a unit, a receipt number, an office.
  public var subject: String
  /// The records of applicants or filings that it is between, as their offices have them.
  public var parties: [OfficeRecord]
  /// The filings that it concerns, by the ids that they bear among all offices, in the order in which they are served.
  public var filings: [String]
  /// The money that it is about; nil where there is none.
  public var amount: MoneyTotal?
  /// Of a fork, with what the first link of the tail begins that may be kept: the one that is in the store.
  public var keepable: String?
  /// What the city has said of it, about these same parties; nil while it is open.
  public var ruling: Ruling?

  init(
    _ kind: ConflictKind, about key: String, subject: String, parties: [OfficeRecord] = [],
    filings: [String] = [], amount: MoneyTotal? = nil
  ) {
    let sum = SHA256.hash(data: Array(key.utf8)).prefix(6)
    let digits = sum.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }
    id = "K\(kind.rawValue)-" + digits.joined()
    self.kind = kind
    self.subject = subject
    self.parties = parties
    self.filings = filings
    self.amount = amount
  }

  /// The verdicts that may be given on it, the first choice first; none where it only tells.
  public var verdicts: [String] {
    switch kind {
    case .person: ["link", "distinct", "head", "noted"]
    case .sameKey, .sameNumber: ["keep", "noted"]
    case .moved, .void: ["confirm", "noted"]
    case .fork: ["fork-keep"]
    case .overrun, .otherRules, .unknownCode, .clock, .cover, .noRight: ["noted"]
    case .redelivery, .gap: []
    }
  }

  /// Whether a verdict was given about these parties: with another party it is open again.
  func isSettled(by ruling: Ruling) -> Bool {
    ruling.conflict == id && Set(ruling.parties) == Set(parties)
  }
}
