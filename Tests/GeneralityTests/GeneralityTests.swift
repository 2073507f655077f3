import Casework
import SubsidyRules
import Testing

/// What another policy may say is said by the same few forms; the figures here are worked out by hand.
@Suite("Other policies in the same forms")
struct GeneralityTests {
  /// Compares every filing of a policy's cases, as `outcome gross award reasons`.
  private func check(_ name: String, _ expected: [String: String]) throws {
    let decided = SmallPolicies.decided(try SmallPolicies.assessed(name))
    #expect(Set(decided.keys) == Set(expected.keys))
    for (filing, decision) in expected { #expect(decided[filing] == decision, "\(filing)") }
  }

  @Test("A percentage of a fee with a ceiling, both by kind of applicant")
  func feeShare() throws {
    try check(
      "fee-share",
      [
        // Enterprises: half, at most 3 000.
        "half": "pay 2000.00 2000.00",
        "half-odd": "pay 166.66 166.66",  // 166.665
        "at-ceiling": "pay 3000.00 3000.00",
        "fen-above": "pay 3000.00 3000.00",  // 3 000.01
        // Institutions: 62.5 %, at most 2 000.
        "institution": "pay 1999.99 1999.99",  // 1 999.99375
        "institution-top": "pay 2000.00 2000.00",  // 2 000.00625
        // Individuals: 80 %, at most 1 000.
        "person": "pay 999.99 999.99",  // 999.992
        "person-top": "pay 1000.00 1000.00",
        "nothing-paid": "pay 0.00 0.00",
      ])
  }

  @Test("A yearly ceiling by patent type, beside one of all types by kind of applicant")
  func typeCeiling() throws {
    try check(
      "type-ceiling",
      [
        // E1 in 2021: inventions 10 000, utility models 3 000, designs 1 000, 12 000 in all.
        "inv-1": "pay 9000.00 9000.00",
        "inv-2": "reduced 2000.00 1000.00 cap:type-year",
        "uti-1": "pay 1500.00 1500.00",
        "des-1": "reduced 1000.00 500.00 cap:all-year",  // 11 500 of 12 000 are gone
        "des-2": "exhausted 1.00 0.00 cap:all-year",
        "inv-next-year": "reduced 10000.01 10000.00 cap:type-year",
        "other-firm": "pay 10000.00 10000.00",
        // Individuals: 2 000 in all.
        "person-inv": "pay 1500.00 1500.00",
        "person-uti": "reduced 600.00 500.00 cap:all-year",
      ])
  }

  @Test("Thresholds that are strict (超过) or inclusive, of counts and of sums")
  func thresholds() throws {
    try check(
      "thresholds",
      [
        // Over 10: 5 000; 50 and more: 20 000; over 100: 50 000.
        "plus-10": "refused 0.00 0.00 below-threshold",
        "plus-11": "pay 5000.00 5000.00",
        "plus-49": "pay 5000.00 5000.00",
        "plus-50": "pay 20000.00 20000.00",
        "plus-100": "pay 20000.00 20000.00",
        "plus-101": "pay 50000.00 50000.00",
        // Sales of 10 million and more: 50 000; over 50 million: 200 000; spent over 100 000.
        "below": "refused 0.00 0.00 below-threshold",
        "at-10m": "pay 50000.00 50000.00",
        "at-50m": "pay 50000.00 50000.00",
        "over-50m": "pay 200000.00 200000.00",
        "spent-at": "refused 0.00 0.00 condition:spent",
        "spent-over": "pay 50000.00 50000.00",
      ])
  }

  @Test("So much for every five beyond ten, with a maximum")
  func stepBonus() throws {
    try check(
      "step-bonus",
      [
        // 2 000 for every whole five above ten, at most 10 000.
        "ten": "refused 0.00 0.00 below-threshold",
        "fourteen": "refused 0.00 0.00 below-threshold",
        "fifteen": "pay 2000.00 2000.00",
        "nineteen": "pay 2000.00 2000.00",
        "twenty": "pay 4000.00 4000.00",
        "thirty-five": "pay 10000.00 10000.00",
        "forty": "pay 10000.00 10000.00",  // 12 000
        "most": "pay 10000.00 10000.00",
      ])
  }

  @Test("A budget of each year, of the whole city and over two items, served by order")
  func yearBudget() throws {
    try check(
      "year-budget",
      [
        // 2021: 10 000. What is decided comes first, then by day of receipt, then by id.
        "b-decided": "decided 4000.00 4000.00",
        "a-first": "pay 4000.00 4000.00",
        "c-again": "reduced 4000.00 2000.00 cap:budget",
        "c-same-day": "exhausted 4000.00 0.00 cap:budget",
        "d-late": "exhausted 4999.99 0.00 cap:budget",
        "utility": "refused 0.00 0.00 patent-type",
        // 2022: 6 000. A training is paid once a year.
        "next-year": "pay 5000.00 5000.00",
        "rest-2022": "reduced 4000.00 1000.00 cap:budget",
        "same-year": "refused 0.00 0.00 duplicate:next-year",
        "withdrawn": "closed 0.00 0.00",
        // 2023: one fen.
        "fen-2023": "reduced 4000.00 0.01 cap:budget",
      ])
    let rows = try SmallPolicies.assessed("year-budget").caps.map {
      "\($0.group.cap) \($0.group.holder) \($0.group.year ?? 0): \($0.used) of \($0.limit)"
    }
    #expect(
      rows == [
        "budget city 2021: 10000.00 of 10000.00", "budget city 2022: 6000.00 of 6000.00",
        "budget city 2023: 0.01 of 0.01",
      ])
  }

