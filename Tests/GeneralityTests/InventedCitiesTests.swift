import CaseModel
import Casework
import SubsidyRules
import Testing

/// Invented policies whose clauses are joined in ways that the other files do not have; every figure is worked out by hand.
@Suite("Invented policies of other cities")
struct InventedCitiesTests {
  /// Compares every filing of a policy's cases, as `outcome gross award reasons`.
  private func check(_ name: String, _ expected: [String: String]) throws {
    let decided = SmallPolicies.decided(try SmallPolicies.assessed(name))
    #expect(Set(decided.keys) == Set(expected.keys))
    for (filing, decision) in expected { #expect(decided[filing] == decision, "\(filing)") }
  }

  @Test(
    "临江: terms of months, a rate by the year of a loan, three parts that need one another, a ranking by turnover"
  )
  func linjiang() throws {
    try check(
      "linjiang",
      [
        "plain": "pay 2400.00 2400.00",  // 80 % of 2 000 + 1 500 - 500
        "odd": "pay 266.66 266.66",  // 80 % of 333.33
        "top": "pay 1000.00 1000.00",  // 1 600, of a person at most 1 000
        "others-paid": "pay 0.00 0.00",  // 100 - 500
        // Six months from 31 August end on the last of February.
        "last-day": "pay 800.00 800.00", "day-late": "refused 0.00 0.00 window",
        "utility": "refused 0.00 0.00 patent-type",
        // 50, 40 and 30 % in the first three years of a loan; three times, and 9 000 a year with grants.
        "loan-1": "pay 5000.00 5000.00", "loan-2": "pay 4000.00 4000.00",
        "loan-2b": "reduced 8000.00 5000.00 cap:unit-year",  // 40 % of 25 000, at most 8 000
        "loan-3": "exhausted 3000.00 0.00 cap:loan-times", "loan-4": "refused 0.00 0.00 window",
        "start": "pay 10000.00 10000.00", "middle": "pay 5000.00 5000.00", "end": "pay 5000.00 5000.00",
        "middle-alone": "refused 0.00 0.00 condition:needs",
        // What lacks its own award is none for the next.
        "end-alone": "refused 0.00 0.00 condition:needs",
        "end-early": "refused 0.00 0.00 window",  // the day before 1 December
        "start-3": "pay 10000.00 10000.00", "end-3": "refused 0.00 0.00 window",
        // The two highest of 2021, of equal ones whoever came first.
        "eight": "pay 20000.00 20000.00", "eight-later": "pay 20000.00 20000.00",
        "five": "exhausted 20000.00 0.00 cap:best", "small": "refused 0.00 0.00 below-threshold",
      ])
  }

  @Test(
    "云溪: a price by three values, pieces by type, a pool by year, the office's sum under a worked-out ceiling"
  )
  func yunxi() throws {
    try check(
      "yunxi",
      [
        "inv": "pay 5000.00 5000.00", "inv-reduced": "pay 2000.00 2000.00",
        "inv-school": "pay 3000.00 3000.00",
        // Three utility models and one design a year, inventions without number.
        "uti-1": "pay 600.00 600.00", "uti-2": "pay 300.00 300.00", "uti-3": "pay 600.00 600.00",
        "uti-4": "exhausted 600.00 0.00 cap:pieces", "uti-next": "pay 600.00 600.00",
        "des-1": "pay 200.00 200.00", "des-2": "exhausted 200.00 0.00 cap:pieces",
        "prize": "pay 31250.00 31250.00",  // 25 000 and a quarter of it
        "prize-top": "pay 45000.00 45000.00",  // 50 000, at most 45 000
        "prize-again": "reduced 15000.00 12000.00 cap:two-years",  // 60 000 - 3 000 - 45 000
        "prize-full": "pay 15000.00 15000.00",
        "brand": "pay 45000.00 45000.00",  // half of 90 000
        "brand-members": "reduced 60000.00 5000.00 cap:pool",
        "brand-none": "refused 0.00 0.00 condition:isNew",
        "brand-open": "incomplete 0.00 0.00 missing:approvedAmount missing:basis missing:noRisk",
        "brand-2023": "pay 50000.00 50000.00",  // half of 100 000.01
        // Ninety days from 1 June end on 30 August.
        "guide-10": "pay 5000.00 5000.00", "guide-late": "refused 0.00 0.00 window",
        "guide-12": "pay 6600.00 6600.00",  // 10 x 500 + 2 x 800
        "guide-35": "pay 26000.00 26000.00",  // 10 x 500 + 20 x 800 + 5 x 1 000
        "guide-most": "pay 50000.00 50000.00",
      ])
    let policy = try #require(SmallPolicies.policy("yunxi").choosing("none", for: "first"))
    let decided = SmallPolicies.decided(try SmallPolicies.assessed("yunxi", policy))
    #expect(decided["prize"] == "pay 25000.00 25000.00")
    #expect(decided["prize-again"] == "pay 15000.00 15000.00")  // 60 000 - 3 000 - 40 000
  }

  @Test(
    "北河: two shares and a step, fees less others' aid, a zone, a difference beside the whole city's total")
  func beihe() throws {
    try check(
      "beihe",
      [
        "five-more": "refused 0.00 0.00 below-threshold", "six-more": "pay 3000.00 3000.00",
        "share-at": "pay 3000.00 3000.00",  // 6 of 30 are 20 %
        "share-same-family": "refused 0.00 0.00 duplicate:share-at",
        "branch": "pay 90000.00 90000.00",  // 45 x 2 000
        "small-branch": "pay 2000.00 2000.00",  // one beyond five
        "jp-2023": "pay 50000.00 50000.00", "other-2023": "pay 30000.00 30000.00",  // half the cost is more
        "part-wrong": "incomplete 0.00 0.00 invalid:inventions",
        "third": "refused 0.00 0.00 share-too-low",  // 99 of 300
        "us": "pay 60000.00 60000.00",
        "jp": "pay 30000.00 30000.00",  // half is 50 000, and 70 000 were paid of 100 000
        "us-other": "reduced 40000.00 30000.00 cap:abroad-pool",  // 120 000 - 60 000 - 30 000
        "again": "refused 0.00 0.00 duplicate:us",
        // A year from 1 February ends on 1 February.
        "year-end": "exhausted 5000.00 0.00 cap:abroad-pool", "year-late": "refused 0.00 0.00 window",
        "home": "pay 3000.00 3000.00", "kept": "reduced 5000.00 2000.00 cap:patent",
        "kept-alone": "pay 5000.00 5000.00", "kept-old": "refused 0.00 0.00 window",
      ])
    let policy = try #require(SmallPolicies.policy("beihe").choosing("kin", for: "key"))
    let decided = SmallPolicies.decided(try SmallPolicies.assessed("beihe", policy))
    #expect(decided["jp"] == "refused 0.00 0.00 duplicate:us")
    #expect(decided["us-other"] == "pay 40000.00 40000.00")
  }
}
