import CaseModel
@testable import SubsidyRules
import Seeded
import Testing

/// The ledger by itself, with claims that no item of the policy in force makes: on several caps at once, with keys that
/// several ask for, in every order.
@Suite struct LedgerTests {
  private func claim(
    _ id: String, day: Int = 1, isDecided: Bool = false, rank: Int64 = 0, key: String? = nil,
    needs: String? = nil, caps: [(String, Int)] = [], asks yuan: Int64
  ) -> Claim {
    var claim = Claim(
      place: .init(
        isDecided: isDecided, rank: rank, received: CivilDate(year: 2019, month: 1, day: day) ?? .first,
        filing: id),
      key: key,
      shares: caps.map { cap, limit in
        .init(
          group: .init(cap: cap, holder: "持有人", year: 2019), limit: Money(yuan: Int64(limit)),
          isInPieces: cap == "pieces", figure: "limit", article: "2")
      }, amount: Money(yuan: yuan))
    claim.needs = needs
    return claim
  }

  /// Settled the plain way: in order of place, one after another.
  private func plain(_ claims: [Claim?]) -> [Settlement?] {
    var settlements = [Settlement?](repeating: nil, count: claims.count)
    var holders: [String: String] = [:]
    var used: [Claim.Group: Int64] = [:]
    let order = claims.indices.filter { claims[$0] != nil }
      .sorted { a, b in claims[a].flatMap { a in claims[b].map { a.place < $0.place } } ?? false }
    for number in order {
      guard let claim = claims[number] else { continue }
      let holder = claim.key.flatMap { holders[$0] }
      let needed: Settlement.Needed =
        claim.needs.map { holders[$0].map { .found($0) } ?? .lacking } ?? .nothing
      var settlement = Settlement(
        holder: holder, needed: needed, isServed: false, award: .zero, binding: [])
      if claim.place.isDecided || (holder == nil && needed != .lacking) {
        for key in [claim.key].compactMap(\.self) + claim.furtherKeys where holders[key] == nil {
          holders[key] = claim.place.filing
        }
        settlement.isServed = true
        settlement.award = claim.amount
        for share in claim.shares where !claim.place.isDecided {
          let left = max(0, share.limit.fen - (used[share.group] ?? 0))
          let room = share.isInPieces ? (left > 0 ? settlement.award.fen : 0) : left
          if room < settlement.award.fen {
            settlement.award = Money(fen: room)
            settlement.binding.append(share.group.cap)
          }
        }
        for share in claim.shares {
          used[share.group, default: 0] +=
            share.isInPieces ? (settlement.award.fen > 0 ? 100 : 0) : settlement.award.fen
        }
      }
      settlements[number] = settlement
    }
    return settlements
  }

