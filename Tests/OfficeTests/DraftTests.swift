import Casework
import Glibc
import Journal
import Testing

@testable import Office

/// What a desk has not saved: on the disk, its own, and there after the desk has ended.
@Suite struct DraftTests {
  private static let phone = "13807630099"

  private static let work = UnsavedWork(
    filing: UnsavedForm(
      amended: .init(id: "441881-2019-000001", revision: 3, award: 50_000),
      chosen: [.init("item", "agency-grant"), .init("applicant", "A001")],
      fields: [.init("item", ""), .init("received", "今天"), .init("grantedOn", "2019.5\"\\\n")],
      ticks: [
        PaperTick(paper: "application", copies: 1, hasOriginal: true),
        PaperTick(paper: "licence", verdict: .missing),
        PaperTick(paper: "account", copies: 1, pages: 2, verdict: .failing("户名不符")),
      ], focus: 4),
    list: UnsavedList(columns: ["a", "b"], rows: [["", "是"], ["ZL 2018", ""]], row: 1, column: 1),
    applicant: UnsavedForm(chosen: [], fields: [.init("phone", phone)], focus: 5),
    record: UnsavedForm(
      amended: .init(id: "441881-R00002", revision: 2), chosen: [.init("kind", "training")],
      fields: [.init("topic", "专利申请实务")], focus: 2))

  private func files(_ store: String) throws -> [String] {
    try StoreFolder(store).list("drafts").filter { !$0.hasSuffix(".new") }
  }

  @Test func whatWasTypedComesBackWhenItsDeskHasEnded() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      var keeper: DraftKeeper? = office.drafts(of: Offices.clerk)
      try keeper?.keepNow(Self.work)
      #expect(try files(path + "/s").count == 1)
      #expect(try files(path + "/s")[0].hasPrefix("李经办-"))
      // While the desk lives nobody else is offered it.
      let other = try Offices.open(path + "/s").drafts(of: Offices.clerk)
      #expect(other.leftBehind().isEmpty)
      keeper = nil
      let left = try #require(other.leftBehind().first)
      #expect(left.work == Self.work)
      // Nor is somebody else, of the same login.
      #expect(office.drafts(of: Offices.supervisor).leftBehind().isEmpty)
    }
  }

  @Test func onlyOneDeskTakesADraftUp() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      try office.drafts(of: Offices.clerk).keepNow(Self.work)
      let (first, second) = (office.drafts(of: Offices.clerk), office.drafts(of: Offices.clerk))
      let left = try #require(first.leftBehind().first)
      #expect(try first.adopt(left))
      #expect(try !second.adopt(left))
      #expect(second.leftBehind().isEmpty)
      try second.discard(left)
      #expect(try files(path + "/s").count == 1)
      // What was taken up goes on under its name and goes when it is saved.
      try first.keepNow(UnsavedWork(applicant: Self.work.applicant))
      #expect(try files(path + "/s").count == 1)
      try first.keepNow(UnsavedWork())
      #expect(try files(path + "/s").isEmpty)
    }
  }

  /// A draft that could not be written matters no more once what it held is saved: neither is it complained of, nor
  /// is an older one offered again.
  @Test func whatIsSavedIsNotComplainedOf() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      let keeper = office.drafts(of: Offices.clerk)
      try keeper.keepNow(Self.work)
      let name = try files(path + "/s")[0]
      // Where the next one is written first something else lies, as good as a full disk.
      #expect(mkdir(path + "/s/drafts/" + name + ".new", 0o700) == 0)
      var work = Self.work
      work.list?.row = 0
      try keeper.keep(work)
      try keeper.keepNow(UnsavedWork())
      #expect(try files(path + "/s").isEmpty)
      // What is still being typed is complained of.
      try keeper.keep(work)
      var error: FileError?
      for _ in 0..<2000 where error == nil {
        do throws(FileError) { try keeper.keep(work) } catch let failure { error = failure }
        usleep(1000)
      }
      #expect(error != nil)
    }
  }

  @Test func keepingGoesOnBesideTheDesk() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      let keeper = office.drafts(of: Offices.clerk)
      var work = Self.work
      for number in 0..<50 {
        work.list?.row = number
        try keeper.keep(work)
      }
      try keeper.keepNow(work)
      let name = try files(path + "/s")[0]
      let read = try #require(DraftFile.read(try StoreFolder(path + "/s").read("drafts/" + name)))
      #expect(read.work == work)
      #expect(read.name == "李经办")
      try keeper.keep(UnsavedWork())
      #expect(try files(path + "/s").isEmpty)
    }
  }

  @Test(arguments: [false, true]) func nobodyElsesLoginReadsIt(_ isShared: Bool) throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s", isShared: isShared)
      let keeper = office.drafts(of: Offices.clerk)
      for row in 0..<3 {
        var work = Self.work
        work.list?.row = row
        try keeper.keepNow(work)
        var found = stat()
        #expect(stat(path + "/s/drafts/" + (try files(path + "/s")[0]), &found) == 0)
        #expect(found.st_mode & 0o777 == 0o600)
      }
    }
  }

  @Test func backupsAndTheJournalHaveNothingOfIt() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      try office.drafts(of: Offices.clerk).keepNow(Self.work)
      try office.journal.backup(to: path + "/b")
      func holdsPhone(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(Self.phone)
      }
      #expect(holdsPhone(try StoreFolder(path + "/s").read("drafts/" + files(path + "/s")[0])))
      #expect(!holdsPhone(try StoreFolder(path).read("b")))
      let segment = try Offices.segment(path + "/s").dropFirst(path.count + 1)
      #expect(!holdsPhone(try StoreFolder(path).read(String(segment))))
    }
  }

  @Test func whatCannotBeReadStaysWhereItIs() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      let folder = StoreFolder(path + "/s")
      let whole = DraftFile.write(Self.work, by: "李经办", at: "2019-06-03T01:00:00Z")
      let later = String(decoding: whole, as: UTF8.self).replacing("\"version\":1", with: "\"version\":2")
      let broken: [[UInt8]] = [[], Array("{".utf8), Array("[]".utf8), whole.dropLast(3), Array(later.utf8)]
      for (number, bytes) in broken.enumerated() {
        try folder.replace("drafts/李经办-0000000\(number)", with: bytes)
      }
      try folder.replace("drafts/李经办-00000009", with: whole)
      try folder.replace("drafts/李经办-notes", with: whole)
      let found = office.drafts(of: Offices.clerk).leftBehind()
      #expect(found.map(\.name) == ["drafts/李经办-00000009"])
      #expect(try folder.list("drafts").count == 7)
    }
  }

  @Test func theLatestComesFirst() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/s")
      for (number, at) in ["2019-06-03T01:00:00Z", "2019-06-03T03:00:00Z", "2019-06-02T09:00:00Z"]
        .enumerated()
      {
        let bytes = DraftFile.write(Self.work, by: "李经办", at: at)
        try StoreFolder(path + "/s").replace("drafts/李经办-0000000\(number)", with: bytes)
      }
      let found = office.drafts(of: Offices.clerk).leftBehind()
      #expect(found.map { String($0.name.suffix(1)) } == ["1", "0", "2"])
    }
  }

  @Test(arguments: ["../x", "a/b", String(repeating: "长", count: 200), "."])
  func aNameIsNoPath(_ name: String) {
    let file = DraftKeeper.fileName(of: name)
    #expect(!file.contains("/") && !file.contains(".") && !file.isEmpty && file.utf8.count <= 120)
  }
}
