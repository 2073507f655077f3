import Synchronization
import Testing
import Threads

@Suite struct ThreadsTests {
  @Test(arguments: [-1, 0, 1, 2, 1000])
  func eachNumberIsWorkedOnOnce(_ count: Int) {
    let done = Mutex<[Int]>([])
    concurrently(count) { number in done.withLock { $0.append(number) } }
    #expect(done.withLock { $0.sorted() } == Array(0..<max(0, count)))
  }

  @Test func workWithinWorkComesToItsEnd() {
    let sum = Atomic(0)
    concurrently(8) { outer in concurrently(8) { sum.add(outer * 8 + $0, ordering: .relaxed) } }
    #expect(sum.load(ordering: .relaxed) == 63 * 64 / 2)
  }

  @Test func whatGoesOnBesideGoesOnInItsOrder() {
    let seen = Mutex<[Int]>([])
    let beside = Beside()
    for number in 0..<200 { beside.start { seen.withLock { $0.append(number) } } }
    beside.finish()
    #expect(seen.withLock { $0 } == Array(0..<200))
    beside.finish()
  }

  @Test func whoeverStartsWorkNeedNotWaitForItsEnd() {
    let begun = Atomic(false)
    let gone = Atomic(false)
    do {
      let beside = Beside()
      beside.start {
        while !gone.load(ordering: .acquiring) {}; begun.store(true, ordering: .releasing)
      }
    }
    gone.store(true, ordering: .releasing)
    while !begun.load(ordering: .acquiring) {}
  }

  @Test func aResultIsThereWhenTheWorkIsDone() {
    let gate = Atomic(false)
    let background = Background {
      while !gate.load(ordering: .acquiring) {}
      return 7
    }
    #expect(background.value == nil)
    gate.store(true, ordering: .releasing)
    while background.value == nil {}
    #expect(background.value == 7)
  }
}
