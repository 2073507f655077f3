import Testing

@testable import Casework

/// Where one office's filings stand among those of all, without those that are left out: copies in the city's own journal, and
/// what came late for a sealed year.
struct PlacementTests {
  @Test func `What is left out moves what stands behind it forward, and nothing before it`() {
    var placement = Placement(first: 10)
    for late in [1, 2, 5] { placement.leaveOut(late) }
    #expect((0...7).map(placement.number) == [10, nil, nil, 11, 12, nil, 13, 14])
    // Of so many that the office had so many stood among all.
    #expect((0...8).map(placement.count) == [10, 11, 11, 11, 12, 13, 13, 14, 15])
  }

  @Test func `Without any it is the office's own order behind those before it`() {
    let placement = Placement(first: 3)
    #expect((0...3).map(placement.number) == [3, 4, 5, 6])
    #expect((0...3).map(placement.count) == [3, 4, 5, 6])
  }
}
