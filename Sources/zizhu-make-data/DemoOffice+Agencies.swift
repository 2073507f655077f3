import CaseModel
import Seeded

/// Articles 1 and 2: agencies with their branches.
extension DemoOffice {
  mutating func addAgencies() throws {
    let northRiver = try ["清远市北江专利代理事务所（", "清远市北江专利代理事务所英德", "清远市北江专利代理事务所连州"].map(applicant)
    let feixia = try ["广东飞霞岭知识产权代理有限公司", "广东飞霞岭知识产权代理有限公司阳山"].map(applicant)
    let huangchuan = try applicant("清远市湟川")
    let fogang = try applicant("佛冈县观音山")
    let fogangBranch = try applicant("佛冈县观音山专利代理事务所连山")

    // One family stands 100.00 under its cap of 2019: 76 × 500 + 54 × 200 + 11 × 100 = 49 900. None of it is
    // decided, so that a new claim is cut before the clerk's eyes.
    try addGrants(northRiver[0], year: 2019, inventions: 46, utilities: 30, designs: 6, stillOpen: true)
    try addGrants(northRiver[1], year: 2019, inventions: 20, utilities: 16, designs: 3, stillOpen: true)
    try addGrants(northRiver[2], year: 2019, inventions: 10, utilities: 8, designs: 2, stillOpen: true)
    // One family was paid 300.00 over its cap of 2018 by the old office: 96 × 500 + 10 × 200 + 3 × 100.
    try addGrants(feixia[0], year: 2018, inventions: 70, utilities: 6, designs: 2, stillOpen: false)
    try addGrants(feixia[1], year: 2018, inventions: 26, utilities: 4, designs: 1, stillOpen: false)
    // What comes after an exhausted cap.
    try addGrants(feixia[0], year: 2018, inventions: 0, utilities: 1, designs: 0, stillOpen: true)

    try addGrants(northRiver[0], year: 2018, inventions: 5, utilities: 4, designs: 2, stillOpen: false)
    try addGrants(feixia[1], year: 2019, inventions: 3, utilities: 4, designs: 0, stillOpen: false)
    try addGrants(huangchuan, year: 2019, inventions: 1, utilities: 3, designs: 1, stillOpen: true)
    try addGrants(fogang, year: 2018, inventions: 2, utilities: 3, designs: 1, stillOpen: false)
    try addGrants(fogangBranch, year: 2019, inventions: 1, utilities: 2, designs: 1, stillOpen: true)

    try addSetups()
    try addAgencyGrowth()
  }

  /// Grants of one year that an agency handled; still open, or paid long ago.
  private mutating func addGrants(
    _ agency: Applicant, year: Int, inventions: Int, utilities: Int, designs: Int, stillOpen: Bool
  ) throws {
    let types =
      Array(repeating: (PatentType.invention, Money(yuan: 500)), count: inventions)
      + Array(repeating: (.utility, Money(yuan: 200)), count: utilities)
      + Array(repeating: (.design, Money(yuan: 100)), count: designs)
    for (type, award) in types {
      let patent = try newPatent(type, granted: "\(year)-01-01", "\(year)-12-31")
      handled[type, default: []].append(patent)
      // A list of grants is handed in a few times a year: open ones since the last autumn.
      let earliest = try DemoCalendar.day(stillOpen ? "2019-10-14" : "\(year)-10-08")
      let received = try calendar.openDay(
        from: DemoCalendar.day(max(patent.granted, earliest), plus: random.number(7...70)))
      let open: [Stage] = [.received, .received, .correction, .accepted, .accepted, .accepted, .reviewed]
      try file(
        "agency-grant", agency, event: patent.granted,
        [
          .text("applicationNumber", dressed(patent.number)), .day("grantedOn", patent.granted),
          .flag("localAddress", true), .flag("compliant", true),
        ],
        award: award, .stage(stillOpen ? random.pick(open) ?? .received : .paid), received: received)
    }
  }

  private mutating func addSetups() throws {
    let setups: [(agency: String, registered: String, licensed: String, yuan: Int64, stage: Stage)] = [
      ("清远市湟川", "2019-03-18", "2019-05-06", 80_000, .paid),
      ("清远市北江专利代理事务所连州", "2018-11-05", "2018-12-03", 20_000, .paid),
      ("广东飞霞岭知识产权代理有限公司阳山", "2018-02-09", "2018-05-21", 20_000, .paid),
      ("广州粤禾专利商标代理有限公司清远", "2019-10-15", "2020-01-06", 20_000, .accepted),
      ("佛冈县观音山专利代理事务所（", "2018-01-22", "2018-04-10", 80_000, .paid),
      ("佛冈县观音山专利代理事务所连山", "2019-07-02", "2019-08-19", 20_000, .published),
    ]
    for setup in setups {
      let licensed = try DemoCalendar.day(setup.licensed)
      try file(
        "agency-setup", try applicant(setup.agency), event: licensed,
        [.text("registeredOn", setup.registered), .day("licensedOn", licensed)],
        award: Money(yuan: setup.yuan), .stage(setup.stage))
    }
  }

  /// The growth of an agency's yearly count, outside the cap.
  private mutating func addAgencyGrowth() throws {
    let lists: [Growth] = [
      Growth("清远市北江专利代理事务所（", 2018, 412, 205, 103, yuan: 50_000, "2019-01-16", .paid),
      Growth("清远市北江专利代理事务所（", 2019, 733, 412, 161, yuan: 100_000, "2020-01-09", .reviewed),
      Growth("广东飞霞岭知识产权代理有限公司", 2018, 318, 207, 64, yuan: 20_000, "2018-12-20", .paid),
      Growth("广东飞霞岭知识产权代理有限公司", 2019, 420, 318, 83, yuan: nil, "2020-01-14", .accepted),
      Growth("佛冈县观音山专利代理事务所（", 2019, 148, 52, 40, yuan: nil, "2019-12-24", .received),
      Growth("清远市湟川", 2019, 121, 0, 25, yuan: 20_000, "2020-01-15", .accepted),
    ]
    for list in lists { try fileGrowth("agency-growth", list) }
  }
}
