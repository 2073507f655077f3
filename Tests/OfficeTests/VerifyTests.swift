import Casework
import Journal
import Office
import Testing

/// What a verification of an office finds besides the chain.
@Suite struct VerifyTests {
  @Test func aLineThatNobodyUnderstandsIsFound() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      try office.journal.append(
        Array("{\"by\":\"李经办\",\"at\":\"\",\"policy\":\"\",\"changes\":[{\"change\":\"flown-away\"}]}".utf8))
      let report = try OpenOffice.verify(path, head: nil)
      #expect(report.findings.map(\.reason) == [.laterKind("flown-away")] && !report.hasDamage)
      #expect(report.findings.first?.line == 6 && report.findings.first?.sequence == 5)
    }
  }

  @Test func aBackupIsCheckedToo() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      let head = try office.journal.backup(to: folder + "/b")
      #expect(try OpenOffice.verify(folder + "/b", head: head).isWhole)
      _ = try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      let report = try OpenOffice.verify(folder + "/b", head: office.journal.head)
      #expect(report.findings.map(\.reason) == [.headMissing])
    }
  }
}
