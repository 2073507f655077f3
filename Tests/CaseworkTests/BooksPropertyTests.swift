import CaseModel
import Casework
import Glibc
import Interchange
import Seeded
import SubsidyRules
import Testing

/// Whatever is done, the books tie: caps, totals, batches, recoveries, the fund of both years, what is exported and what
/// is folded anew. A slice here; ten thousand steps where there is time (`ZIZHU_LONG_TESTS`).
struct BooksPropertyTests {
  private static let isLong = getenv("ZIZHU_LONG_TESTS") != nil

  @Test(arguments: 0..<(isLong ? 5 : 2))
  func `After each step the books tie`(_ seed: Int) throws {
    var walk = try RandomBooks(seed: seed)
    for step in 0..<(Self.isLong ? 2_000 : 160) {
      walk.step()
      try tie(walk, "seed \(seed), step \(step)")
      try export(walk, "seed \(seed), step \(step)")
      if step % (Self.isLong ? 200 : 80) == 79 {
        #expect(
          try walk.office.state.differing(from: walk.office.reopened()).isEmpty, "seed \(seed), step \(step)")
      }
    }
    // Otherwise it would show little.
    let done = Set(
      walk.office.saves.flatMap(\.changes).compactMap { change -> Step? in
        if case .stepped(_, let taken) = change { taken.step } else { nil }
      })
    for step in [Step.batch, .pay, .bounce, .revise, .confirm, .reclaim, .undo, .object] {
      #expect(done.contains(step) || !Self.isLong, "\(step), seed \(seed)")
    }
    #expect(done.contains(.batch) && done.contains(.pay), "seed \(seed)")
    #expect(walk.joined > 0, "seed \(seed)")
  }

  private func tie(_ walk: RandomBooks, _ place: String) throws {
    let (state, books) = (walk.office.state, walk.books)
    let loose = state.tieOut()
    // Article 12: 10 000 a year for one enterprise. What two records were given apart stays when a word makes them one,
    // and a recovery that did not happen after all brings its money back under the cap: then alone is it over, by just that.
    let overruns = loose.filter { if case .overrun = $0.kind { true } else { false } }
    #expect(
      overruns.map(\.found).sorted() == walk.insured().filter { $0 > RandomBooks.ceiling }.sorted(),
      "\(place)")
    #expect(walk.over <= walk.overBefore || walk.mayRunOver, "\(place)")
    #expect(loose.count == overruns.count, "\(place): \(loose)")
    // The treasury's months, from the saves alone.
    var months: [String: Int64] = [:]
    for year in 2019...2021 {
      for line in state.spending(of: year).months where line.net != .zero {
        months["\(year)-\(line.month < 10 ? "0" : "")\(line.month)"] = Int64(line.net.fen)
      }
    }
    #expect(months == books.cash, "\(place)")
    // Each filing's money, and what all of it comes to by year of the event.
    var (kept, awards): ([String: Int64], [Int: Int128]) = ([:], [:])
    for file in state.files {
      let balance = file.balance
      if balance.kept > .zero { kept[file.filing.id] = balance.kept.fen }
      let account = file.recoveries
      #expect(account.outstanding == balance.openRecovery, "\(place), \(file.filing.id)")
      let back = account.demands.reduce(Int64(0)) { $0 + $1.returned.fen + $1.setOff.fen }
      #expect(back == balance.recovered.fen, "\(place), \(file.filing.id)")
      if file.filing.decided != nil { awards[file.year, default: 0] += Int128(file.decision.award.fen) }
    }
    #expect(kept == books.kept.filter { $0.value > 0 }, "\(place)")
    for year in 2018...2020 {
      let used = FundLine.whole(state.fund(of: year)).used
      #expect(used.fen == awards[year] ?? 0, "\(place), fund of \(year)")
    }
    // What one payment keeps back has come back on the other filing, and nowhere else.
    let setOffs = books.setOffs
    #expect(setOffs.kept == setOffs.came, "\(place)")
    // Every list as it was made; what waits on it is still owed, and no debt is set off twice.
    #expect(Set(state.books.batches.map(\.id)) == Set(books.batches.keys), "\(place)")
    var claimed: [String: Int64] = [:]
    for batch in state.books.batches {
      let rows = state.rows(of: batch)
      let listed = Dictionary(rows.map { ($0.filing, $0.payment) }, uniquingKeysWith: { first, _ in first })
      #expect(listed == books.batches[batch.id], "\(place), \(batch.id)")
      for row in rows where row.fate == .open {
        let owed = try #require(state.file(row.filing)).balance.owed
        #expect(owed >= row.payment.amount, "\(place), \(row.filing)")
        // A list of before two records were parted is not paid, so that it keeps nothing from being listed anew.
        if let setOff = row.payment.setOff, row.at > walk.parted {
          claimed[setOff.filing, default: 0] += setOff.amount.fen
        }
      }
    }
    for (filing, sum) in claimed {
      let open = try #require(state.file(filing)).balance.openRecovery.fen
      // Cash may have come meanwhile: then the list is not paid.
      #expect(sum <= max(open, walk.mostOwed[filing] ?? 0), "\(place), \(filing)")
    }
  }

  /// What is exported and read again comes to the same.
  private func export(_ walk: RandomBooks, _ place: String) throws {
    let state = walk.office.state
    let file = CaseFile(
      policy: state.policy, applicants: state.statedApplicants(), filings: state.statedFilings())
    let read = try CaseFile.read(file.write()) { _ in state.policy }
    let assessed = Assessment(policy: state.policy, applicants: read.applicants, filings: read.filings)
    let awards = Dictionary(
      assessed.rows.map { ($0.filing.id, $0.decision.award) }, uniquingKeysWith: { first, _ in first })
    for file in state.files {
      #expect(awards[file.filing.id] == file.decision.award, "\(place), \(file.filing.id)")
    }
  }
}

