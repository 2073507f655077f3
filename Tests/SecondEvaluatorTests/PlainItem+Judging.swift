import CaseModel

extension PlainItem {
  /// The day the award attaches to.
  var event: CivilDate? {
    switch filing.item {
    case "agency-setup":
      guard let a = dates["registeredOn"], let b = dates["licensedOn"] else { return nil }
      return a < b ? b : a
    case "agency-growth", "filing-growth":
      return counts["year"].flatMap { CivilDate(year: $0, month: 12, day: 31) }
    case "agency-grant", "first-invention-grant", "utility-grant", "design-grant": return dates["grantedOn"]
    case "exam-fee": return dates["passedOn"]
    case "first-filing": return dates["filedOn"]
    case "recognition": return dates["listedOn"]
    case "ip-management": return dates["certifiedOn"]
    case "standard": return dates["publishedOn"]
    case "invention-examination": return dates["enteredOn"]
    default: return dates["paidOn"]
    }
  }

  private func isAllowed(_ kind: ApplicantKind) -> Bool {
    switch filing.item {
    case "agency-setup", "agency-grant", "agency-growth": kind == .agency || kind == .agencyBranch
    case "exam-fee": kind == .individual
    case "insurance": kind != .individual
    case "invention-examination", "utility-grant", "design-grant", "annual-fee": true
    default: kind == .enterprise
    }
  }

  /// Every reason to refuse the filing by itself.
  func refusals(_ applicant: Applicant, _ readings: Set<String>) -> Set<String> {
    var reasons: Set<String> = []
    func need(_ holds: Bool, _ reason: String) { if !holds { reasons.insert(reason) } }
    need(isAllowed(applicant.kind), "applicant-kind")
    let local = [
      "441800", "441802", "441803", "441821", "441823", "441825", "441826", "441881", "441882", "GXQ",
    ]
    need(local.contains(applicant.district), "not-local")
    guard let event else { return reasons }
    need((20_180_101...20_201_231).contains(Self.plain(event)), "outside-validity")
    // The lists of a year's growth come in December of that year; a year to come has no growth yet.
    need(isGrowth ? event.year <= filing.received.year : event <= filing.received, "event-after-received")
    if let number { need(number.year <= event.year, "number-after-event") }
    switch filing.item {
    case "first-invention-grant", "standard", "invention-examination", "annual-fee":
      need(number?.type == .invention, "patent-type")
    case "utility-grant": need(number?.type == .utility, "patent-type")
    case "design-grant": need(number?.type == .design, "patent-type")
    default: break
    }
    switch filing.item {
    case "agency-grant":
      need(flags["localAddress"] == true, "condition:localAddress")
      need(flags["compliant"] == true, "condition:compliant")
    case "first-filing": need(counts["priorFilings"] == 0, "condition:priorFilings")
    case "first-invention-grant": need(counts["priorInventionGrants"] == 0, "condition:priorInventionGrants")
    case "ip-management":
      need(counts["validPatents", default: 0] >= 1, "condition:validPatents")
      need(counts["filingsThisYear", default: 0] >= 5, "condition:filingsThisYear")
    case "standard":
      if let granted = dates["grantedOn"] { need(granted <= event, "condition:grantedOn") }
    case "annual-fee": need(isInWindow(byCalendar: readings.contains("annuity-window")), "window")
    case "agency-growth", "filing-growth":
      need(increase >= lowestTier, "below-threshold")
      need(hasShare(underIncrement: readings.contains("share-base")) ?? false, "share-too-low")
    default: break
    }
    return reasons
  }

  private static func plain(_ day: CivilDate) -> Int { day.year * 10_000 + day.month * 100 + day.day }

  // MARK: - Growth

  var isGrowth: Bool { filing.item.hasSuffix("-growth") }
  private var increase: Int { counts["filingsThisYear", default: 0] - counts["filingsLastYear", default: 0] }
  private var lowestTier: Int { filing.item == "agency-growth" ? 100 : 30 }

  /// Inventions not below a fifth; nil where last year's are not known but needed.
  private func hasShare(underIncrement: Bool) -> Bool? {
    let inventions = counts["inventionsThisYear", default: 0]
    if !underIncrement { return inventions * 5 >= counts["filingsThisYear", default: 0] }
    return counts["inventionsLastYear"].map { (inventions - $0) * 5 >= increase }
  }

  // MARK: - Annual fees

  /// Years of the patent are counted from the filing day; that of 29 February turns on 1 March.
  private func isInWindow(byCalendar: Bool) -> Bool {
    guard let filed = dates["filedOn"], let granted = dates["grantedOn"], let paid = dates["paidOn"],
      let annuity = counts["annuity"], granted >= filed
    else { return false }
    if byCalendar { return granted.year <= paid.year && paid.year <= granted.year + 2 }
    let turned = (filed.month, filed.day) <= (granted.month, granted.day)
    let first = granted.year - filed.year + (turned ? 1 : 0)
    return first <= annuity && annuity <= first + 2
  }

  /// Readings whose other option would let one condition come out otherwise.
  func differing() -> Set<String> {
    var differing: Set<String> = []
    if filing.item == "annual-fee", isInWindow(byCalendar: true) != isInWindow(byCalendar: false) {
      differing.insert("reading-differs:annuity-window")
    }
    if isGrowth, increase >= lowestTier, let other = hasShare(underIncrement: true),
      other != hasShare(underIncrement: false)
    {
      differing.insert("reading-differs:share-base")
    }
    return differing
  }

  // MARK: - Sums

  /// The award in fen before shared caps.
  var gross: Int64 {
    func yuan(_ yuan: Int64) -> Int64 { yuan * 100 }
    switch filing.item {
    case "agency-grant": return byType(500, 200, 100)
    case "agency-growth":
      return yuan(increase >= 300 ? 100_000 : increase >= 200 ? 50_000 : increase >= 100 ? 20_000 : 0)
    case "filing-growth":
      return yuan(increase >= 80 ? 100_000 : increase >= 50 ? 50_000 : increase >= 30 ? 20_000 : 0)
    case "exam-fee": return money["fee", default: 0]
    case "first-filing": return min(money["agencyFee", default: 0], byType(5000, 2000, 1000))
    case "first-invention-grant", "utility-grant": return yuan(1000)
    case "recognition":
      let sums: [String: Int64] = [
        "national-demonstration": 200_000, "national-advantage": 150_000, "provincial-demonstration": 150_000,
        "provincial-advantage": 100_000, "city-advantage": 80_000,
      ]
      return yuan(sums[texts["title", default: ""], default: 0])
    case "ip-management": return min(money["approvedAmount", default: 0], yuan(100_000))
    case "standard":
      return yuan(["local", "industry"].contains(texts["level", default: ""]) ? 100_000 : 200_000)
    case "insurance": return money["premiumPaid", default: 0] * 3 / 10
    case "invention-examination": return yuan(3000)
    case "design-grant": return yuan(300)
    case "annual-fee": return money["amountPaid", default: 0]
    default: return 0
    }
  }

  private func byType(_ invention: Int64, _ utility: Int64, _ design: Int64) -> Int64 {
    switch number?.type {
    case .invention: invention * 100
    case .utility: utility * 100
    case .design: design * 100
    case nil: 0
    }
  }
}
