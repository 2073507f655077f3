import CaseModel
import Casework
import Journal
import Seeded
import SubsidyRules
import Testing

@testable import Office

/// Random walks of a city and two counties through everything that goes between them: work, withdrawals, bundles old and
/// new, copied disks, stores that were lost and given back, verdicts of every kind on whatever is found, replies in any
/// order. After each act the city is whole, what its books say was paid is what went out, and nothing takes effect on
/// another basis; at the end every office that goes on says of its filings what the city says. With ZIZHU_LONG_TESTS more
/// and longer ones.
@Suite struct CityWalkTests {
  @Test func sumsNeverPart() throws {
    let walks = Offices.isLong ? 40 : 3
    var happened: [CityWalk.Act: Int] = [:]
    // The last are long walks that once found a fault.
    let longest = [24, 28, 33].map { ($0, 120) }
    for (seed, acts) in (1...walks).map({ ($0, Offices.isLong ? 120 : 60) }) + longest {
      try Offices.withScratch { folder in
        var walk = try CityWalk(folder, seed: seed)
        do {
          for act in 1...acts {
            try walk.act()
            try walk.check()
            if act.isMultiple(of: 12) { try walk.reopen() }
          }
          try walk.finish()
        } catch { Issue.record("\(error) in \(walk.comment)") }
        for act in Set(walk.said.map(\.act)) { happened[act, default: 0] += 1 }
      }
    }
    // What happens in hardly any walk is held by none. An office begins behind what it knows that its city has, so that
    // hardly anything is missing.
    for act in CityWalk.Act.allCases where act != .hold {
      #expect(happened[act, default: 0] > walks / 3, "\(act)")
    }
  }
}

/// One such walk.
struct CityWalk {
  static let codes = ["441881", "441882"]

  /// What comes about, each as far as nobody refused it.
  enum Act: CaseIterable {
    case receive, handUp, withdraw, account, bundle, takeIn, known, hold, fork, commit, publish,
      pay,
      sendBack,
      reclaim, undo, reject, rule, reply, take, copy, recover
  }

  var town: Town
  let seed: Int
  var random: SeededNumbers
  /// The machines of each office, the one that goes on first.
  var machines: [String: [OpenOffice]] = [:]
  var bundles: [[UInt8]] = []
  var replies: [String: [[UInt8]]] = [:]
  /// What went out and did not come back, by what the city was asked to do.
  var paid = MoneyTotal.zero
  var said: [(act: Act, of: String)] = []

  /// Which walk, and how far it went.
  var comment: Comment {
    Comment(rawValue: "seed \(seed): \(said.map { "\($0.act) \($0.of)" }.joined(separator: "; "))")
  }

