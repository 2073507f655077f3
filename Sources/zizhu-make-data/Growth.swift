import CaseModel

/// A yearly list of patent applications, as growth items count them.
struct Growth {
  var name: String
  var year: Int
  var filings: Int
  var filingsBefore: Int
  var inventions: Int
  var inventionsBefore: Int?
  var yuan: Int64?
  var received: String
  var progress: DemoOffice.Progress

  init(
    _ name: String, _ year: Int, _ filings: Int, _ filingsBefore: Int, _ inventions: Int, before: Int? = nil,
    yuan: Int64?, _ received: String, _ stage: Stage
  ) {
    self.name = name
    self.year = year
    self.filings = filings
    self.filingsBefore = filingsBefore
    self.inventions = inventions
    inventionsBefore = before
    self.yuan = yuan
    self.received = received
    progress = .stage(stage)
  }
}

extension DemoOffice {
  mutating func fileGrowth(_ item: String, _ growth: Growth) throws {
    var inputs: [Filing.Input] = [
      .count("year", growth.year), .count("filingsThisYear", growth.filings),
      .count("filingsLastYear", growth.filingsBefore), .count("inventionsThisYear", growth.inventions),
    ]
    if let before = growth.inventionsBefore { inputs.append(.count("inventionsLastYear", before)) }
    try file(
      item, try applicant(growth.name), event: try DemoCalendar.day("\(growth.year)-12-31"), inputs,
      award: growth.yuan.map(Money.init(yuan:)), growth.progress,
      received: try calendar.openDay(from: DemoCalendar.day(growth.received)))
  }
}
