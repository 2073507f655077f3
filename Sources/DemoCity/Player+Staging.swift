import CaseModel
import Casework
import Interchange
import Journal
import Office
import SubsidyRules

/// What the counties do, and what goes wrong on the way, so that the city has something to rule on.
///
/// A step by somebody who could not needs a program that breaks the rules: it is not staged.
extension Player {
  /// Every county hands up what it has reviewed.
  func work() throws {
    clock.set("2020-03-29T09:00")
    for desk in counties where desk.code != Self.quiet {
      let accepted = ids(at: desk, .accepted)
      try step(.review, Array(accepted.prefix(Self.reviewed)), at: desk)
      try handUpWhatFits(desk)
    }
  }

  /// So many of its accepted filings each county brings up to review.
  private static let reviewed = 6

  func stage() throws {
    try renameInOneOffice()
    try runBackAClock()
    let gapped = try loseABundle()
    let forked = try continueTwice()
    let others = ["441802", "441803", "441823", "441825", "441881", "GXQ"]
    var files: [[UInt8]] = []
    for code in others {
      let bytes = try bundle(county(code))
      files.append(bytes)
      if code == "441881" { try put(bytes, "报送件-441881-1.zb") }
    }
    clock.set("2020-03-30T09:00")
    try gather(files + [gapped] + forked, covers: coverThatDiffers())
    try gatherAnOldMachine()
    try decideAndBeOvertaken()
    clock.set("2020-03-31T16:00")
    // What lies there still: new work of one county, of which the city knows nothing yet.
    let newer = try county("441803")
    try step(.accept, ids(at: newer, .received), at: newer)
    try put(bundle(newer), "报送件-441803-2.zb")
  }

  /// Makes a store of a backup, which goes on with links that follow from its name.
  private func restore(_ backup: String, as name: String) throws {
    var options = JournalOptions()
    options.seed = "demo-city/\(name)"
    _ = try Journal.restore(backup, to: folder + "/" + name, options: options, replaying: { _ in })
  }

  private func put(_ bytes: [UInt8], _ name: String) throws {
    let file = StoreFolder(sticks)
    try file.replace(name, with: bytes)
  }

  // MARK: - 4: one applicant under two names

  private func renameInOneOffice() throws {
    let (one, other) = (try county("441802"), try county("441881"))
    let shared = other.office.own.people.applicants.first { applicant in
      applicant.kind.isUnit && applicant.code != nil && one.office.own.applicant(applicant.id) != nil
    }
    guard var applicant = shared else { throw Missing(code: other.code) }
    applicant.name += "（更名）"
    try other.save(.changeApplicant(applicant))
  }

  // MARK: - 12: a clock that ran back

  private func runBackAClock() throws {
    let desk = try county("441823")
    let waiting = ids(at: desk, .accepted, .received)
    clock.set("2020-03-25T10:00")
    try step(.accept, waiting, at: desk)
    try desk.save(.addOperator(Operator(name: "经办441823", role: .clerk, login: nil)))
    clock.set("2020-03-29T15:00")
  }

  // MARK: - 2: a bundle that never came

  /// The county goes on from what a city acknowledged whose disk was lost: the first bundle is missing here.
  private func loseABundle() throws -> [UInt8] {
    let desk = try county("441882")
    let copy = folder + "/lost.backup"
    _ = try city.office.journal.backup(to: copy)
    try restore(copy, as: "lost")
    let lost = try OpenOffice.open(folder + "/lost", pinyin: source.pinyin, clock: clock.clock)
    try lost.makeKeys(seed: "demo-city/\(Self.cityCode)")
    let who = try lost.signIn(city.who.name, login: "", pin: nil)
    let first = try bundle(desk)
    try put(first, "报送件-441882-1.zb")
    let plan = try lost.rehearse([.bundle(name: "报送件", bytes: first)])
    _ = try lost.gather(plan, by: who)
    let reply = try lost.reply(to: desk.code, by: who).bytes
    _ = try desk.office.take(try desk.office.reply(reply), by: desk.who)
    let accepted = ids(at: desk, .accepted)
    try step(.review, Array(accepted.suffix(2)), at: desk)
    try handUpWhatFits(desk)
    return try bundle(desk)
  }

