import ArgumentParser

/// Measures stores of invented offices, as ratios against bare reads and writes of the same bytes.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu-bench",
    abstract:
      "Makes offices of several sizes and measures opening, first frame, save, key, verify and memory.",
    subcommands: [Run.self, Make.self, MeasureOpening.self, MeasureWork.self], defaultSubcommand: Run.self)
}

/// Makes and measures offices of several sizes.
struct Run: ParsableCommand {
  @Option(help: "Numbers of filings, with commas between.") var sizes = "1000,10000,100000"
  @Option(help: "What names and numbers are drawn from.") var seed: UInt64 = 201_827
  @Option(help: "Where the stores are made; a folder of its own in it is removed afterwards.") var folder =
    "/tmp"
  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"
  @Flag(help: "Print JSON instead of a table.") var json = false

  func run() throws {
    let scratch = try Scratch(in: folder)
    defer { scratch.remove() }
    var tables: [Figures] = []
    for size in sizes.split(separator: ",").compactMap({ Int($0) }) where size > 0 {
      let path = scratch.path + "/store-\(size)"
      try InventedStore(path: path, policy: try Scratch.bytes(of: policy)).make(filings: size, seed: seed)
      var figures = Figures()
      figures["filings"] = Double(size)
      // Each in a process of its own, so that memory is what that work takes.
      for work in ["measure-opening", "measure-work"] { figures.add(try Child.output(of: [work, path])) }
      figures.addRatios()
      tables.append(figures)
    }
    print(json ? Figures.json(tables) : Figures.table(tables), terminator: "")
  }
}

/// Makes the store of an invented office and keeps it.
struct Make: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the store of an invented office and keeps it.")

  @Argument(help: "Number of filings.") var size: Int
  @Argument(help: "The store's folder, empty or missing.") var store: String
  @Option(help: "What names and numbers are drawn from.") var seed: UInt64 = 201_827
  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"

  func run() throws {
    let lines = try InventedStore(path: store, policy: try Scratch.bytes(of: policy)).make(
      filings: size, seed: seed)
    print("\(size) filings, \(lines) lines")
  }
}
