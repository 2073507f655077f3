import ArgumentParser
import CaseModel
import Casework
import Cells
import Desk
import Office

/// Opens a store as the desk does and draws the first screen.
struct MeasureOpening: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure-opening", shouldDisplay: false)

  @Argument var store: String
  /// Opens once and tells the figures of this process.
  @Flag var once = false

  func run() throws {
    guard once else {
      try runAgain()
      return
    }
    var figures = Figures()
    let start = Stopwatch.now()
    let office = try OpenOffice.open(
      store, pinyin: PinyinTable(), clock: InventedStore.clock, looksThrough: false)
    figures["open"] = Stopwatch.now() - start
    let model = Model(
      office: office.state, operatorName: InventedOffice.clerks[0], today: InventedStore.clock.today(),
      isDemo: false,
      rows: 24, columns: 80)
    let screen = model.view(office.state)
    figures["first-frame"] = Stopwatch.now() - start
    figures["memory-first-frame"] = Memory.of("self").now
    office.state.prepare()
    figures["ready"] = Stopwatch.now() - start
    figures["memory-ready"] = Memory.of("self").most
    guard screen.plainText.contains("2020") else { throw BenchFailure("the first screen is empty") }
    print(figures.text, terminator: "")
  }

  /// Opens in five processes and tells the middle of each figure; before, the store is folded and its snapshot kept.
  private func runAgain() throws {
    var figures = Figures()
    var office: OpenOffice?
    figures["open-by-replay"] = try Stopwatch.seconds {
      office = try OpenOffice.open(
        store, pinyin: PinyinTable(), clock: InventedStore.clock, usingSnapshot: false)
    }
    figures["keep-snapshot"] = Stopwatch.seconds { office?.leave() }
    office = nil
    var runs: [Figures] = []
    for _ in 0..<5 {
      var run = Figures()
      run.add(try Program.own.output(of: ["measure-opening", store, "--once"]))
      runs.append(run)
    }
    for name in ["open", "first-frame", "ready", "memory-first-frame", "memory-ready"] {
      figures[name] = runs.compactMap { $0[name] }.sorted().quantile(0.5)
    }
    print(figures.text, terminator: "")
  }
}
