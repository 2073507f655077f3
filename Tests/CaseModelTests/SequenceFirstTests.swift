import CaseModel
import Testing

/// Of what comes twice under a key, the first counts.
@Suite struct SequenceFirstTests {
  private let pairs = [("a", 1), ("b", 2), ("a", 3)]

  @Test func theFirstUnderAKeyStays() {
    #expect(Dictionary(first: pairs) == ["a": 1, "b": 2])
    #expect(pairs.map(\.1).keyed { $0 % 2 } == [1: 1, 0: 2])
  }

  @Test func aPlaceIsThatOfTheFirst() {
    #expect(["b", "a", "b"].places(by: \.self) == ["b": 0, "a": 1])
  }

  @Test func eachStandsOnceWhereItFirstStood() {
    #expect([3, 1, 3, 2, 1].eachOnce == [3, 1, 2])
    #expect([Int]().eachOnce.isEmpty)
  }
}
