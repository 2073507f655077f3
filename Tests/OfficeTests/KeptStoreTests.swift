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
  private static let heads = [
    (
      1, 5,
      "ae9a8d6b1425fe91f38910ba1ba75eeb/1/5/47a4c97235a7a87c6c479f5fb5a9a4b8720b3d9493a93f12cd0ed06b00790671"
    ),
    (
      6, 4,
      "8da0a56668d080dfb608239e552814a2/1/4/49fb619ca3e857cfe998c11376d855f07ec9b145659b011425f5f8da376c5dc0"
    ),
  ]

  private func copied(_ format: Int, into folder: String) throws -> String {
    let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "KeptStores/\(format)")
    let path = folder + "/store"
    try FileManager.default.copyItem(atPath: kept.path, toPath: path)
    return path
  }

  /// A grant of a utility model (article 18: 1 000.00), accepted with its papers in order, and 30 % of a premium of
  /// 9 100.01 (article 12: 2 730.00).
  @Test func theFirstFormatOpensAndGoesOn() throws {
    try Offices.withScratch { folder in
      let path = try copied(1, into: folder)
      let office = try Offices.open(path)
      #expect(office.state.office?.name == "英德市知识产权局")
      #expect(office.state.file("F1")?.standing == .accepted)
      #expect(office.state.file("F1")?.decision.award == Money(fen: 100_000))
      #expect(office.state.file("441881-2019-000001")?.decision.award == Money(fen: 273_000))
      #expect(office.state.totalsByYear[2019]?.award.description == "3730.00")
      var applicant = try #require(office.state.applicant("E1"))
      applicant.account = "1236002321"
      #expect(try office.save(.changeApplicant(applicant), by: Offices.clerk)?.sequence == 6)
    }
  }

  /// The same grant, 1 000.00, accepted, and the same premium, 2 730.00, taken in from a file.
  @Test func theSixthFormatOpensAndGoesOn() throws {
    try Offices.withScratch { folder in
      let office = try Offices.open(copied(6, into: folder))
      #expect(office.state.file("F1")?.standing == .accepted)
      #expect(office.state.file("F1")?.decision.award == Money(fen: 100_000))
      #expect(office.state.file("F2")?.decision.award == Money(fen: 273_000))
      #expect(office.state.totalsByYear[2019]?.award.description == "3730.00")
      var applicant = try #require(office.state.applicant("E1"))
      applicant.account = "1236002321"
      #expect(try office.save(.changeApplicant(applicant), by: Offices.clerk)?.sequence == 5)
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
