import ArgumentParser
import CaseModel
import Casework
import Cells
import Desk
import Glibc
import Journal
import Office

/// Works on a store: bare reads and writes beside verification, saves, keys and drafts.
struct MeasureWork: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure-work", shouldDisplay: false)

  @Argument var store: String

  func run() throws {
    var figures = Figures()
    let journal = try StoredJournal(of: store)
    let (bytes, lines) = try journal.count()
    figures["bytes"] = Double(bytes)
    figures["lines"] = Double(lines)
    figures["snapshot-bytes"] = Double(try Scratch.size(of: store + "/" + StoreLayout.snapshotFile))
    figures["bare-read"] = try Stopwatch.times(5) { _ in try journal.read() }.quantile(0.5)
    figures["verify-chain"] = try Stopwatch.times(3) { _ in
      guard try Journal.verify(store).isWhole else { throw BenchFailure("the store is damaged") }
    }.quantile(0.5)
    let office = try OpenOffice.open(
      store, pinyin: PinyinTable(), clock: InventedStore.clock, looksThrough: false)
    // What every command does before it acts.
    figures["look"] = try Stopwatch.seconds { try office.requireWhole() }
    office.state.prepare()
    measureDeciding(office.state, &figures)
    var model = Model(
      office: office.state, operatorName: InventedOffice.clerks[0], today: InventedStore.clock.today(),
      isDemo: false, rows: 24, columns: 80)
    figures.measureKeys(of: &model, office.state, as: "key")
    try measureDraft(office.state, &figures)
    try measureSaves(office, line: journal.lastLine(), &figures)
    print(figures.text, terminator: "")
  }

  /// All filings decided anew, on a state that has been worked with.
  private func measureDeciding(_ state: OfficeState, _ figures: inout Figures) {
    var state = state
    figures["settle"] = Stopwatch.times(5) { _ in state.settle() }.quantile(0.5)
  }

  private func measureDraft(_ state: OfficeState, _ figures: inout Figures) throws {
    guard let draft = InventedOffice.draft(in: state, number: 0),
      let applicant = state.applicant(draft.applicant)
    else { throw BenchFailure("nobody to file for") }
    figures["draft"] = Stopwatch.times(200) { _ in _ = state.preview(draft, of: applicant) }.quantile(0.5)
  }

  /// Saves of new filings, in turn with bare writes of lines of the same length.
  private func measureSaves(_ office: OpenOffice, line: [UInt8], _ figures: inout Figures) throws {
    let bare = open(store + "/bare", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard bare >= 0 else { throw BenchFailure("can't write to \(store)") }
    defer {
      close(bare)
      unlink(store + "/bare")
    }
    let clerk = try office.signIn(InventedOffice.clerks[0], login: InventedStore.login, pin: nil)
    var (saves, writes): ([Double], [Double]) = ([], [])
    for number in 0..<200 {
      guard let draft = InventedOffice.draft(in: office.state, number: number) else { continue }
      saves.append(
        try Stopwatch.seconds { _ = try office.save(.receiveFiling(draft), by: clerk) })
      writes.append(
        Stopwatch.seconds {
          pwrite(bare, line, line.count, off_t(number * line.count))
          fdatasync(bare)
        })
    }
    figures["save"] = saves.sorted().quantile(0.5)
    figures["bare-append"] = writes.sorted().quantile(0.5)
  }
}

extension Figures {
  /// One row down and the whole screen again, a thousand times.
  mutating func measureKeys(of model: inout Model, _ state: OfficeState, as name: String) {
    let times = Stopwatch.times(1000) { _ in
      _ = model.update(.key(.down), state)
      _ = model.view(state)
    }
    self[name] = times.quantile(0.5)
    self[name + "-99"] = times.quantile(0.99)
  }
}
