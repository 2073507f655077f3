import Testing

@testable import Casework

/// Records in pages: found where they were put, also when others were cleared away.
@Suite struct RecordPagesTests {
  private static func record(_ number: Int) -> [UInt8] {
    Array(repeating: UInt8(truncatingIfNeeded: number), count: 40 + number % 300) + Array("\(number)".utf8)
  }

  private static func filled(_ count: Int) -> (pages: PackedPages, places: [UInt64]) {
    var pages = PackedPages([])
    let places = (0..<count).map { number in record(number).withUnsafeBytes { pages.append($0) } }
    return (pages, places)
  }

  @Test func recordsAreFoundOverManyPages() {
    let (pages, places) = Self.filled(20_000)
    #expect(places[19_999] >> 32 >= 3, "some 3.8 MB")
    for (number, place) in places.enumerated() {
      #expect(pages.with(place) { Array($0) } == Self.record(number))
    }
  }

  @Test func whatIsKeptIsFoundWhereItGoesAndTheRestTakesNoRoom() {
    var (pages, places) = Self.filled(20_000)
    #expect(!pages.isWasteful)
    // Each third is kept, and some are written anew, which puts them behind the others.
    var kept = places.indices.filter { $0.isMultiple(of: 3) }
    for number in places.indices where !number.isMultiple(of: 3) { pages.give(up: places[number]) }
    for number in kept.prefix(50) {
      pages.give(up: places[number])
      places[number] = Self.record(number).withUnsafeBytes { pages.append($0) }
    }
    #expect(pages.isWasteful)
    kept.reverse()
    let moved = pages.compact(keeping: kept.map { places[$0] })
    for (number, place) in zip(kept, moved) {
      #expect(pages.with(place) { Array($0) } == Self.record(number))
    }
    #expect(!pages.isWasteful)
    #expect((moved.max() ?? 0) >> 32 <= 2, "a third of 3.8 MB")
  }

  @Test func aFirstPageIsReadWhereItStands() {
    var first: [UInt8] = [9, 9, 9]
    Self.record(7).withUnsafeBytes { PackedPages.append($0, to: &first) }
    var pages = PackedPages(first)
    #expect(pages.with(3) { Array($0) } == Self.record(7))
    let place = Self.record(8).withUnsafeBytes { pages.append($0) }
    let moved = pages.compact(keeping: [place, 3])
    #expect(pages.with(moved[0]) { Array($0) } == Self.record(8))
    #expect(pages.with(moved[1]) { Array($0) } == Self.record(7))
  }

  @Test(arguments: [0, 1, 1 << 20, 5 << 32, UInt64.max]) func aPlaceWhereNothingStandsGivesNothing(
    _ place: UInt64
  ) {
    var pages = PackedPages([1])
    #expect(pages.with(place) { $0.isEmpty })
    pages.give(up: place)
    #expect(pages.compact(keeping: [place]).count == 1)
  }
}