  @Test("Changed one by one or settled at once, claims get what plain reckoning gives")
  func random() {
    var numbers = SeededNumbers(seed: SecondEvaluatorTests.seed)
    for round in 0..<200 {
      // Half of the rounds have none that needs another, as nearly every policy.
      let mayNeed = round.isMultiple(of: 2)
      var claims: [Claim?] = (0..<12).map { number in
        numbers.chance(80) ? random(number, mayNeed, &numbers) : nil
      }
      var ledger = Ledger(claims)
      for _ in 0..<20 {
        var changes: [Int: Claim?] = [:]
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
          // Also numbers that nobody has had yet.
          let number = Int.random(in: 0..<14, using: &numbers)
          while claims.count <= number { claims.append(nil) }
          changes.updateValue(numbers.chance(75) ? random(number, mayNeed, &numbers) : nil, forKey: number)
        }
        for (number, claim) in changes { claims[number] = claim }
        let expected = plain(claims)
        let preview = ledger.preview(changes)
        for number in claims.indices {
          let isGone = changes[number] != nil && claims[number] == nil
          #expect((preview[number] ?? (isGone ? nil : ledger.settlement(number))) == expected[number])
        }
        let before = claims.indices.map { ledger.settlement($0) }
        let changed: Set<Int>
        if changes.count == 1, let (number, claim) = changes.first {
          changed = ledger.put(claim, under: number)
        } else {
          changed = ledger.apply(changes)
        }
        let moved = claims.indices.filter { before[$0] != ledger.settlement($0) }
        #expect(changed.subtracting(changes.keys) == Set(moved).subtracting(changes.keys))
        let anew = Ledger(claims)
        for number in claims.indices {
          #expect(ledger.settlement(number) == expected[number])
          #expect(anew.settlement(number) == expected[number])
        }
        #expect(ledger.capRows == anew.capRows)
      }
    }
  }

  private func random(_ number: Int, _ mayNeed: Bool, _ numbers: inout SeededNumbers) -> Claim {
    let caps = ["a", "b", "pieces"].filter { _ in numbers.chance(50) }
    var random = claim(
      "F\(number)", day: Int.random(in: 1...4, using: &numbers), isDecided: numbers.chance(20),
      rank: numbers.chance(30) ? Int64.random(in: -2...2, using: &numbers) : 0,
      key: numbers.chance(60) ? "k\(Int.random(in: 0..<5, using: &numbers))" : nil,
      needs: mayNeed && numbers.chance(30) ? "k\(Int.random(in: 0..<6, using: &numbers))" : nil,
      caps: caps.map {
        (
          $0,
          $0 == "pieces"
            ? Int.random(in: 1...4, using: &numbers) : Int.random(in: 0...12, using: &numbers) * 100
        )
      },
      asks: Int64.random(in: 0...6, using: &numbers) * 100)
    // What is decided may take keys of further families.
    if random.place.isDecided, random.key != nil, numbers.chance(50) { random.furtherKeys = ["k4", "k1"] }
    random.furtherKeys.removeAll { $0 == random.key }
    return random
  }

  @Test("One draft that comes last is reduced by the cap that leaves less, and nobody else moves")
  func last() {
    let ledger = Ledger([
      claim("F1", caps: [("a", 1000), ("b", 500)], asks: 400), claim("F2", caps: [("a", 1000)], asks: 300),
    ])
    let draft = claim("F3", day: 2, caps: [("a", 1000), ("b", 500)], asks: 200)
    // Under a 1000 - 400 - 300 = 300 are left, under b 500 - 400 = 100.
    let expected = Settlement(
      holder: nil, needed: .nothing, isServed: true, award: Money(yuan: 100), binding: ["b"])
    #expect(ledger.preview([2: draft]) == [2: expected])
  }

  @Test("Keys that Swift's strings take for equal are one key, however their characters are written")
  func equalKeys() {
    let ledger = Ledger([claim("F1", key: "标准|e\u{301}", asks: 1), claim("F2", key: "标准|\u{E9}", asks: 1)])
    #expect(ledger.settlement(1)?.holder == "F1")
    #expect(ledger.holder(of: "标准|\u{E9}") == "F1")
    #expect(ledger.holder(of: "标准|e") == nil)
  }

  @Test(
    "Ids are compared byte by byte, and who got something before is told in that order, who got 0.00 is not")
  func order() {
    let caps = [("a", 1000)]
    let ledger = Ledger([
      claim("F10", caps: caps, asks: 400), claim("F2", caps: caps, asks: 300),
      claim("F1", caps: caps, asks: 200), claim("F0", isDecided: true, caps: caps, asks: 0),
      claim("F09", key: "one", caps: caps, asks: 0),
    ])
    let group = Claim.Group(cap: "a", holder: "持有人", year: 2019)
    let served = ledger.served(from: group, before: claim("F2", asks: 0).place)
    #expect(
      served == [
        .init(filing: "F1", amount: Money(yuan: 200)), .init(filing: "F10", amount: Money(yuan: 400)),
      ])
    #expect(served.total == MoneyTotal(Money(yuan: 600)))
    #expect(ledger.members(of: group) == [3, 4, 2, 0, 1])
  }
}

extension Ledger {
  /// Settles many claims at once; a claim's number is its place in the list.
  init(_ claims: [Claim?]) { self.init(ClaimSheet(claims)) }
}
