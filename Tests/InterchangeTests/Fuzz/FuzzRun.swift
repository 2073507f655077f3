import FoundationEssentials
import Seeded

/// How long the fuzzers run and from which seed: `ZIZHU_FUZZ_TRIES` and `ZIZHU_FUZZ_SEED`, else a few seconds and
/// a seed of the moment.
///
/// The seed is printed before the first try, since a trap leaves nothing behind but what was printed.
struct FuzzRun {
  let seed: UInt64
  let tries: Int

  init(_ name: String, tries usual: Int) {
    let environment = ProcessInfo.processInfo.environment
    seed = environment["ZIZHU_FUZZ_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...UInt64.max)
    tries = environment["ZIZHU_FUZZ_TRIES"].flatMap(Int.init) ?? usual
    print("fuzz \(name): \(tries) tries, ZIZHU_FUZZ_SEED=\(seed)")
  }

  /// Each try has numbers of its own, so that one can be made again without the ones before.
  func numbers(of attempt: Int) -> SeededNumbers {
    SeededNumbers(seed: seed &+ UInt64(attempt) &* 0xD134_2543_DE82_EF95)
  }
}

extension SeededNumbers {
  /// A whole number from 0 up to, but not including, a bound.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0 }

  mutating func one<T>(of choices: [T], or other: T) -> T {
    choices.indices.contains(0) ? choices[below(choices.count)] : other
  }
}
