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
  /// What `zizhu verify` told when the store was put here.
  private static let head =
    "ae9a8d6b1425fe91f38910ba1ba75eeb/1/5/47a4c97235a7a87c6c479f5fb5a9a4b8720b3d9493a93f12cd0ed06b00790671"

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

  @Test func itsChainHoldsAndItsHeadIsTheOneThatWasNoted() throws {
    try Offices.withScratch { folder in
      let path = try copied(1, into: folder)
      let report = try OpenOffice.verify(path, head: JournalHead(Self.head))
      #expect(!report.hasDamage && report.findings.isEmpty)
      #expect(report.records == 5)
    }
  }
}
