import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// A damaged journal is looked at as far as it can be read, and nothing is made of it.
@Suite struct DamagedJournalTests {
  private func approval(_ filing: String, in office: OpenOffice) -> Command {
    .step(StepRequest(.approve, [office.state.row(filing)]))
  }

  /// The record under the snapshot is not read on opening: commands look before they act.
  @Test func whatASnapshotHidesIsFoundBeforeAnythingIsMadeOfIt() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, filing) = try Offices.makeWithFiling(path)
      office.leave()
      let segment = try Offices.segment(path)
      try Offices.tamper(segment) { bytes in
        let account = Array("44001234567890".utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: account) }) else { return }
        bytes[place] = UInt8(ascii: "9")
      }
      let opened = try Offices.open(path)
      #expect(opened.journal.readOnly == nil && !opened.isChecked)
      let file = "journal/\(office.journal.identity.writer)/000001-000001.jsonl"
      let expected = Finding(file: file, line: 4, sequence: 3, reason: .linkBroken)
      let (command, size) = (approval(filing.id, in: opened), try StoreFolder(path).read(file).count)
      for attempt in 1...2 {
        do throws(OfficeError) {
          _ = try opened.save(command, by: Offices.supervisor)
          Issue.record("approved on a damaged journal")
        } catch {
          guard case .damaged(let findings) = error else {
            Issue.record("\(error)")
            return
          }
          #expect(findings == [expected], "attempt \(attempt)")
        }
      }
      #expect(throws: OfficeError.self) { try Offices.open(path).requireWhole() }
      #expect(opened.journal.readOnly == .damage)
      #expect(try StoreFolder(path).read(file).count == size)
    }
  }

  @Test func aWholeStoreIsLookedThroughOnce() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      let opened = try Offices.open(path)
      try opened.requireWhole()
      #expect(opened.chores.isLookedThrough && !opened.isChecked && opened.journal.readOnly == nil)
      _ = try opened.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      try opened.requireWhole()
    }
  }

  @Test func theCheckBehindTheDeskTellsHowFarItIs() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      let opened = try Offices.open(path)
      #expect(opened.checked.done == 0 && opened.checked.whole == 5)
      _ = try Offices.tend(opened)
      #expect(opened.isChecked && opened.checked.done == 5)
    }
  }

  // MARK: - The beginning

  enum Beginning: CaseIterable {
    case marked, otherLineEnds, bothOfThem, headerEdited, otherStore
    case emptied, missing, headerGone, cutInTheFirstRecord

    /// Whether what stands behind it can still be read.
    var isReadable: Bool {
      switch self {
      case .marked, .otherLineEnds, .bothOfThem, .headerEdited, .otherStore: true
      case .emptied, .missing, .headerGone, .cutInTheFirstRecord: false
      }
    }
  }

  private func damage(_ path: String, _ how: Beginning) throws {
    let segment = try Offices.segment(path)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    func otherEnds(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    switch how {
    case .marked: try Offices.tamper(segment) { $0 = mark + $0 }
    case .otherLineEnds: try Offices.tamper(segment) { $0 = otherEnds($0) }
    case .bothOfThem: try Offices.tamper(segment) { $0 = mark + otherEnds($0) }
    case .headerEdited:
      try Offices.tamper(segment) { bytes in
        guard let end = bytes.firstIndex(of: 0x0A) else { return }
        bytes[end - 4] ^= 1
      }
    case .otherStore:
      try Offices.tamper(path + "/store.json") { bytes in
        let key = Array("\"store\": \"".utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: key) }) else { return }
        bytes[place + key.count] =
          bytes[place + key.count] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      }
    case .emptied: try Offices.tamper(segment) { $0 = [] }
    case .missing:
      let folder = StoreFolder(String(segment[..<(segment.lastIndex(of: "/") ?? segment.endIndex)]))
      try folder.remove("000001-000001.jsonl")
    case .headerGone:
      try Offices.tamper(segment) { bytes in bytes.removeFirst((bytes.firstIndex(of: 0x0A) ?? 0) + 1) }
    case .cutInTheFirstRecord:
      try Offices.tamper(segment) { bytes in
        bytes.removeLast(bytes.count - (bytes.firstIndex(of: 0x0A) ?? 0) - 9)
      }
    }
  }

  @Test(arguments: Beginning.allCases) func damageAtTheBeginningIsNamed(_ how: Beginning) throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, filing) = try Offices.makeWithFiling(path)
      let file = "journal/\(office.journal.identity.writer)/000001-000001.jsonl"
      try damage(path, how)
      let before = try? StoreFolder(path).read(file)
      do throws(OfficeError) {
        let opened = try Offices.openTyped(path)
        #expect(how.isReadable)
        #expect(opened.journal.readOnly == .damage)
        #expect(opened.journal.findings.first?.file == file && opened.journal.findings.first?.line == 1)
        #expect(opened.state.file(filing.id)?.filing.inputs == filing.inputs)
        #expect(throws: OfficeError.self) { try opened.requireWhole() }
        #expect(throws: OfficeError.self) {
          try opened.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
        }
      } catch {
        guard case .nothingReadable(let findings) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(!how.isReadable)
        #expect(findings.first?.file == file && findings.first?.isDamage == true)
      }
      // Half a line is set aside, wherever it stands; nothing else is touched.
      if how != .cutInTheFirstRecord { #expect((try? StoreFolder(path).read(file)) == before) }
    }
  }

  // MARK: - Making a store

  /// A kill before the policy is there leaves no store, and the next try makes one.
  @Test func whatAStoreRestsOnIsThereBeforeIt() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      #expect(throws: JournalError.busy) {
        try Journal.create(path, first: Array("{}".utf8)) { folder throws(JournalError) in
          #expect((try? folder.read("store.json")) == nil)
          throw .busy
        }
      }
      #expect((try? StoreFolder(path).read("store.json")) == nil)
      _ = try Offices.make(path)
      #expect(try OpenOffice.verify(path, head: nil).isWhole)
    }
  }
}

extension Offices {
  fileprivate static func openTyped(_ path: String) throws(OfficeError) -> OpenOffice {
    try OpenOffice.open(path, pinyin: PinyinTable(), clock: clock)
  }
}
