import CaseModel

/// The policy a second time, written naively from its text: no policy file, no ledger, no trace.
///
/// Everything is worked out again for each question by walking over all filings, so that it is slow and easy to
/// check against the pages it comes from.
struct PlainEvaluator {
  let office: PlainOffice
  private let items: [String: PlainItem]
  /// All filings that ask for something, in the order in which they are served.
  private let order: [Filing]

  init(_ office: PlainOffice) {
    self.office = office
    let underIncrement = office.readings.contains("share-base")
    let items = Dictionary(
      uniqueKeysWithValues: office.filings.map { ($0.id, PlainItem($0, underIncrement: underIncrement)) })
    self.items = items
    order = office.filings.sorted { a, b in
      if (a.decided != nil) != (b.decided != nil) { return a.decided != nil }
      if a.received != b.received { return a.received < b.received }
      return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
  }

  /// Every filing's result, and the caps that were drawn on.
  func evaluate() -> (results: [String: PlainResult], caps: [PlainCap]) {
    var results: [String: PlainResult] = [:]
    var caps: [PlainCap] = []
    var holders: [String: String] = [:]
    for filing in order {
      guard let item = items[filing.id], let applicant = office.applicant(filing.applicant) else { continue }
      if filing.stage == .rejected || filing.stage == .withdrawn {
        results[filing.id] = PlainResult(outcome: "closed")
        continue
      }
      // What was decided takes its key and its room with what of them can be read.
      let isDecided = filing.decided != nil
      let key =
        item.gaps.isEmpty || isDecided && item.gaps.isDisjoint(with: keyGaps(item)) ? onceKey(item) : nil
      let place = item.gaps.isEmpty || isDecided ? cap(item) : nil
      if let decided = filing.decided {
        let kept = decided.fen - (filing.reclaimed?.fen ?? 0)
        results[filing.id] = PlainResult(outcome: "decided", gross: decided.fen, award: kept)
        if let key, holders[key] == nil { holders[key] = filing.id }
        if let place { use(place, kept, &caps) }
        continue
      }
      guard item.gaps.isEmpty else {
        results[filing.id] = PlainResult(outcome: "incomplete", reasons: item.gaps)
        continue
      }
      var result = PlainResult(outcome: "pay", warnings: item.differing())
      result.reasons = item.refusals(applicant, office.readings)
      if result.reasons.isEmpty, let key, let first = holders[key] { result.reasons = ["duplicate:" + first] }
      guard result.reasons.isEmpty else {
        result.outcome = "refused"
        results[filing.id] = result
        continue
      }
      if let key { holders[key] = filing.id }
      result.gross =
        filing.item == "agency-setup" ? (applicant.kind == .agency ? 8_000_000 : 2_000_000) : item.gross
      result.award = result.gross
      if let place {
        let used = caps.first { $0.cap == place.cap && $0.holder == place.holder && $0.year == place.year }
        let room = max(0, place.limit - (used?.used ?? 0))
        if room < result.gross {
          result.award = room
          result.outcome = room == 0 ? "exhausted" : "reduced"
          result.reasons = ["cap:" + place.cap]
        }
        use(place, result.award, &caps)
      }
      if let event = item.event, event.year == 2018, event.month < 7 || (event.month == 7 && event.day < 4) {
        result.warnings.insert("retroactive")
      }
      results[filing.id] = result
    }
    return (results, caps.sorted { ($0.cap, $0.holder, $0.year) < ($1.cap, $1.holder, $1.year) })
  }

  private func use(_ place: PlainCap, _ sum: Int64, _ caps: inout [PlainCap]) {
    if let at = caps.firstIndex(where: {
      $0.cap == place.cap && $0.holder == place.holder && $0.year == place.year
    }) {
      caps[at].used += sum
    } else {
      var new = place
      new.used = sum
      caps.append(new)
    }
  }

  /// The shared cap that an item draws on.
  private func cap(_ item: PlainItem) -> PlainCap? {
    guard let year = item.event?.year else { return nil }
    switch item.filing.item {
    case "agency-grant":
      return PlainCap(
        cap: "agency-year", holder: office.family(item.filing.applicant), year: year, limit: 5_000_000,
        used: 0)
    case "insurance":
      return PlainCap(
        cap: "insurance-year", holder: item.filing.applicant, year: year, limit: 1_000_000, used: 0)
    default: return nil
    }
  }

  /// What is said of an item's inputs without which nobody knows what it may be paid once for.
  private func keyGaps(_ item: PlainItem) -> Set<String> {
    let inputs: [String] =
      switch item.filing.item {
      case "agency-grant", "invention-examination", "utility-grant", "design-grant": ["applicationNumber"]
      case "agency-growth", "filing-growth": office.readings.contains("growth-once") ? [] : ["year"]
      case "recognition": ["title"]
      case "standard": office.readings.contains("standard-once") ? [] : ["standardNumber"]
      case "insurance": ["policyNumber", "invoiceNumber"]
      case "annual-fee": ["applicationNumber", "annuity"]
      default: []
      }
    return Set(inputs.flatMap { ["missing:" + $0, "invalid:" + $0] })
  }

  /// The column "paid once per" of the table.
  private func onceKey(_ item: PlainItem) -> String {
    let applicant = item.filing.applicant
    let number = item.number?.bareText ?? ""
    func text(_ name: String) -> String { TextFolding.unique(item.texts[name] ?? "") }
    let year = office.readings.contains("growth-once") ? "" : String(item.counts["year"] ?? 0)
    let parts: [String]
    switch item.filing.item {
    case "agency-grant", "invention-examination", "utility-grant", "design-grant": parts = [number]
    case "agency-growth": parts = [office.family(applicant), year]
    case "filing-growth": parts = [applicant, year]
    case "recognition": parts = [applicant, text("title")]
    case "standard":
      parts = office.readings.contains("standard-once") ? [applicant] : [applicant, text("standardNumber")]
    case "insurance": parts = [text("policyNumber"), text("invoiceNumber")]
    case "annual-fee": parts = [number, String(item.counts["annuity"] ?? 0)]
    default: parts = [applicant]
    }
    return ([item.filing.item] + parts).joined(separator: "\n")
  }
}