  @Test("A date on which one item ends and another begins")
  func itemEnds() throws {
    try check(
      "item-ends",
      [
        "last-day": "pay 500.00 500.00",
        "day-after": "refused 0.00 0.00 outside-validity",
        "first-of-policy": "pay 500.00 500.00",
        "before-policy": "refused 0.00 0.00 outside-validity",
        "grant-too-early": "refused 0.00 0.00 outside-validity",
        "grant-first-day": "pay 800.00 800.00",
        // Filed by 30 June 2021, the last day in.
        "filed-on-the-day": "pay 800.00 800.00",
        "filed-after": "refused 0.00 0.00 window",
      ])
  }

  @Test("What the forms can't say waits for the office's sum and its basis; a rate by yes or no")
  func unexpressed() throws {
    try check(
      "unexpressed",
      [
        "waiting": "incomplete 0.00 0.00 missing:approvedAmount missing:basis",
        "amount-alone": "incomplete 0.00 0.00 missing:basis",
        "basis-alone": "incomplete 0.00 0.00 missing:approvedAmount",
        "entered": "pay 123456.78 123456.78",
        "no-sum": "incomplete 0.00 0.00 invalid:approvedAmount",
        "decided": "decided 80000.00 80000.00",
        // 60 % up to 60 000 for high-tech enterprises, else 40 % up to 40 000.
        "high": "pay 59999.99 59999.99",  // 59 999.994
        "high-top": "pay 60000.00 60000.00",  // 60 000.012
        "plain": "pay 39999.99 39999.99",  // 39 999.996
        "plain-top": "pay 40000.00 40000.00",  // 40 000.012
      ])
  }