  // MARK: - 14: a cover that differs

  /// Somebody at the city types a filing more than the bundle brings.
  private func coverThatDiffers() throws -> [String: [CoverLine]] {
    let desk = try county("441823")
    guard var line = desk.office.own.coverLines.first else { throw Missing(code: desk.code) }
    line.filings += 1
    return [desk.code: [line]]
  }

  // MARK: - 3: one history, two continuations

  private func continueTwice() throws -> [[UInt8]] {
    let desk = try county("441821")
    let copy = folder + "/forked.backup"
    _ = try desk.office.journal.backup(to: copy)
    let received = ids(at: desk, .received)
    try step(.accept, Array(received.prefix(1)), at: desk)
    let first = try bundle(desk)
    try restore(copy, as: "forked")
    let clone = try OpenOffice.open(folder + "/forked", pinyin: source.pinyin, clock: clock.clock)
    try clone.makeKeys(seed: "demo-city/441821")
    let who = try clone.signIn(desk.who.name, login: "", pin: nil)
    let other = Desk(code: desk.code, name: desk.name, path: folder + "/forked", office: clone, who: who)
    try step(.accept, Array(received.suffix(2)), at: other)
    return [first, try bundle(other)]
  }

  // MARK: - 9, 10, 11: a machine that never joined

  /// An old machine of a county with a policy file of its own, which knows a district that the city's does not, so that it
  /// pays what the city refuses, and which
  /// counts its receipts anew.
  private func gatherAnOldMachine() throws {
    let known = #""441800", "441802""#
    let text = String(decoding: source.policy, as: UTF8.self)
    guard let place = text.firstRange(of: known) else { throw Missing(code: "policy") }
    var policy = text
    policy.replaceSubrange(place, with: #"{"code": "SFQ", "name": "示范区", "liesIn": "441825"}, "# + known)
    clock.set("2020-03-30T10:00")
    let desk = try Self.make(
      "441825", "连山县知识产权局旧机", in: folder, source, Array(policy.utf8), clock, as: "441825-old")
    let person = Applicant(id: "441825-A00001", name: "莫瑶生", kind: .individual, district: "SFQ")
    try desk.save(.enterApplicant(person))
    // It pays by its own policy: the city's knows no such district, and takes it for one of elsewhere.
    let patent = ApplicationNumber(digits: 2018_2000_0001, count: 12)
    let grant = Filing(
      id: "", item: "utility-grant", applicant: person.id,
      received: CivilDate(year: 2020, month: 3, day: 20) ?? .first,
      inputs: [
        .init("applicationNumber", .text(patent?.description ?? "")), .init("grantedOn", .text("2020-03-03")),
      ])
    try desk.save(.receiveFiling(grant))
    let path = folder + "/old.backup"
    let head = try desk.office.journal.backup(to: path)
    let plan = try city.office.rehearse([.backup(path: path, heads: [head])])
    _ = try city.office.gather(plan, by: city.who)
  }

  // MARK: - 7, 13: what was touched behind the city's back

  private func decideAndBeOvertaken() throws {
    clock.set("2020-03-30T14:00")
    let desk = try county("441881")
    var committed: [String] = []
    for id in ids(at: desk, .handedUp) where committed.count < 3 {
      committed += try step(.commit, [id], at: city, note: "已按全市次序核对")
    }
    guard committed.count == 3 else { throw Missing(code: desk.code) }
    let files = committed.compactMap { desk.office.own.file($0) }
    guard var applicant = files.first.flatMap({ desk.office.own.applicant($0.filing.applicant) }) else {
      throw Missing(code: desk.code)
    }
    clock.set("2020-03-31T09:00")
    applicant.account = "44009988776655"
    try desk.save(.changeApplicant(applicant))
    var withdrawal = StepRequest(.withdraw, [desk.office.state.row(committed[2])])
    withdrawal.paper = "申请人撤回申请书"
    try desk.save(.step(withdrawal))
    try gather([bundle(desk)])
  }
}
