import Glibc
import Journal
import Testing

@testable import Office

/// The sign that somebody else has a record open: of desks that live, in nobody's way.
@Suite struct OpenRecordsTests {
  private func signs(_ store: String) throws -> [String] {
    try StoreFolder(store).list("drafts").filter { $0.hasSuffix(".open") }
  }

  @Test func eachDeskSeesWhatIsOpenAtTheOthers() throws {
    try Offices.withScratch { path in
      let (first, second) = (
        try Offices.make(path + "/s").openRecords(), try Offices.open(path + "/s").openRecords()
      )
      #expect(second.others().isEmpty)
      #expect(try signs(path + "/s").isEmpty)
      first.show(["F1", "F2"], by: "李经办")
      second.show(["F2"], by: "陈主管")
      #expect(second.others() == ["F1": ["李经办"], "F2": ["李经办"]])
      #expect(first.others() == ["F2": ["陈主管"]])
      // Another record, then none.
      first.show(["F3"], by: "李经办")
      #expect(second.others() == ["F3": ["李经办"]])
      first.show([], by: "李经办")
      #expect(second.others().isEmpty)
      #expect(try signs(path + "/s").count == 1)
    }
  }

  /// A desk that has ended without a word leaves its file unlocked: it says nothing and is taken away.
  @Test func whatADeadDeskLeftSaysNothing() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      var dead: OpenRecords? = office.openRecords()
      dead?.show(["F1"], by: "李经办")
      let other = office.openRecords()
      #expect(other.others() == ["F1": ["李经办"]])
      dead = nil
      #expect(try signs(path + "/s").count == 1)
      #expect(other.others().isEmpty)
      #expect(try signs(path + "/s").isEmpty)
    }
  }

  /// Nothing that stands there is in anybody's way, nor a draft, nor a finding of the store.
  @Test func aSignIsNoDraftAndNoStrayFile() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      let here = office.openRecords()
      here.show(["F1"], by: "李经办")
      #expect(office.drafts(of: Offices.clerk).leftBehind().isEmpty)
      #expect(try OpenOffice.verify(path + "/s", head: nil).findings.isEmpty)
      try StoreFolder(path + "/s").replace("drafts/0000000a.open", with: Array("{\"format\":".utf8))
      #expect(office.openRecords().others() == ["F1": ["李经办"]])
    }
  }

  /// A store that the login can't write tells nobody, and does not fail.
  @Test func withoutTheFolderNothingIsTold() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      rmdir(path + "/s/drafts")
      #expect(office.openRecords().others().isEmpty)
    }
  }
}
