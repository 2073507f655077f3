import CaseModel
import Casework
import FoundationEssentials
import Journal
import Office
import SubsidyRules
import Testing

/// A store of each format that was ever released opens with today's program, and goes on.
///
/// The stores lie in `KeptStores` as they were written then and are never made again; a new format adds one.
@Suite struct KeptStoreTests {
  /// What `zizhu verify` told when each store was put here, by its form, with how many records it has.
  ///
  /// 2 was written by a program of that form, 5 by one of its own; 3 and 4 were begun by the program of form 2 and gone
  /// on with by that of form 5, which raised them no further than their lines needed.
  private static let heads = [
    (
      1, 5,
      "ae9a8d6b1425fe91f38910ba1ba75eeb/1/5/47a4c97235a7a87c6c479f5fb5a9a4b8720b3d9493a93f12cd0ed06b00790671"
    ),
    (
      2, 4,
      "58d1582f5ef071d8c6e0eb41d767449b/1/4/7f0e0e96ba5e6992fdb5b49be66245a38e2b038a843a9de01332787daa9c6f5a"
    ),
    (
      3, 4,
      "560a67a1ef8fcf470d8283828a44f2d2/1/4/8c4ed1cd207bd81610c72e0d6c8a15014c69f7cc66641d639894c738b999aff2"
    ),
    (
      4, 5,
      "183330daa55a7d435f899578ad145353/1/5/25024ed0f444b308087f52719442667bdab4dc2bbbe9f9b0ea7a64e1009f4175"
    ),
    (
      5, 7,
      "56b639b5e02c9f5e3444d881046678bd/1/7/89572487c44e6febed8002ebc163c15d0efc1c71a03a93b554bb208427f9f413"
    ),
    (
      6, 4,
      "8da0a56668d080dfb608239e552814a2/1/4/49fb619ca3e857cfe998c11376d855f07ec9b145659b011425f5f8da376c5dc0"
    ),
    (
      8, 7,
      "fb0df4cef4731c720c8225d98570cecb/1/7/13471a719655270367d724061851046523569ae234ad2088fd65b8ee42b0724b"
    ),
    (
      9, 7,
      "24e9e52ffd8a48555eb7864bf27f7ce4/1/7/69b02aaa76b9500ec3ac1ce86c99ed7988db7792d7ee18caebb7eafe3def5c20"
    ),
    (
      10, 4,
      "4c07cec70f9e515c47e040d17b91cdaa/1/4/8973c0769531dafe11d4691b7cd0ba801b0c5a8b48edd95975736cfa100b2c0a"
    ),
    (
      11, 4,
      "0b799112721864c532ac7ed3a23fb784/1/4/29baf690a97b856d662b598eb3fcb48f9cf5e25c3e79663f3d78c3c459c65599"
    ),
  ]

  private func copied(_ format: Int, into folder: String) throws -> String {
    let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "KeptStores/\(format)")
    let path = folder + "/store"
    try FileManager.default.copyItem(atPath: kept.path, toPath: path)
    return path
  }

  /// In each a grant of a utility model (article 18: 1 000.00), at least accepted, and 30 % of a premium of 9 100.01
  /// (article 12: 2 730.00).
  @Test(arguments: heads.map { ($0.0, $0.1) })
  func itOpensWithTheSameAwardsAndGoesOn(_ format: Int, _ records: Int) throws {
    try Offices.withScratch { folder in
      let path = try copied(format, into: folder)
      let office = try Offices.open(path)
      #expect(office.unread == nil && office.journal.readOnly == nil && office.journal.findings.isEmpty)
      #expect(office.journal.identity.version == format)
      #expect(office.state.office?.name == "英德市知识产权局")
      let standing: Standing = [4: .approved, 5: .published, 8: .approved, 9: .approved][format] ?? .accepted
      #expect(office.state.file("F1")?.standing == standing)
      #expect(office.state.file("F1")?.decision.award == Money(fen: 100_000))
      let premium = format == 1 ? "441881-2019-000001" : "F2"
      #expect(office.state.file(premium)?.decision.award == Money(fen: 273_000))
      #expect(office.state.sums.byYear[2019]?.award.description == "3730.00")
      var applicant = try #require(office.state.applicant("E1"))
      applicant.account = "1236002321"
      #expect(try office.save(.changeApplicant(applicant), by: Offices.clerk)?.sequence == records + 1)
    }
  }

  /// Whoever was added has a one-time code and no PIN yet.
  @Test func theSecondFormsCodeWaitsForItsOperator() throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(2, into: folder))
      let reviewer = try #require(office.state.house.operators.first { $0.name == "钱芳" })
      #expect(reviewer.code != nil && reviewer.pin == nil)
    }
  }

  /// The branch left its head on 2019-06-05: what it filed before counts there, what it files from then on does not.
  @Test func theThirdFormsBranchLeavesOnItsDay() throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(3, into: folder))
      #expect(office.state.applicant("BRANCH")?.parent == nil)
      let changes = office.state.people.parentChanges["BRANCH"]
      #expect(changes?.map(\.from.description) == ["2019-06-05"])
    }
  }

  /// What F1 was approved on is read back, not worked out again.
  @Test(arguments: [4, 5, 8, 9]) func theFourthFormsDecisionIsTheOneThatWasKept(_ format: Int) throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(format, into: folder))
      let approved = try #require(try office.approved("F1"))
      #expect(approved.kept.decision.award == Money(fen: 100_000) && !approved.isRemade)
    }
  }

  /// F1 was taken although its applicant gets nothing for a time, with a reason; its approval of then keeps no doubt of it,
  /// though what is known today still tells of it.
  @Test func theEighthFormsApprovalHasNoDoubts() throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(8, into: folder))
      let file = try #require(office.state.file("F1"))
      #expect(file.filing.override(of: Filing.ban) == "已提出复议，先收件")
      #expect(try #require(file.approval).step.doubts.isEmpty)
      #expect(office.state.patentDoubts(of: file.filing).count == 1)
    }
  }

  /// As in the eighth form's, and the approval keeps the doubt of then.
  @Test func theNinthFormsApprovalKeepsItsDoubt() throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(9, into: folder))
      let file = try #require(office.state.file("F1"))
      #expect(
        try #require(file.approval).step.doubts == [
          .banned(
            until: Offices.day("2024-06-01"), reason: "提供虚假材料", record: "441881-R00001", taken: "已提出复议，先收件")
        ])
    }
  }

  /// It has enrolled an office, and nothing of that one.
  @Test(arguments: [10, 11]) func theTenthFormsCityHasItsOffice(_ format: Int) throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(format, into: folder))
      #expect(office.own.offices.enrolled.map(\.code) == ["441882"] && office.own.offices.admitted.isEmpty)
    }
  }

  /// F1 waits in the batch that was listed then, 1 000.00.
  @Test func theFifthFormsBatchWaits() throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(5, into: folder))
      let batch = try #require(office.state.batch("441881-P2026-001"))
      #expect(office.state.openFilings(of: batch) == ["F1"])
      #expect(office.state.rows(of: batch).map(\.payment.amount) == [Money(fen: 100_000)])
    }
  }

  @Test(arguments: heads)
  func itsChainHoldsAndItsHeadIsTheOneThatWasNoted(_ format: Int, _ records: Int, _ head: String) throws {
    try Offices.withScratch { folder in
      let path = try copied(format, into: folder)
      let report = try OpenOffice.verify(path, head: JournalHead(head))
      #expect(!report.hasDamage && report.findings.isEmpty)
      #expect(report.records == records)
    }
  }
}