  init(_ folder: String, seed: Int) throws {
    self.seed = seed
    random = SeededNumbers(seed)
    town = try Town(folder, counties: Self.codes)
    for code in Self.codes {
      let office = try town.county(code)
      machines[code] = [office]
      _ = try office.save(.enterApplicant(Town.agency(code)), by: town.head(code))
      for _ in 0..<4 { try receive(at: office, code) }
      try handUp(at: office, code)
      try bundle(at: office, code)
      try gather(Array(bundles.suffix(1)))
    }
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &random) }

  private mutating func one<Value>(of values: some Collection<Value>) -> Value? {
    values.randomElement(using: &random)
  }

  /// Runs what may be refused; anything else fails.
  private mutating func attempt(_ act: Act, _ what: String, _ work: () throws -> Void) throws {
    do {
      try work()
      said.append((act, what))
    } catch OfficeError.refused {
    } catch OfficeError.exchange {
    }
  }

  // MARK: - Acts

  mutating func act() throws {
    let code = Self.codes[roll(2)]
    guard let office = one(of: machines[code] ?? []) else { return }
    let head = town.head(code)
    switch roll(26) {
    case 0...4: for _ in 0...roll(3) { try receive(at: office, code) }
    case 5...6: try handUp(at: office, code)
    case 7: try withdraw(at: office, head)
    case 8:
      var agency = Town.agency(code)
      agency.account = "4400123456\(1000 + roll(9000))"
      try attempt(.account, code) { _ = try office.save(.changeApplicant(agency), by: head) }
    case 9...11:
      try bundle(at: office, code)
      // Most sticks come soon, others late, again, or never.
      if roll(3) > 0 { try gather(Array(bundles.suffix(1))) }
    case 12...14: try gather((0...roll(2)).compactMap { _ in one(of: bundles.suffix(8)) })
    case 15...17: for _ in 0...3 + roll(4) { try decide() }
    case 18...19: try rule()
    case 20...21:
      replies[code, default: []].append(try town.city.reply(to: code, by: town.mayor).bytes)
      said.append((.reply, code))
      if roll(2) == 0 { try take(at: office, code) }
    case 22: try take(at: office, code)
    case 23...24: try copy(code, office)
    default: try rule()
    }
  }

  private mutating func receive(at office: OpenOffice, _ code: String) throws {
    // Some share the agency's yearly cap, and are decided in turn; others stand under no cap.
    var filing = roll(3) == 0 ? Offices.grant(roll(12)) : Offices.ownGrant(roll(24))
    filing.applicant = "\(code)-A00001"
    filing.received = Offices.day("2019-06-\(10 + roll(19))")
    try attempt(.receive, "\(filing.inputs.first.map { "\($0.value)" } ?? "") \(code)") { [town] in
      let saved = try office.save(.receiveFiling(filing), by: town.head(code))
      let ids = saved?.changes.compactMap(\.record) ?? []
      try town.take([.accept, .review], ids, at: office, by: town.head(code))
    }
  }

  private mutating func handUp(at office: OpenOffice, _ code: String) throws {
    let open = office.own.files.filter { [.reviewed, .sentBack, .accepted].contains($0.standing) }
    for file in open where roll(4) > 0 {
      try attempt(.handUp, file.filing.id) { [town] in
        for step in file.standing == .reviewed ? [Step.handUp] : [.review, .handUp] {
          try town.take([step], [file.filing.id], at: office, by: town.head(code))
        }
      }
    }
  }

  private mutating func bundle(at office: OpenOffice, _ code: String) throws {
    bundles.append(try office.bundle(all: roll(6) == 0, isPlain: false, by: town.head(code)).bytes)
    said.append((.bundle, "\(code) \(machines[code]?.firstIndex { $0 === office } ?? 0)"))
  }

  /// One of the last two replies comes, as it may.
  private mutating func take(at office: OpenOffice, _ code: String) throws {
    guard let reply = one(of: (replies[code] ?? []).suffix(2)) else { return }
    try attempt(.take, code) { [town] in
      _ = try office.take(try office.reply(reply), by: town.head(code))
    }
  }

  private mutating func withdraw(at office: OpenOffice, _ who: SignedIn) throws {
    guard let file = one(of: office.own.files) else { return }
    var request = StepRequest(.withdraw, [office.state.row(file.filing.id)])
    request.paper = "撤回申请书"
    try attempt(.withdraw, file.filing.id) { _ = try office.save(.step(request), by: who) }
  }

  private mutating func gather(_ files: [[UInt8]]) throws {
    guard !files.isEmpty else { return }
    let plan = try town.gather(files, at: town.city)
    tell(plan)
    #expect(plan.refused.isEmpty, comment)
  }

  private mutating func tell(_ plan: GatherPlan) {
    for row in plan.rows {
      switch row.outcome {
      case .new(let records): said.append((.takeIn, "\(records) of \(row.office)"))
      case .known: said.append((.known, row.office))
      case .held(let missing): said.append((.hold, "\(missing) of \(row.office)"))
      case .fork(let fork): said.append((.fork, "\(fork) of \(row.office)"))
      case .retired, .damaged: Issue.record("\(row.outcome) \(comment)")
      }
    }
  }

  /// The city takes any step on any filing, most often the one that comes next, and books what went out.
  private mutating func decide() throws {
    let next: [Standing: [(Step, Act)]] = [
      .handedUp: [
        (.commit, .commit), (.commit, .commit), (.commit, .commit), (.sendBack, .sendBack),
        (.reject, .reject),
      ],
      .approved: [(.publish, .publish), (.publish, .publish), (.undo, .undo)],
      .published: [(.pay, .pay), (.pay, .pay), (.pay, .pay), (.undo, .undo)],
      .paid: [(.reclaim, .reclaim), (.undo, .undo)],
    ]
    let isAny = roll(5) == 0
    let files = town.city.state.files.filter { isAny || next[$0.standing] != nil }
    guard let file = one(of: files) else { return }
    let id = file.filing.id
    let steps = next.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
    let (step, act) = one(of: isAny ? steps : next[file.standing] ?? steps) ?? (.commit, .commit)
    var request = StepRequest(step, [town.city.state.row(id)])
    request.note = "已核"
    if step == .reclaim { (request.amount, request.grounds) = (Money(yuan: 100), ["audit"]) }
    let before = town.city.state.file(id)?.balance.kept ?? .zero
    try attempt(act, id) { [town] in _ = try town.city.save(.step(request), by: town.mayor) }
    let after = town.city.state.file(id)?.balance.kept ?? .zero
    paid = paid + MoneyTotal(after) - MoneyTotal(before)
  }

  private mutating func rule() throws {
    // Nothing of an office is decided while its history parts: that is ruled on first, more often than not.
    let (isOld, isFork) = (roll(4) == 0, roll(2) == 0)
    guard let joint = town.city.joint,
      let conflict = isFork && !town.open(.fork).isEmpty
        ? town.open(.fork).first : one(of: joint.conflicts.filter { isOld || $0.ruling == nil }),
      let choice = one(of: joint.choices(on: conflict)), case .verdict(let verdict) = choice
    else { return }
    let ruling = Ruling(
      conflict: conflict.id, verdict: verdict, parties: conflict.parties, note: "已核")
    try attempt(.rule, "\(conflict.id) \(verdict)") { [town] in
      _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
    }
  }

  /// A disk is copied, or a store that was lost is given back as far as it was gathered.
  private mutating func copy(_ code: String, _ office: OpenOffice) throws {
    guard (machines[code]?.count ?? 0) < 3 else { return }
    let (number, name) = (machines[code]?.count ?? 0, "\(code)-\(said.count)")
    let backup = town.folder + "/\(name).backup"
    if roll(2) == 0 {
      let keys = try office.keys()
      var made: OpenOffice.Recovery?
      try attempt(.recover, "\(code) as \(number)") { [town] in
        made = try town.city.recovery(of: code, in: town.folder, by: town.mayor)
      }
      guard let made else { return }
      let bytes = try OpenOffice.backup(in: made.bytes, with: keys, fingerprint: made.fingerprint)
      try StoreFolder(town.folder).replace("\(name).backup", with: bytes)
    } else {
      _ = try office.journal.backup(to: backup)
      said.append((.copy, "\(code) as \(number)"))
    }
    machines[code]?.append(try town.restored(backup, as: name, keysOf: office))
  }

  // MARK: - What always holds

  func check() throws {
    let state = town.city.state
    let kept = state.files.reduce(MoneyTotal.zero) { $0 + MoneyTotal($1.balance.kept) }
    #expect(kept == paid, comment)
    let spent = state.spending(of: 2019).months.reduce(MoneyTotal.zero) { $0 + $1.net }
    #expect(spent == paid, comment)
    for kind in state.tieOut().map(\.kind) {
      switch kind {
      case .paidUncounted, .decidedTwice: continue
      default: Issue.record("\(kind) \(comment)")
      }
    }
    for use in state.sums.capUses.values { #expect(use.decided <= use.row.used, comment) }
  }

  /// The city's store says of itself what the city says, from its snapshot and from its lines.
  func reopen() throws {
    let again = try Offices.open(town.city.path, clock: Town.clock)
    #expect(CityOutcome(again) == CityOutcome(town.city), comment)
    let whole = try Offices.open(town.city.path, usingSnapshot: false, clock: Town.clock)
    #expect(CityOutcome(whole) == CityOutcome(town.city), comment)
    let findings = try OpenOffice.verify(town.city.path, head: nil).findings.filter { !$0.isOrdinary }
    #expect(findings.isEmpty, "\(findings) \(comment)")
  }

  /// The machines that go on hand over what they have, the city rules on every fork, and each office hears of it.
  mutating func finish() throws {
    for code in Self.codes {
      for office in machines[code] ?? [] {
        let bytes = try office.bundle(all: false, isPlain: false, by: town.head(code)).bytes
        tell(try town.gather([bytes], at: town.city))
      }
    }
    for _ in 0..<9 {
      guard let fork = town.open(.fork).first,
        let choice = town.city.joint?.choices(on: fork).randomElement(using: &random),
        case .verdict(let tail) = choice
      else { break }
      try town.rule(fork, tail)
      said.append((.rule, "\(tail)"))
    }
    #expect(town.open(.fork).isEmpty, comment)
    try check()
    try reopen()
    for code in Self.codes {
      let known = town.city.own.offices.office(code)
      let gathered = known?.gathered?.head
      // Of whom the city has ruled that another continuation counts, nothing goes on here.
      let isWhole = town.city.others.contains { $0.writer == known?.writer && $0.limit == nil }
      let live = (machines[code] ?? []).filter { isWhole && $0.journal.head.link.hex == gathered?.link }
      guard let office = live.first else { continue }
      _ = try office.take(
        try office.reply(try town.city.reply(to: code, by: town.mayor).bytes), by: town.head(code))
      try compare(office)
    }
  }

  /// What an office says of its filings is what the city says of them, but for those that stand in conflicts.
  private func compare(_ office: OpenOffice) throws {
    let joint = try #require(town.city.joint)
    let inConflict = Set(
      joint.conflicts.filter { [.moved, .void, .noRight].contains($0.kind) }.flatMap(\.filings))
    let writer = office.journal.identity.writer
    for file in office.own.files {
      guard let id = joint.state.id(among: OfficeFiling(writer: writer, id: file.filing.id)) else {
        Issue.record("\(file.filing.id) is not at the city \(comment)")
        continue
      }
      let there = try #require(joint.state.file(id), comment)
      guard !inConflict.contains(id), joint.noted.uncounted[id] == nil else { continue }
      #expect(there.standing == file.standing, "\(id) \(comment)")
      #expect(there.filing.decided == file.filing.decided, "\(id) \(comment)")
      #expect(there.balance.kept == file.balance.kept, "\(id) \(comment)")
    }
  }
}
