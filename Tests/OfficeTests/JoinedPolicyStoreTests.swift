import CaseModel
import Casework
import Interchange
import Journal
import SubsidyRules
import Testing

@testable import Office

/// A store with two policies on the disk: opened, checked, followed, handed on.
@Suite struct JoinedPolicyStoreTests {
  private static let clock = Clock(today: CivilDate(year: 2021, month: 12, day: 10))
  private static let id = "qingyuan-2021-3"

  /// An agency with a grant of 2019 and one of 2021, received late in 2021, before and after the successor came.
  private func make(_ path: String) throws -> OpenOffice {
    let office = try Offices.make(path, clock: Self.clock)
    _ = try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
    for number in 1...2 { _ = try office.save(.receiveFiling(grant(number)), by: Offices.clerk) }
    _ = try office.adopt(Offices.successor(), note: "新办法施行", by: Offices.supervisor)
    for number in 3...4 { _ = try office.save(.receiveFiling(grant(number)), by: Offices.clerk) }
    return office
  }

  /// 代理授权 of an invention (500): granted in 2019 for odd numbers, in 2021 for even ones.
  private func grant(_ number: Int) -> Filing {
    var filing = Offices.grant(number)
    filing.received = Offices.day("2021-12-01")
    filing.inputs[1] = .init("grantedOn", .text(number.isMultiple(of: 2) ? "2021-05-07" : "2019-05-07"))
    return filing
  }

  private func items(_ office: OpenOffice) -> [String] {
    office.state.files.map { "\($0.filing.item) \($0.decision.award)" }
  }

  private let expected = [
    "agency-grant 500.00", "\(id)/agency-grant 500.00", "agency-grant 500.00", "\(id)/agency-grant 500.00",
  ]

  private func open(_ path: String, usingSnapshot: Bool = true) throws -> OpenOffice {
    try Offices.open(path, usingSnapshot: usingSnapshot, clock: Self.clock)
  }

