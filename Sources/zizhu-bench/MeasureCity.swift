import ArgumentParser
import CaseModel
import Casework
import Cells
import Desk
import Glibc
import Office

/// One step of a city's life, in a process of its own.
struct MeasureCity: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure-city", shouldDisplay: false)

  enum Step: String, CaseIterable, ExpressibleByArgument {
    case make, gather, more, open, again
  }

  @Argument var folder: String
  @Argument var step: Step
  @Option var filings: Int
  @Option var changes: Int
  @Option var seed: UInt64
  @Option var policy: String

  private var counties: [String] { InventedCity.counties }

  func run() throws {
    let city = InventedCity(folder: folder, policy: try Scratch.bytes(of: policy))
    var figures = Figures()
    switch step {
    case .make:
      try city.make(counties: counties, filings: filings, seed: seed)
      figures["city-filings"] = Double(filings * counties.count)
    case .gather: try gather(city, &figures)
    case .more:
      let bundled = try city.goOn(counties: counties, changes: changes)
      figures["bundle"] = bundled.seconds
      figures["bundle-bytes"] = Double(bundled.bytes)
    case .open: try open(city, &figures)
    case .again: try again(city, &figures)
    }
    print(figures.text, terminator: "")
  }

  /// The first bundle of every county at once.
  private func gather(_ city: InventedCity, _ figures: inout Figures) throws {
    let (office, who) = try city.open(InventedCity.code)
    let files = counties.map { code in
      let path = city.bundle(code, 1)
      return OpenOffice.GatherInput.file(name: code) { () throws(OfficeError) in
        do { return try Scratch.bytes(of: path) } catch { throw .exchange(.fileMoved(code)) }
      }
    }
    figures["gather-read"] = try Stopwatch.seconds {
      for code in counties { _ = try Scratch.bytes(of: city.bundle(code, 1)) }
    }
    figures["gather-first"] = try Stopwatch.seconds {
      let plan = try office.rehearse(files)
      _ = try office.gather(plan, by: who)
      guard plan.refused.isEmpty, office.state.files.count == filings * counties.count else {
        throw BenchFailure("not all was gathered")
      }
    }
    figures["gather-memory"] = Memory.of("self").most
    try tend(office)
    figures["city-images"] = Stopwatch.seconds { office.leave() }
  }

  /// Looks after an office as a desk does between keys, until all of it was checked beside.
  private func tend(_ office: OpenOffice) throws {
    while !office.isChecked {
      _ = try office.tend(backsUp: false)
      usleep(1000)
    }
  }

  /// The city's desk to its first screen, and a row down on it.
  private func open(_ city: InventedCity, _ figures: inout Figures) throws {
    let start = Stopwatch.now()
    let office = try OpenOffice.open(
      city.store(InventedCity.code), pinyin: PinyinTable(), clock: InventedCity.clock, looksThrough: false)
    figures["city-open"] = Stopwatch.now() - start
    var model = Model(
      office: office.state, operatorName: InventedOffice.clerks[2], today: InventedCity.clock.today(),
      isDemo: false, rows: 24, columns: 80)
    let screen = model.view(office.state)
    figures["city-first-frame"] = Stopwatch.now() - start
    guard screen.plainText.contains("2020") else { throw BenchFailure("the first screen is empty") }
    let state = office.state
    state.prepare()
    figures["city-ready"] = Stopwatch.now() - start
    figures["city-memory"] = Memory.of("self").most
    figures.measureKeys(of: &model, state, as: "city-key")
  }

  /// One more bundle on an open desk, and a save of the city's own behind it.
  private func again(_ city: InventedCity, _ figures: inout Figures) throws {
    let (office, who) = try city.open(InventedCity.code)
    // A desk has read and checked everything before anybody has put a stick in.
    try tend(office)
    _ = office.state.joint.conflicts
    let bytes = try Scratch.bytes(of: city.bundle(counties[0], 2))
    figures["gather-more"] = try Stopwatch.seconds {
      let plan = try office.rehearse([.bundle(name: counties[0], bytes: bytes)])
      _ = try office.gather(plan, by: who)
      _ = office.state.joint.conflicts
    }
    guard office.state.files.count == filings * counties.count + changes else {
      throw BenchFailure("the bundle was not gathered")
    }
    figures["city-save"] = try Stopwatch.seconds {
      let clerk = Operator(name: "新经办", role: .clerk, login: nil)
      _ = try office.save(.addOperator(clerk), by: who)
      _ = office.state.files.count
    }
  }
}
