import Folders
import ArgumentParser
import CaseModel
import Casework
import Office
import Workbooks

/// Measures the program as people and scripts meet it: its screens and keys through a terminal, its commands as whole
/// processes.
struct MeasureProgram: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure-program", shouldDisplay: false)

  @Argument var store: String
  @Argument var program: String
  @Argument var policy: String

  /// About how many keys are pressed in each script, so that the slowest of a hundred is among them.
  private static let presses = 140

  func run() throws {
    let scratch = try TemporaryFolder(beside: store)
    defer { scratch.remove() }
    let program = Program(path: program)
    var figures = Figures()
    let echoes = try BareEcho.times(Self.presses)
    figures["echo"] = echoes.quantile(0.5)
    figures["echo-99"] = echoes.quantile(0.99)
    try measureDesk(program, &figures)
    try measureEmptyStore(program, at: scratch.path + "/empty", &figures)
    try measureCommands(program, in: scratch.path, &figures)
    print(figures.text, terminator: "")
  }

  // MARK: - The desk

  /// Keys first: meanwhile the program keeps a snapshot of its own, as it trusts no awards that this one worked out,
  /// and makes the day's backup, which then disturbs no first screen.
  private func measureDesk(_ program: Program, _ figures: inout Figures) throws {
    let desk = ["desk", "--store", store, "--today", InventedStore.clock.today().description]
    try DeskInTerminal.run(program, desk, leaving: true) { desk in
      try desk.rest()
      for script in KeyScript.all {
        let keys = try KeyMeasurement(script, on: desk, rounds: Self.presses / script.keys.count)
        let name = "keys-" + script.name
        figures[name] = keys.times.quantile(0.5)
        figures[name + "-99"] = keys.times.quantile(0.99)
        figures[name + "-bytes"] = keys.bytes.quantile(0.5)
      }
      figures["desk-memory"] = desk.process.mostMemory
    }
    figures["first-screen"] = try firstScreen(program, desk)
  }

  private func measureEmptyStore(_ program: Program, at path: String, _ figures: inout Figures) throws {
    try makeStore(program, at: path)
    figures["empty-first-screen"] = try firstScreen(program, ["desk", "--store", path])
  }

  /// The middle of five starts.
  private func firstScreen(_ program: Program, _ arguments: [String]) throws -> Double {
    try (0..<5).map { _ in
      try DeskInTerminal.run(program, arguments, leaving: false) { $0.firstScreen.seconds }
    }.sorted().quantile(0.5)
  }

  // MARK: - Commands

  private func measureCommands(_ program: Program, in folder: String, _ figures: inout Figures) throws {
    figures["verify"] = try seconds { _ in try program.run(["verify", "--store", store]) }
    figures["print"] = try seconds { _ in
      try program.run(["print", "cap-sheet", "--store", store], output: folder + "/caps.txt")
    }
    let file = folder + "/export.json"
    figures["export"] = try seconds { _ in try program.run(["export", "--store", store], output: file) }
    figures["export-bytes"] = Double(try Scratch.size(of: file))
    try measureWorkbook(program, folder + "/export.xlsx", &figures)
    figures["import"] = try seconds { number in
      let path = "\(folder)/import-\(number)"
      try makeStore(program, at: path)
      return try program.run(["import", file, "--store", path])
    }
    var memory = 0.0
    figures["assess"] = try seconds { _ in
      let run = try program.run(
        ["assess", "--no-trace", "--policy", policy, file], output: folder + "/assessed.json")
      memory = max(memory, run.memory)
      return run
    }
    figures["assess-memory"] = memory
  }

  /// Writing as the whole command does it, reading in this process; both for each cell of the sheet.
  private func measureWorkbook(_ program: Program, _ file: String, _ figures: inout Figures) throws {
    var memory = 0.0
    let written = try seconds { _ in
      let run = try program.run(["export", "--format", "xlsx", "--store", store], output: file)
      memory = max(memory, run.memory)
      return run
    }
    figures["workbook-memory"] = memory
    var cells = 0
    let read = try Stopwatch.seconds {
      let book = try Workbook(Scratch.bytes(of: file))
      for name in book.sheets {
        let rows = try book.sheet(name).rows
        cells += rows.count * (rows.first?.cells.count ?? 0)
      }
    }
    figures["workbook-read"] = read / Double(max(cells, 1))
    figures["workbook-read-memory"] = Memory.of("self").most
    figures["workbook-written"] = written / Double(max(cells, 1))
  }

  /// The middle of three runs; what takes long is run less often.
  private func seconds(_ run: (Int) throws -> Program.Run) throws -> Double {
    var times: [Double] = []
    while times.count < 3, times.reduce(0, +) < 10 { times.append(try run(times.count).seconds) }
    return times.sorted().quantile(0.5)
  }

  private func makeStore(_ program: Program, at path: String) throws {
    let office = InventedStore.office("441800", name: "清远市知识产权局")
    try program.run(["init", path, "--office", office.name, "--district", office.district, "--trial"])
  }
}
