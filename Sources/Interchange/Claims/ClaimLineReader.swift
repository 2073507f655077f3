import CaseModel
public import JSONText
import SubsidyRules

/// Why a claim line was not read.
public struct ClaimLineError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case json(JSONError.Reason)
    /// A version of the form that this program does not know.
    case version(Int)
    /// What stands under this key can't be read.
    case unreadable(String)
    /// A way of sharing a cap that this program does not know: the key and what stands there.
    case unknownWay(String, String)
  }

  public var reason: Reason
  /// The line in the file, from 1.
  public var line: Int
}

/// Reads what settling needs of a claim line; other keys are passed over.
struct ClaimLineReader {
  private var reader: JSONReader

  init(_ bytes: [UInt8], in range: Range<Int>) { reader = JSONReader(bytes, in: range) }

  private static let keys = JSONWords(
    ["v", "writer", "id", "received", "rank", "tie", "decided", "kept", "key", "groups", "amount", "outcome"])

  private struct Failed: Error { var reason: ClaimLineError.Reason }

  /// The claim with the filing's name; the claim is nil where the filing asks for neither key nor room.
  mutating func read() throws(ClaimLineError) -> (name: FilingName, claim: Claim?) {
    do {
      return try readLine()
    } catch let error as JSONError {
      throw ClaimLineError(reason: .json(error.reason), line: 0)
    } catch let error as Failed {
      throw ClaimLineError(reason: error.reason, line: 0)
    } catch {
      throw ClaimLineError(reason: .unreadable("v"), line: 0)
    }
  }

  private mutating func readLine() throws -> (name: FilingName, claim: Claim?) {
    var name = FilingName(writer: "", id: "")
    var (received, outcome): (CivilDate?, Outcome?) = (nil, nil)
    var (amount, kept, key): (Money?, Money?, String?) = (nil, nil, nil)
    var shares: [Claim.Share] = []
    var (isKept, tie) = (false, UInt64(0))
    try reader.beginObject()
    while let place = try reader.nextKeyPlace() {
      switch reader.number(of: place, among: Self.keys) {
      case 0:
        let version = try reader.integer()
        guard version == ClaimLine.version else { throw Failed(reason: .version(version)) }
      case 1: name.writer = try reader.string()
      case 2: name.id = try reader.string()
      case 3: received = CivilDate(try reader.string())
      case 4: isKept = try rank()
      case 5: tie = try lot()
      case 7: kept = try money("kept")
      case 8: key = try text()
      case 9:
        try reader.beginArray()
        while try reader.nextElement() { shares.append(try share()) }
      case 10: amount = try money("amount")
      case 11: outcome = Outcome(rawValue: try reader.string())
      default: _ = try reader.skipValue()
      }
    }
    try reader.end()
    guard !name.id.isEmpty, !name.writer.isEmpty else { throw Failed(reason: .unreadable("id")) }
    guard let received else { throw Failed(reason: .unreadable("received")) }
    guard let outcome else { throw Failed(reason: .unreadable("outcome")) }
    guard outcome == .pay || outcome == .decided else { return (name, nil) }
    guard let asked = outcome == .decided ? kept : amount else { throw Failed(reason: .unreadable("amount")) }
    // Among filings of one day and one number those of one writer come first.
    let place = Claim.Place(
      isDecided: outcome == .decided, received: received, tie: tie, filing: ClaimsLedger.ledgerID(name),
      isKept: isKept)
    return (name, Claim(place: place, key: key, shares: shares, amount: asked))
  }

  private mutating func share() throws -> Claim.Share {
    var group = Claim.Group(cap: "", holder: "", year: nil)
    var (limit, policy): (Money?, String) = (nil, "")
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "policy": policy = try reader.string()
      case "cap": group.cap = try reader.string()
      case "holder": group.holder = try reader.string()
      case "year":
        if try reader.peek() == .null { try reader.null() } else { group.year = try reader.integer() }
      case "limit": limit = try money("limit")
      case "unit": try expect(key, ClaimWords.unit)
      case "order": try expect(key, ClaimWords.order)
      case "remainder": try expect(key, ClaimWords.remainder)
      default: _ = try reader.skipValue()
      }
    }
    guard let limit else { throw Failed(reason: .unreadable("limit")) }
    group.cap = policy + "\u{1F}" + group.cap
    return Claim.Share(group: group, limit: limit, figure: "", article: "")
  }

  private mutating func rank() throws -> Bool {
    guard try reader.peek() != .null else {
      try reader.null()
      return false
    }
    guard try reader.integer() == 1 else { throw Failed(reason: .unreadable("rank")) }
    return true
  }

  /// The number of a lot; 0 where there is none.
  private mutating func lot() throws -> UInt64 {
    guard let text = try text() else { return 0 }
    guard let number = Lot.number(text) else { throw Failed(reason: .unknownWay("tie", text)) }
    return number
  }

  private mutating func expect(_ key: String, _ word: String) throws {
    let found = try reader.string()
    guard found == word else { throw Failed(reason: .unknownWay(key, found)) }
  }

  private mutating func text() throws -> String? {
    guard try reader.peek() != .null else {
      try reader.null()
      return nil
    }
    return try reader.string()
  }

  private mutating func money(_ key: String) throws -> Money? {
    guard let text = try text() else { return nil }
    guard let money = Money(text) else { throw Failed(reason: .unreadable(key)) }
    return money
  }
}
