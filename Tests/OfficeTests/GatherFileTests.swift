import Casework
import Journal
import Synchronization
import Testing

@testable import Office

/// A bundle is read when it is needed, and again when it is taken in: what was looked at is what comes in, or nothing does.
@Suite struct GatherFileTests {
  /// A file whose bytes may become others.
  private final class Stick: Sendable {
    private let bytes: Mutex<[UInt8]?>
    private let count = Mutex(0)

    init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

    var input: OpenOffice.GatherInput {
      .file(name: "报送件") { [self] () throws(OfficeError) in
        count.withLock { $0 += 1 }
        guard let bytes = bytes.withLock({ $0 }) else { throw .exchange(.fileMoved("报送件")) }
        return bytes
      }
    }

    var reads: Int { count.withLock { $0 } }
    func put(_ new: [UInt8]?) { bytes.withLock { $0 = new } }
  }

  private func inTown(_ work: (Town) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      for (place, code) in ["441881", "441882"].enumerated() {
        let ids = try town.review(code, [place], of: Town.agency(code))
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
      }
      try work(town)
    }
  }

  private func isMoved(_ work: () throws -> Void) -> Bool {
    do {
      try work()
      return false
    } catch OfficeError.exchange(.fileMoved("报送件")) {
      return true
    } catch {
      return false
    }
  }

  @Test func anotherFileInItsPlaceIsNotTakenIn() throws {
    try inTown { town in
      let stick = Stick(try town.bundle("441881"))
      let other = try town.bundle("441882")
      let plan = try town.city.rehearse([stick.input, .bundle(name: "另一份", bytes: other)])
      #expect(plan.rows.count == 2 && plan.refused.isEmpty)
      for wrong in [other, nil] {
        stick.put(wrong)
        #expect(isMoved { _ = try town.city.gather(plan, by: town.mayor) })
        #expect(town.city.state.files.isEmpty)
        let again = try OpenOffice.open(
          town.folder + "/city", pinyin: town.city.pinyin, clock: Town.clock, usingSnapshot: false)
        #expect(again.state.files.isEmpty && again.journal.readOnly == nil)
        #expect(try OpenOffice.verify(town.folder + "/city", head: nil).hasDamage == false)
      }
    }
  }

  @Test func theSameFileIsTakenIn() throws {
    try inTown { town in
      let stick = Stick(try town.bundle("441881"))
      let plan = try town.city.rehearse([stick.input])
      #expect(stick.reads > 1)
      _ = try town.city.gather(plan, by: town.mayor)
      #expect(town.city.state.files.count == 1)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings.isEmpty)
    }
  }

  /// One that can't be opened is named; the others go on.
  @Test func whatCannotBeOpenedHoldsNobodyUp() throws {
    try inTown { town in
      var broken = try town.bundle("441881")
      broken[broken.count / 2] ^= 1
      let plan = try town.city.rehearse(
        [.bundle(name: "坏", bytes: broken), .bundle(name: "好", bytes: try town.bundle("441882"))])
      #expect(plan.refused.map(\.file) == ["坏"] && plan.rows.map(\.file) == ["好"])
      _ = try town.city.gather(plan, by: town.mayor)
      #expect(town.city.state.files.count == 1)
    }
  }
}
