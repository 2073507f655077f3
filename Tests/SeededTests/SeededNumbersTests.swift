import Seeded
import Testing

/// Random numbers that follow from a seed, against the published vectors of SplitMix64.
struct SeededNumbersTests {
  private func first(_ count: Int, seed: UInt64) -> [UInt64] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in numbers.next() }
  }

  /// Of seed 1234567 the five that Rosetta Code lists; of seed 0 the first of the reference program by Vigna.
  @Test func `The same numbers as everywhere`() {
    #expect(
      first(5, seed: 1_234_567) == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
    #expect(first(1, seed: 0) == [0xE220_A839_7B1D_CDAF])
  }

  @Test func `A seed below zero is a seed like others`() {
    var (a, b) = (SeededNumbers(-1), SeededNumbers(seed: .max))
    #expect(a.next() == b.next() && a.next() == b.next())
  }

  @Test func `A number stays in its range, and reaches both ends`() {
    var numbers = SeededNumbers(7)
    let drawn = (0..<500).map { _ in numbers.number(-2...2) }
    #expect(Set(drawn) == [-2, -1, 0, 1, 2])
    #expect(numbers.number(5...5) == 5)
  }

  @Test func `Of nothing nothing is picked, of one that one`() {
    var numbers = SeededNumbers(7)
    #expect(numbers.pick([Int]()) == nil && numbers.pick([3]) == 3 && numbers.one(of: ["a"]) == "a")
    #expect(Set((0..<200).compactMap { _ in numbers.pick([1, 2, 3]) }) == [1, 2, 3])
  }

  @Test func `Never is never, always is always, and half is about half`() {
    var numbers = SeededNumbers(11)
    #expect(
      !(0..<300).contains { _ in numbers.chance(0) } && (0..<300).allSatisfy { _ in numbers.chance(100) })
    let hits = (0..<10_000).count { _ in numbers.chance(50) }
    #expect((4_700...5_300).contains(hits))
  }

  @Test func `Digits are digits, as many as asked for`() {
    var numbers = SeededNumbers(3)
    #expect(numbers.digits(0) == "")
    let text = numbers.digits(400)
    #expect(text.count == 400 && Set(text) == Set("0123456789"))
    var again = SeededNumbers(3)
    #expect(again.digits(400) == text)
  }
}
