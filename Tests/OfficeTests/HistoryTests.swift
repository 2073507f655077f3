import CaseModel
import Casework
import Journal
import Office
import Testing

/// Every change of a record can be read again with what stood before, and put back by a line of its own.
@Suite struct HistoryTests {
  private func changedTwice(_ folder: String) throws -> (office: OpenOffice, versions: [Filing]) {
    let (office, filing) = try Offices.makeWithFiling(folder + "/s")
    var second = filing
    second.inputs[1] = .init("grantedOn", .text("2019-05-10"))
    _ = try office.save(.changeFiling(second), by: Offices.supervisor)
    // Other records are saved in between.
    _ = try office.save(.receiveFilings([Offices.grant(5), Offices.grant(6)]), by: Offices.clerk)
    var third = second
    third.overrides = [.init("applicationNumber", reason: "证书如此")]
    _ = try office.save(.changeFiling(third), by: Offices.clerk)
    return (office, [filing, second, third])
  }

  @Test(arguments: [false, true]) func whoWhenAndWhatStoodBefore(_ isRestored: Bool) throws {
    try Offices.withScratch { folder in
      let (made, versions) = try changedTwice(folder)
      made.leave()
      let office = isRestored ? try Offices.open(folder + "/s") : made
      let history = try #require(try office.history(of: versions[0].id))
      #expect(history.map(\.entry.by) == [Offices.clerk.name, Offices.supervisor.name, Offices.clerk.name])
      #expect(history.map(\.entry.sequence) == [4, 5, 7])
      #expect(history.map(\.after) == versions.map(RecordContent.filing))
      #expect(history.map(\.before) == [nil, .filing(versions[0]), .filing(versions[1])])
      #expect(
        history[1].differences
          == [.init(field: .input("grantedOn"), before: "2019-05-07", after: "2019-05-10")])
      #expect(try office.history(of: "441881-2019-999999") == nil)
    }
  }

  @Test func anApplicantHasAHistoryToo() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      var changed = Offices.agency
      changed.account = "44009876543210"
      changed.contact = "李会计"
      _ = try office.save(.changeApplicant(changed), by: Offices.supervisor)
      let history = try #require(try office.history(of: "A001"))
      #expect(history.count == 2 && history[1].before == .applicant(Offices.agency))
      #expect(history[1].differences.map(\.field) == [.applicant(.contact), .applicant(.account)])
    }
  }

  @Test func undoingWritesALineAndCanBeUndone() throws {
    try Offices.withScratch { folder in
      let (office, versions) = try changedTwice(folder)
      let id = versions[0].id
      let records = office.journal.head.sequence
      _ = try office.undo(id, by: Offices.supervisor)
      #expect(office.state.file(id)?.filing == versions[1] && office.journal.head.sequence == records + 1)
      let undone = try #require(office.state.file(id)?.history.last)
      #expect(undone.by == Offices.supervisor.name && undone.undoes == 7)
      _ = try office.undo(id, by: Offices.clerk)
      #expect(office.state.file(id)?.filing == versions[2], "undoing the undoing")
      let reopened = try Offices.open(folder + "/s", usingSnapshot: false)
      #expect(reopened.state.file(id)?.history == office.state.file(id)?.history)
      #expect(try office.history(of: id)?.map(\.after).last == .filing(versions[2]))
    }
  }

  @Test func whatCameFirstCannotBeUndone() throws {
    try Offices.withScratch { folder in
      let (office, filing) = try Offices.makeWithFiling(folder + "/s")
      for id in [filing.id, "nothing"] {
        let error = #expect(throws: OfficeError.self) { try office.undo(id, by: Offices.clerk) }
        if case .nothingToUndo = error {} else { Issue.record("\(String(describing: error))") }
      }
    }
  }

  @Test func whatAnotherHasChangedSinceIsNotUndone() throws {
    try Offices.withScratch { folder in
      let (office, versions) = try changedTwice(folder)
      let other = try Offices.open(folder + "/s")
      var fourth = versions[2]
      fourth.inputs[3] = .init("compliant", .flag(false))
      _ = try other.save(.changeFiling(fourth), by: Offices.supervisor)
      let error = #expect(throws: OfficeError.self) { try office.undo(versions[0].id, by: Offices.clerk) }
      if case .overtaken(.record) = error {} else { Issue.record("\(String(describing: error))") }
      #expect(office.state.file(versions[0].id)?.filing == fourth)
    }
  }

  @Test func aLineThatCannotBeReadAnyMoreIsSaidSo() throws {
    try Offices.withScratch { folder in
      let (office, versions) = try changedTwice(folder)
      try Offices.tamper(try Offices.segment(folder + "/s")) { bytes in
        let old = Array("2019-05-10".utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else { return }
        bytes[place + 9] = UInt8(ascii: "1")
      }
      let history = try #require(try office.history(of: versions[0].id))
      #expect(history.count == 3 && history[1].after == nil && history[0].after != nil)
    }
  }
}
