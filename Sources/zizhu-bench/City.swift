import Folders
import ArgumentParser
import Glibc

/// Makes and measures a city with counties.
struct City: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a city with county offices, gathers them and measures that.")

  @Option(help: "Filings of each county.") var filings = 10_000
  @Option(help: "Changes that each county makes after the first gathering.") var changes = 200
  @Option(help: "What names and numbers are drawn from.") var seed: UInt64 = 201_827
  @Option(help: "Where the stores are made; a folder of its own in it is removed afterwards.") var folder =
    "/tmp"
  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"
  @Flag(help: "Print JSON instead of a table.") var json = false

  func run() throws {
    signal(SIGINT, SIG_IGN)
    let scratch = try TemporaryFolder("zizhu-bench", in: folder)
    defer { scratch.remove() }
    var figures = Figures()
    // Each in a process of its own, so that memory is what that work takes.
    for step in MeasureCity.Step.allCases {
      let bytes = Array("zizhu-bench: city: \(step.rawValue)\n".utf8)
      write(STDERR_FILENO, bytes, bytes.count)
      let words = [
        "measure-city", scratch.path, step.rawValue, "--filings", String(filings), "--changes",
        String(changes), "--seed", String(seed), "--policy", policy,
      ]
      figures.add(try Program.own.output(of: words))
    }
    figures.addRatios()
    print(
      json ? Figures.json([figures]) : FigureTable.text([figures], rows: FigureRow.city), terminator: "")
  }
}
