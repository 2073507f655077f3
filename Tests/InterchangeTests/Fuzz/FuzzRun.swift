import FoundationEssentials

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
  func numbers(of attempt: Int) -> SplitMix {
    SplitMix(state: seed &+ UInt64(attempt) &* 0xD134_2543_DE82_EF95)
  }
}

/// Random numbers that are the same for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, but not including, a bound.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0 }

  mutating func one<T>(of choices: [T], or other: T) -> T {
    choices.indices.contains(0) ? choices[below(choices.count)] : other
  }
}
