import Casework
import Interchange
import Journal
import Testing

@testable import Office

/// Policy files are believed by the hash that the journal names, in a store and in a backup.
@Suite struct PolicyTrailTests {
  private static let founding = "policies/qingyuan-2018-27.json"

  /// Raises the agency's yearly cap from 50 000 to 90 000 yuan.
  private func edit(_ file: String) throws {
    try Offices.tamper(file) { bytes in
      let old = Array("\"50000元\"".utf8)
      guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else { return }
      bytes[place + 1] = UInt8(ascii: "9")
    }
  }

  private func finding(_ office: OpenOffice, line: Int, _ reason: Finding.Reason) -> Finding {
    Finding(
      file: "journal/\(office.journal.identity.writer)/000001-000001.jsonl", line: line, sequence: line - 1,
      reason: reason)
  }

  @Test(arguments: [false, true]) func anEditedFoundingFileOpensForReadingAndIsNamed(_ hasSnapshot: Bool)
    throws
  {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      if hasSnapshot { office.leave() }
      try edit(path + "/" + Self.founding)
      let expected = finding(office, line: 2, .policyDiffers(file: Self.founding))
      let opened = try Offices.open(path)
      #expect(opened.journal.readOnly == .damage && opened.journal.findings == [expected])
      #expect(opened.state.files.count == 1)
      #expect(throws: OfficeError.self) {
        try opened.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      }
      let report = try OpenOffice.verify(path, head: nil)
      #expect(report.hasDamage && report.findings.contains(expected))
    }
  }

  @Test func aMissingPolicyFileIsFound() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      try StoreFolder(path).remove(Self.founding)
      let report = try OpenOffice.verify(path, head: nil)
      #expect(report.findings == [finding(office, line: 2, .policyDiffers(file: Self.founding))])
    }
  }

  /// Somebody decided under an edited file and put the right one back.
  @Test func aLineDecidedUnderAnotherFileIsFoundAfterwards() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      let desk = try Offices.open(path)
      let line = Transaction(
        by: Offices.clerk.name, at: "2019-06-03T01:00:00Z", policy: String(repeating: "3c", count: 32),
        changes: [.aloneAllowed(true, note: "")])
      try office.journal.append(TransactionLine.write(line))
      let expected = finding(office, line: 6, .policyNotInForce)
      #expect(try OpenOffice.verify(path, head: nil).findings == [expected])
      #expect(try Offices.open(path).journal.findings == [expected])
      #expect(throws: OfficeError.self) { try desk.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk) }
      #expect(desk.journal.readOnly == .damage && desk.journal.findings == [expected])
    }
  }

  /// Behind an adoption the adopted file is in force, no longer the first.
  @Test func theFileInForceIsTheOneAdoptedLast() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      let first = office.state.policyHash
      let text = String(decoding: try Offices.policy(), as: UTF8.self).replacing(
        "\"50000元\"", with: "\"60000元\"")
      let adopted = try #require(try office.adopt(Array(text.utf8), note: "上调", by: Offices.supervisor))
      let file = "policies/qingyuan-2018-27@\(office.state.policyHash.prefix(16)).json"
      _ = try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      #expect(try OpenOffice.verify(path, head: nil).isWhole)
      #expect(try Offices.open(path).journal.readOnly == nil)
      let right = try StoreFolder(path).read(file)
      try edit(path + "/" + file)
      try Offices.tamper(path + "/" + file) { $0.append(0x0A) }
      let expected = finding(office, line: adopted.sequence + 1, .policyDiffers(file: file))
      #expect(try OpenOffice.verify(path, head: nil).findings == [expected])
      #expect(try Offices.open(path).journal.findings == [expected])
      try Offices.tamper(path + "/" + file) { $0 = right }
      let old = Transaction(
        by: Offices.clerk.name, at: "2019-06-03T01:00:00Z", policy: first,
        changes: [.aloneAllowed(true, note: "")])
      try office.journal.append(TransactionLine.write(old))
      #expect(try OpenOffice.verify(path, head: nil).findings.map(\.reason) == [.policyNotInForce])
    }
  }

  @Test func thePoliciesInABackupAreComparedToo() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      try edit(path + "/" + Self.founding)
      // A program of before takes it as it is.
      try office.journal.backup(to: folder + "/b")
      let report = try OpenOffice.verify(folder + "/b", head: nil)
      #expect(report.findings == [finding(office, line: 2, .policyDiffers(file: Self.founding))])
    }
  }

  /// Read line by line without a fold it comes to the same.
  @Test func theTrailNeedsNoFold() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      let text = String(decoding: try Offices.policy(), as: UTF8.self) + " "
      _ = try office.adopt(Array(text.utf8), note: "抄写", by: Offices.supervisor)
      let line = Transaction(by: "", at: "", policy: "", changes: [])
      try office.journal.append(TransactionLine.write(line))
      var trail = PolicyTrail(StoreFolder(path))
      let report = try office.journal.verification.run { $0.map { trail.reason($0) } }
      #expect(report.findings == [finding(office, line: 7, .policyNotInForce)])
    }
  }
}
