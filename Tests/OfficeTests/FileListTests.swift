import CaseModel
import Seeded
import SubsidyRules
import Testing

@testable import Casework

/// The list of short records against a plain array.
@Suite struct FileListTests {
  @Test func itHoldsWhatAPlainArrayHolds() {
    var random = SeededNumbers(7)
    var files = RandomFiles(seed: 7)
    var plain: [FiledFiling] = []
    var list = FileList()
    list.mostChanged = 2000
    for number in 0..<6000 {
      plain.append(files.file(number))
      list.append(plain[number])
    }
    // Enough changes that records are written anew and cleared away several times.
    for round in 0..<20_000 {
      let number = Int.random(in: 0..<plain.count, using: &random)
      var changed = files.file(number + round % 3 * 100)
      changed.filing.id = plain[number].filing.id
      plain[number] = changed
      list.change(number) { $0 = changed }
      if round.isMultiple(of: 5000) { list.setDecision(plain[0].decision, of: 0) }
    }
    #expect(list.elementsEqual(plain))
    #expect(plain.indices.allSatisfy { list.number(of: plain[$0].filing.id) == $0 })
    #expect(list.number(of: "441881-2019-6000") == nil && list.number(of: "") == nil)
    let applicants = Dictionary(grouping: plain.indices) { plain[$0].filing.applicant }
    #expect(applicants.count > 17 && applicants.allSatisfy { list.numbers(ofApplicant: $0) == $1 })
    #expect(list.numbers(ofApplicant: "").isEmpty)
    for (row, file) in zip(list.rows, plain) {
      #expect(row.year == file.year && row.stage == file.filing.stage && row.outcome == file.decision.outcome)
      #expect(list.item(of: row) == file.filing.item && list.district(of: row) == file.received.district)
    }
  }

  @Test func anImageGivesItBack() {
    var files = RandomFiles(seed: 8)
    var list = FileList()
    for number in 0..<500 { list.append(files.file(number)) }
    for number in 0..<200 { list.change(number) { $0 = files.file(number) } }
    var writer = PackedWriter(bytes: [1, 2, 3], names: NameTable())
    var bytes: [UInt8] = []
    list.write(with: &writer) { bytes += $0 }
    let read = bytes.withUnsafeBytes { all in
      var reader = PackedReader(all, from: 3, names: NameTable())
      return FileList(from: &reader, image: bytes)
    }
    #expect(read?.elementsEqual(list) == true && read?.number(of: "441881-2019-499") == 499)
  }

  @Test func bytesThatMeanNothingGiveNothingAndStopNothing() {
    var random = SeededNumbers(9)
    var files = RandomFiles(seed: 9)
    var list = FileList()
    for number in 0..<20 { list.append(files.file(number)) }
    var writer = PackedWriter(bytes: [], names: NameTable())
    var image: [UInt8] = []
    list.write(with: &writer) { image += $0 }
    for cut in image.indices {
      #expect(Self.read(Array(image.prefix(cut))) == nil)
    }
    for _ in 0..<3000 {
      var bytes = image
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let read = Self.read(bytes) else { continue }
      // Whatever they say, looking at them must do no harm.
      #expect(read.count == read.map(\.filing.id).count)
      _ = read.number(of: "441881-2019-3")
      _ = read.rows.indices.sorted { read.precedes($0, $1) }
      _ = read.rows.map { ($0.received, $0.event, $0.year, $0.outcome, $0.stage) }
    }
  }

  private static func read(_ bytes: [UInt8]) -> FileList? {
    bytes.withUnsafeBytes { all in
      var reader = PackedReader(all, from: 0, names: NameTable())
      return FileList(from: &reader, image: bytes)
    }
  }

  @Test(arguments: [
    "2019-06-03T08:30:00Z", "9999-12-31T23:59:59Z", "0000-00-00T00:00:00Z", "2020-02-29T00:00:60Z",
  ])
  func aMomentFitsSixBytes(_ text: String) {
    #expect(PackedMoment(text)?.description == text && (PackedMoment(text)?.bits ?? .max) < 1 << 40)
  }

  @Test(arguments: [
    "", "2019-06-03 08:30:00Z", "2019-06-03T08:30:00", "2019-16-03T08:30:00Z", "２019-06-03T08:30Z", "昨天",
  ])
  func anyOtherTextStaysAsItIs(_ text: String) { #expect(PackedMoment(text) == nil) }

  /// Bits that are no moment's are read as none, not as another.
  @Test func bitsOfAYearOfFiveDigitsAreNoMoment() throws {
    let last = try #require(PackedMoment("9999-12-31T23:59:59Z"))
    #expect(PackedMoment(bits: last.bits)?.description == "9999-12-31T23:59:59Z")
    #expect(PackedMoment(bits: last.bits + 1 << 26) == nil && PackedMoment(bits: last.bits | 1 << 41) == nil)
  }
}
