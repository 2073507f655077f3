import ArgumentParser

/// Measures the keys of the demo, or of a store that there is, without changing a record of it.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures keys through a terminal: of the demo, or of a store.",
    discussion: "No record is changed: what is typed is given up.")

  @Option(help: "The store; without one the demo is measured.") var store: String?
  @Option(name: .customLong("as"), help: "Who works on the store.") var name: String?
  @Option(name: .customLong("pin-fd"), help: "The descriptor that the program reads their PIN from.")
  var pinDescriptor: Int32?
  @Option(help: "The store's day, as 2020-12-31.") var today: String?
  @Option(help: "The program; without one, zizhu beside this one.") var program: String?
  @Option(help: "The program's data folder.") var data: String?
  @Option(help: "How often each script is gone through.") var rounds = 40
  @Option(help: "Columns and rows of the terminal.") var size = "80x24"

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1") }
    guard terminalSize != nil else { throw ValidationError("--size is written as 80x24") }
    guard store != nil || (name ?? today) == nil && pinDescriptor == nil else {
      throw ValidationError("--as, --pin-fd and --today go with --store")
    }
  }

  private var terminalSize: PseudoTerminal.Size? {
    let parts = size.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], columns > 0, rows > 0 else {
      return nil
    }
    return PseudoTerminal.Size(columns: columns, rows: rows)
  }

  private var arguments: [String] {
    var words = store.map { ["desk", "--store", $0] } ?? ["demo"]
    if let name { words += ["--as", name] }
    if let pinDescriptor { words += ["--pin-fd", String(pinDescriptor)] }
    if let today { words += ["--today", today] }
    if let data { words += ["--data", data] }
    return words
  }

  func run() throws {
    guard let program = Program.desk(program) else { throw BenchFailure("there is no program zizhu") }
    tell("bare echo of a key", try BareEcho.times(rounds))
    try DeskInTerminal.run(program, arguments, terminalSize ?? .init(), leaving: true) { desk in
      print("first screen: \(Figures.decimals(desk.firstScreen.seconds * 1e3, 2)) ms")
      try desk.rest()
      var all: [Double] = []
      for script in KeyScript.all {
        let keys = try KeyMeasurement(script, on: desk, rounds: rounds)
        all += keys.times
        tell(script.label, keys.times, bytes: keys.bytes.quantile(0.5))
      }
      tell("all keys", all.sorted())
    }
  }

  private func tell(_ label: String, _ times: [Double], bytes: Double? = nil) {
    let figures = [0.5, 0.99].map { Figures.decimals(times.quantile($0) * 1e3, 2) }
    let drawn = bytes.map { ", \(Int($0)) bytes" } ?? ""
    print("\(label): p50 \(figures[0]) ms, p99 \(figures[1]) ms\(drawn)")
  }
}
