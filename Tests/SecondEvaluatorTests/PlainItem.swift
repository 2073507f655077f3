import CaseModel

/// One filing's inputs read for one item, written out by hand from the table of the fifteen items.
struct PlainItem {
  /// Inputs by name with their kind, as the table lists them.
  static let inputs: [String: [(name: String, kind: String)]] = [
    "agency-setup": [("registeredOn", "date"), ("licensedOn", "date")],
    "agency-grant": [
      ("applicationNumber", "number"), ("grantedOn", "date"), ("localAddress", "flag"), ("compliant", "flag"),
    ],
    "agency-growth": growth,
    "exam-fee": [
      ("basis", "household employment business study"), ("passedOn", "date"), ("fee", "money"),
    ],
    "first-filing": [
      ("applicationNumber", "number"), ("filedOn", "date"), ("agencyFee", "money"), ("priorFilings", "count"),
    ],
    "first-invention-grant": [
      ("applicationNumber", "number"), ("grantedOn", "date"), ("priorInventionGrants", "count"),
    ],
    "filing-growth": growth,
    "recognition": [
      (
        "title",
        "national-demonstration national-advantage provincial-demonstration provincial-advantage city-advantage"
      ), ("documentNumber", "text"), ("listedOn", "date"),
    ],
    "ip-management": [
      ("certificateNumber", "text"), ("certifiedOn", "date"), ("validPatents", "count"),
      ("filingsThisYear", "count"), ("approvedAmount", "money"), ("basis", "text"),
    ],
    "standard": [
      ("applicationNumber", "number"), ("enterpriseStandard", "text"), ("standardNumber", "text"),
      ("level", "local industry national international"), ("grantedOn", "date"), ("publishedOn", "date"),
    ],
    "insurance": [
      ("policyNumber", "text"), ("invoiceNumber", "text"), ("premiumPaid", "money"), ("paidOn", "date"),
    ],
    "invention-examination": [("applicationNumber", "number"), ("enteredOn", "date")],
    "utility-grant": [("applicationNumber", "number"), ("grantedOn", "date")],
    "design-grant": [("applicationNumber", "number"), ("grantedOn", "date")],
    "annual-fee": [
      ("applicationNumber", "number"), ("filedOn", "date"), ("grantedOn", "date"), ("annuity", "annuity"),
      ("amountPaid", "money"), ("paidOn", "date"),
    ],
  ]
  private static let growth = [
    ("year", "year"), ("filingsThisYear", "count"), ("filingsLastYear", "count"),
    ("inventionsThisYear", "count"), ("inventionsLastYear", "count"),
  ]

  var filing: Filing
  var dates: [String: CivilDate] = [:]
  var money: [String: Int64] = [:]
  var counts: [String: Int] = [:]
  var flags: [String: Bool] = [:]
  var texts: [String: String] = [:]
  var number: ApplicationNumber?
  /// What is missing or can't be read.
  var gaps: Set<String> = []

  init(_ filing: Filing, underIncrement: Bool) {
    self.filing = filing
    for (name, kind) in Self.inputs[filing.item] ?? [] {
      let raw = filing.input(name)
      if raw == nil || raw == .null || raw == .text("") {
        if name != "inventionsLastYear" || underIncrement { gaps.insert("missing:" + name) }
      } else if !read(raw, name, kind) {
        gaps.insert("invalid:" + name)
      }
    }
    for (part, whole) in [
      ("inventionsThisYear", "filingsThisYear"), ("inventionsLastYear", "filingsLastYear"),
    ] {
      if let a = counts[part], let b = counts[whole], a > b { gaps.insert("invalid:" + part) }
    }
  }

  private mutating func read(_ raw: RawInput?, _ name: String, _ kind: String) -> Bool {
    switch (raw, kind) {
    case (.text(let text), "date"): dates[name] = CivilDate(text)
    case (.text(let text), "money"): money[name] = Money(text)?.fen
    case (.text(let text), "number"):
      switch ApplicationNumber.read(text) {
      case .number(let read): number = read
      case .wrongCheck(let read): number = filing.override(of: name) == nil ? nil : read
      default: return false
      }
      return number != nil
    case (.text(let text), "text"): texts[name] = TextFolding.isBlank(text) ? nil : text
    case (.text(let text), _): texts[name] = kind.split(separator: " ").map(String.init).first { $0 == text }
    case (.count(let count), "count"): counts[name] = (0...1_000_000).contains(count) ? count : nil
    case (.count(let count), "annuity"): counts[name] = (1...20).contains(count) ? count : nil
    case (.count(let count), "year"): counts[name] = (1...9999).contains(count) ? count : nil
    case (.flag(let flag), "flag"): flags[name] = flag
    default: return false
    }
    return dates[name] != nil || money[name] != nil || texts[name] != nil || counts[name] != nil
      || flags[name] != nil
  }
}
