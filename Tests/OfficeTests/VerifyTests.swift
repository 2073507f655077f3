import Casework
import Journal
import Office
import Testing

/// What a verification of an office finds besides the chain.
@Suite struct VerifyTests {
  @Test func aChangedPolicyFileIsFound() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      _ = try Offices.makeWithFiling(path)
      let policy = "policies/qingyuan-2018-27.json"
      try Offices.tamper(path + "/" + policy) { bytes in
        let old = Array("\"50000元\"".utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else { return }
        bytes[place + 1] = UInt8(ascii: "9")
      }
      let report = try OpenOffice.verify(path, head: nil)
      #expect(report.findings == [Finding(file: policy, reason: .policyDiffers)] && report.hasDamage)
    }
  }

  @Test func aMissingPolicyFileIsFound() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      _ = try Offices.makeWithFiling(path)
      try StoreFolder(path).remove("policies/qingyuan-2018-27.json")
      let report = try OpenOffice.verify(path, head: nil)
      #expect(report.findings.map(\.file) == ["policies/qingyuan-2018-27.json"] && report.hasDamage)
    }
  }

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