  @Test("A higher title, and a grant behind its filing, get the difference alone")
  func upgrade() throws {
    try check(
      "upgrade",
      [
        "city": "pay 50000.00 50000.00",
        "provincial": "reduced 100000.00 50000.00 cap:title",  // 100 000 less 50 000
        "national": "reduced 200000.00 100000.00 cap:title",  // 200 000 less 100 000
        "national-first": "pay 200000.00 200000.00",
        "provincial-later": "exhausted 100000.00 0.00 cap:title",
        "both-filed": "pay 2000.00 2000.00",
        "both-granted": "reduced 5000.00 3000.00 cap:patent",
        "granted-alone": "pay 5000.00 5000.00",
        "filed-behind": "exhausted 2000.00 0.00 cap:patent",
      ])
    // What is shown of a limit that each has of its own is the highest.
    let rows = try SmallPolicies.assessed("upgrade").caps.map {
      "\($0.group.cap) \($0.group.holder): \($0.used) of \($0.limit), over \($0.over)"
    }
    #expect(
      rows == [
        "patent 202110000001: 5000.00 of 5000.00, over 0.00",
        "patent 202110000002: 5000.00 of 5000.00, over 0.00",
        "title DOWN: 200000.00 of 200000.00, over 0.00", "title UP: 200000.00 of 200000.00, over 0.00",
      ])
  }

  @Test("Pieces of different prices, a quota in the order of a day, a condition that the office confirms")
  func quota() throws {
    try check(
      "quota",
      [
        // Three of 2021 in the order of their certificates; of one day whoever came first.
        "april": "pay 5000.00 5000.00", "may": "pay 800.00 800.00", "june": "pay 5000.00 5000.00",
        "june-later": "exhausted 800.00 0.00 cap:three", "july": "exhausted 5000.00 0.00 cap:three",
        "next-year": "pay 5000.00 5000.00",
        // Two a year; what is paid nothing is none.
        "soft": "pay 1000.00 1000.00", "nothing-paid": "pay 0.00 0.00", "work": "pay 300.00 300.00",
        "third": "exhausted 700.00 0.00 cap:two-each", "other": "pay 700.00 700.00",
        "waiting": "incomplete 0.00 0.00 missing:isOriginal",
        "no-original": "refused 0.00 0.00 condition:isOriginal",
      ])
    let rows = try SmallPolicies.assessed("quota").caps.map {
      "\($0.group.cap) \($0.group.holder) \($0.group.year ?? 0): \($0.used) of \($0.limit)"
    }
    // A piece reads as 1.00.
    #expect(
      rows == [
        "three city 2021: 3.00 of 3.00", "three city 2022: 1.00 of 3.00",
        "two-each A 2021: 2.00 of 2.00", "two-each B 2021: 1.00 of 2.00",
      ])
  }

  @Test("An invented policy of eight clauses that many cities have, none of them by a trick")
  func pengcheng() throws {
    try check(
      "pengcheng",
      [
        "zone": "pay 2400.00 2400.00",  // 20 % more
        "plain": "pay 2000.00 2000.00",
        // From the seventh annuity on half of it, for patents whose grant was paid here.
        "annual": "pay 600.00 600.00", "annual-early": "refused 0.00 0.00 window",
        "annual-no-grant": "refused 0.00 0.00 condition:needs",
        "good": "pay 300000.00 300000.00",
        "gold": "reduced 1000000.00 700000.00 cap:upgrade",  // less the 300 000
        "abroad-1": "pay 20000.00 20000.00", "abroad-2": "pay 20000.00 20000.00",
        "abroad-3": "pay 20000.00 20000.00", "abroad-4": "pay 10000.00 10000.00",
        "abroad-5": "pay 10000.00 10000.00", "abroad-6": "exhausted 10000.00 0.00 cap:countries",
        // Half of 100 000, but 80 000 were paid by others; three years at most.
        "loan-2021": "pay 20000.00 20000.00", "loan-2022": "pay 50000.00 50000.00",
        "loan-2023": "pay 50000.00 50000.00", "loan-2024": "exhausted 50000.00 0.00 cap:loan-years",
        // Half of 100 000 by 600 of 800, and at most what 120 000 leave.
        "match": "pay 20000.00 20000.00", "match-fees": "pay 37500.00 37500.00",
        "match-enough": "pay 50000.00 50000.00",
        "agency": "pay 200000.00 200000.00", "agency-199": "refused 0.00 0.00 below-threshold",
        "agency-share": "refused 0.00 0.00 share-too-low",
        "agency-open": "incomplete 0.00 0.00 missing:noPenalty",
        // Eleven agencies of 2022 with 211 to 201 grants: the last of them is the eleventh.
        "agency-211": "pay 200000.00 200000.00", "agency-210": "pay 200000.00 200000.00",
        "agency-209": "pay 200000.00 200000.00", "agency-208": "pay 200000.00 200000.00",
        "agency-207": "pay 200000.00 200000.00", "agency-206": "pay 200000.00 200000.00",
        "agency-205": "pay 200000.00 200000.00", "agency-204": "pay 200000.00 200000.00",
        "agency-203": "pay 200000.00 200000.00", "agency-202": "pay 200000.00 200000.00",
        "agency-201": "exhausted 200000.00 0.00 cap:ten",
      ])
  }
}