/// Random work in an office: claims of three applicants under two caps, all that happens to money, and two records of one
/// enterprise that are joined and parted.
private struct RandomBooks {
  private(set) var office: TestOffice
  private(set) var books = PlainBooks()
  /// The most that was ever open of a filing.
  private(set) var mostOwed: [String: Int64] = [:]
  /// Whether the last word says that E1 and E2 are one.
  private(set) var isOneUnit = false
  /// When they were parted last.
  private(set) var parted = ""
  /// By how much the cap of insurance is over, after the last step and before it.
  private(set) var (over, overBefore) = (MoneyTotal.zero, MoneyTotal.zero)
  /// Whether the last step was one that may leave it over.
  private(set) var mayRunOver = false
  static let ceiling = MoneyTotal(Money(yuan: 10_000))
  /// How often they were joined.
  private(set) var joined = 0
  private var random: SeededNumbers
  private var serial: UInt64 = 0

  init(seed: Int) throws {
    office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(
          id: "E2", name: "英德市旧名瓷厂", kind: .enterprise, district: "441881", bank: "英德农商行",
          account: "1238001321")), by: "李经办")
    random = SeededNumbers(seed)
  }

  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  mutating func step() {
    let known = office.saves.count
    work()
    for save in office.saves[known...] { books.take(save) }
    overBefore = over
    over = insured().reduce(.zero) { $0 + max($1 - Self.ceiling, .zero) }
    mayRunOver = office.saves[known...].flatMap(\.changes).contains { change in
      switch change {
      case .personsTold: true
      case .stepped(_, let taken): taken.detail == .undone(.reclaim)
      default: false
      }
    }
    for file in office.state.files {
      mostOwed[file.filing.id] = max(mostOwed[file.filing.id] ?? 0, file.balance.openRecovery.fen)
    }
  }

  /// What each enterprise was given for insurance, the two records as one where they are.
  func insured() -> [MoneyTotal] {
    var sums: [String: MoneyTotal] = [:]
    for file in office.state.files where file.filing.item == "insurance" && file.filing.decided != nil {
      sums[isOneUnit ? "E" : file.filing.applicant, default: .zero] += file.decision.award
    }
    return Array(sums.values)
  }

  private mutating func work() {
    // Days go by, over the end of a year.
    if roll(12) == 0, let later = office.today.adding(days: roll(20) + 1), later.year < 2021 {
      office.today = later
    }
    switch roll(10) {
    case 0, 1: receive()
    case 2: if roll(4) == 0 { tell() } else { change() }
    default:
      guard let file = office.state.files.randomElement(using: &random) else { return receive() }
      move(file)
    }
  }

  private mutating func receive() {
    serial += 1
    let day = office.today.description
    let filing: Filing? =
      switch roll(3) {
      case 0:
        // 500 each under a cap of 50 000: large ones come from outside, so that the cap is near.
        try? TestFilings.agencyGrant("F\(serial)", TestFilings.application(2017, 1, serial), received: day)
      case 1:
        // 30 % of up to 40 000, at most 10 000 a year.
        Filing(
          id: "F\(serial)", item: "insurance", applicant: roll(2) == 0 ? "E1" : "E2", received: office.today,
          inputs: [
            .init("policyNumber", .text("P\(serial)")), .init("invoiceNumber", .text("\(serial)")),
            .init("premiumPaid", .text("\(roll(40_000)).33")), .init("paidOn", .text("2019-05-20")),
          ])
      default:
        try? TestFilings.utilityGrant("F\(serial)", TestFilings.application(2018, 2, serial), received: day)
      }
    guard let filing else { return }
    try? office.act(.receiveFiling(filing), by: "李经办")
  }

  /// Another account, which stops lists that wait.
  private mutating func change() {
    guard var applicant = office.state.people.applicants.randomElement(using: &random) else { return }
    applicant.account = "12360\(10_000 + roll(90_000))"
    try? office.act(.changeApplicant(applicant), by: "吴经办")
  }

  /// A supervisor's word that the two records are one, or that taken back.
  private mutating func tell() {
    let word = PersonWord(isOneUnit ? .withdraw : .link, ["E1", "E2"], note: "核对营业执照")
    let seen = office.state.consequences(of: word)
    guard (try? office.act(.tellPersons(word, seen: seen), by: "周主管")) != nil else { return }
    isOneUnit.toggle()
    if isOneUnit { joined += 1 } else { parted = office.saves.last?.at ?? parted }
  }

  /// Something that may be done with a filing from where it stands, by whoever may.
  private mutating func move(_ file: FiledFiling) {
    let steps = office.state.steps(offeredTo: "赵主管", for: file).map(\.step)
    let usual = steps.filter { ![.reject, .withdraw, .correct, .undo].contains($0) }
    let pool = roll(8) == 0 || usual.isEmpty ? steps : usual
    guard let step = pool.randomElement(using: &random) else { return }
    // Whatever else waits where this one does goes with it, as in an office.
    var ids = [file.filing.id]
    if step == .batch || step == .pay, roll(2) == 0 {
      let others = office.state.files.filter {
        $0.standing == file.standing && $0.filing.id != file.filing.id
      }
      ids += others.prefix(roll(4)).map(\.filing.id)
    }
    let whole = file.balance.whole.fen
    let amount = Money(fen: Int64.random(in: 0...max(whole, 1) * 5 / 4, using: &random))
    let setsOff = roll(2) == 0
    for name in ["李经办", "钱复核", "孙复核", "赵主管", "周主管"] {
      let request = office.request(step, ids) { request in
        request.mode = .thoseThatFit
        request.note = "试"
        request.paper = "文书"
        request.way = .mail
        request.grounds = Ground.of(step).prefix(1).map(\.rawValue)
        if step == .revise || step == .reclaim { request.amount = amount }
        if step == .pay || step == .batch { request.setsOffWhatIsOwed = setsOff }
      }
      if (try? office.act(.step(request), by: name)) != nil { return }
    }
  }
}