  @Test func itOpensAsItWasSavedFromSnapshotAndJournal() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let office = try make(path)
      #expect(items(office) == expected)
      #expect(office.state.capUses(of: 2021).map(\.row.group.cap) == ["\(Self.id)/agency-year"])
      let replayed = try open(path, usingSnapshot: false)
      #expect(replayed.state.differing(from: office.state).isEmpty)
      office.leave()
      let restored = try open(path)
      #expect(restored.journal.findings.isEmpty && restored.state.differing(from: office.state).isEmpty)
      #expect(restored.state.policy.documents.map(\.id) == [Self.id, "qingyuan-2018-27"])
      #expect(items(restored) == expected)
      // And goes on behind the snapshot.
      _ = try restored.save(.receiveFiling(grant(6)), by: Offices.clerk)
      #expect(try open(path).state.differing(from: try open(path, usingSnapshot: false).state).isEmpty)
    }
  }

  @Test func theChainNamesTheFileThatCameLastAndEveryFileIsCompared() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let office = try make(path)
      #expect(try OpenOffice.verify(path, head: nil).findings.isEmpty)
      let joined = "policies/\(Self.id)@\(office.state.policyHash.prefix(16)).json"
      for file in [joined, "policies/qingyuan-2018-27.json"] {
        let right = try StoreFolder(path).read(file)
        try Offices.tamper(path + "/" + file) { bytes in
          bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("500元", with: "900元").utf8)
        }
        let found = try OpenOffice.verify(path, head: nil).findings.map(\.reason)
        #expect(found == [.policyDiffers(file: file)])
        #expect(try open(path, usingSnapshot: false).journal.readOnly != nil)
        try Offices.tamper(path + "/" + file) { $0 = right }
      }
      let old = Transaction(
        by: Offices.clerk.name, at: "2021-12-10T01:00:00Z",
        policy: try #require(office.state.rules.inForce.hash(of: "qingyuan-2018-27")),
        changes: [.aloneAllowed(true, note: "")])
      try office.journal.append(TransactionLine.write(old))
      #expect(try OpenOffice.verify(path, head: nil).findings.map(\.reason) == [.policyNotInForce])
    }
  }

  @Test func aDeskThatIsOpenFollowsTheAdoptionAndTheWithdrawal() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let office = try Offices.make(path, clock: Self.clock)
      _ = try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
      _ = try office.save(.receiveFiling(grant(2)), by: Offices.clerk)
      let desk = try open(path)
      _ = try office.adopt(Offices.successor(), note: "新办法施行", by: Offices.supervisor)
      #expect(try desk.follow())
      #expect(items(desk) == ["\(Self.id)/agency-grant 500.00"])
      _ = try desk.save(.receiveFiling(grant(4)), by: Offices.clerk)
      _ = try office.follow()
      _ = try office.save(.withdrawPolicy(id: Self.id, note: "误采用"), by: Offices.supervisor)
      #expect(try desk.follow())
      #expect(items(desk) == ["agency-grant 0.00", "agency-grant 0.00"])
      #expect(try OpenOffice.verify(path, head: nil).isWhole)
      #expect(try open(path, usingSnapshot: false).state.differing(from: desk.state).isEmpty)
    }
  }

  @Test func lookingAtTheEffectLeavesNoFileAndNoLine() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let office = try Offices.make(path, clock: Self.clock)
      let head = office.journal.head
      let effect = try office.effect(ofAdopting: Offices.successor(), note: "看看", by: Offices.supervisor)
      #expect(effect?.rows.isEmpty == true)
      #expect(office.journal.head == head && office.state.given.policies.count == 1)
      #expect(try StoreFolder(path).list("policies") == ["qingyuan-2018-27.json"])
      #expect(throws: OfficeError.self) {
        try office.effect(ofAdopting: Offices.successor(), note: "看看", by: Offices.clerk)
      }
      #expect(throws: OfficeError.self) {
        try office.adopt(Offices.successor(), note: "看看", by: Offices.clerk)
      }
      #expect(try StoreFolder(path).list("policies") == ["qingyuan-2018-27.json"])
    }
  }

  /// The file names both policies; where they are there in another order, the names follow.
  @Test func anExportIsTakenInWhereverBothPoliciesAre() throws {
    try Offices.withScratch { folder in
      let office = try make(folder + "/s")
      let bytes = office.exported()
      let named = try CaseFile.read(bytes) { office.state.file(ofPolicy: $0) }.policy.order
      #expect(named == ["qingyuan-2018-27", Self.id])
      let alike = try Offices.make(folder + "/alike", clock: Self.clock)
      _ = try alike.adopt(Offices.successor(), note: "新办法施行", by: Offices.supervisor)
      try take(bytes, into: alike)
      #expect(items(alike) == expected)
      #expect(alike.exported() == bytes)
      // This office began with the successor.
      let other = try OpenOffice.create(
        folder + "/other",
        office: OfficeIdentity(name: "连州市知识产权局", district: "441882", policy: Self.id, isTrial: true),
        founder: Operator(name: Offices.supervisor.name, role: .supervisor, login: nil),
        policy: try Offices.successor(), pinyin: PinyinTable(), clock: Self.clock, isShared: false)
      _ = try other.adopt(Offices.policy(), note: "旧件", by: Offices.supervisor)
      try take(bytes, into: other)
      #expect(
        items(other) == [
          "qingyuan-2018-27/agency-grant 500.00", "agency-grant 500.00",
          "qingyuan-2018-27/agency-grant 500.00",
          "agency-grant 500.00",
        ])
    }
  }

  private func take(_ bytes: [UInt8], into office: OpenOffice) throws {
    let read = try CaseFile.read(bytes) { office.state.file(ofPolicy: $0) }
    let cases = try #require(read.named(in: office.state.policy))
    _ = try office.save(
      .importCases(applicants: cases.applicants, filings: cases.filings), by: Offices.supervisor)
  }
}
