import Casework
import Interchange
import Journal
import Office
import Testing

/// A line of a kind that a later program brought opens the store for reading only, from that line on perhaps
/// incomplete, and nothing goes out of the office by it.
@Suite struct LaterKindTests {
  private static let later = Array(
    "{\"by\":\"李经办\",\"at\":\"2031-01-01T01:00:00Z\",\"policy\":\"0\",\"changes\":[{\"change\":\"flown-away\"}]}"
      .utf8)

  /// The office's clerk's filing, a line from the future, and another filing behind it.
  private func makeWithLaterLine(_ path: String) throws -> OpenOffice {
    let (office, _) = try Offices.makeWithFiling(path)
    try office.journal.append(Self.later)
    let other = try Offices.open(path)
    #expect(other.unread != nil)
    return office
  }

  private func line(_ office: OpenOffice) -> Finding {
    Finding(
      file: "journal/\(office.journal.identity.writer)/000001-000001.jsonl", line: 6, sequence: 5,
      reason: .laterKind("flown-away"))
  }

  @Test func whatCanBeReadIsShownAndTheLineIsNamed() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      _ = try makeWithLaterLine(path)
      let office = try Offices.open(path)
      #expect(office.unread == .line(line(office)) && office.journal.findings == [line(office)])
      #expect(office.state.files.count == 1 && office.journal.readOnly == .notUnderstood)
      let error = #expect(throws: OfficeError.self) { try office.requireAllRead() }
      guard case .unread(.line)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(throws: OfficeError.self) {
        try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      }
      office.leave()
      #expect(try StoreFolder(path).status(StoreLayout.snapshotFile) == nil)
    }
  }

  @Test func aDeskThatIsOpenWhenTheLineComesStopsWriting() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      let desk = try Offices.open(folder + "/s")
      try office.journal.append(Self.later)
      #expect(throws: OfficeError.self) { try desk.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk) }
      #expect(desk.unread == .line(line(desk)) && desk.journal.readOnly == .notUnderstood)
      #expect(try Offices.open(folder + "/s").state.files.count == 1, "nothing stands behind it")
    }
  }

  @Test func aStoreOfALaterFormIsLookedAtOnly() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      _ = try Offices.makeWithFiling(path)
      try Offices.tamper(path + "/store.json") { bytes in
        bytes = Array(
          String(decoding: bytes, as: UTF8.self).replacing("\"version\": 12", with: "\"version\": 13").utf8)
      }
      let office = try Offices.open(path)
      #expect(office.unread == .store(version: 13) && office.state.files.count == 1)
      #expect(throws: OfficeError.self) { try office.requireAllRead() }
    }
  }

  @Test func theFormsOfTheLinesAreThoseOfTheStore() {
    #expect(LineForm.latest == StoreIdentity.currentVersion)
  }
}
