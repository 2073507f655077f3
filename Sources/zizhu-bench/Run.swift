import Folders
import ArgumentParser
import Glibc

/// Makes and measures offices of several sizes.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes offices of several sizes, measures them and throws them away (default).")

  @Option(help: "Numbers of filings, with commas between.") var sizes = "1000,10000,100000"
  @Option(help: "What names and numbers are drawn from.") var seed: UInt64 = 201_827
  @Option(help: "Where the stores are made; a folder of its own in it is removed afterwards.") var folder =
    "/tmp"
  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"
  @Option(help: "The program; without one, zizhu beside this one.") var program: String?
  @Flag(help: "Print JSON instead of a table.") var json = false

  private var numbers: [Int] { sizes.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 } }

  func validate() throws {
    guard numbers.count == sizes.split(separator: ",").count, !numbers.isEmpty else {
      throw ValidationError("--sizes are written as 1000,10000")
    }
  }

  func run() throws {
    // Ctrl-C ends whatever is measured just now, and with its failure the folder goes.
    signal(SIGINT, SIG_IGN)
    let desk = Program.desk(program)
    if desk == nil { tell("there is no program zizhu beside this one: its rows show -") }
    let hasSQLite = (try? Program(path: "sqlite3").run(["-version"])) != nil
    if !hasSQLite { tell("sqlite3 is not installed: its row shows -") }
    let scratch = try TemporaryFolder("zizhu-bench", in: folder)
    defer { scratch.remove() }
    var tables: [Figures] = []
    for size in numbers {
      let path = scratch.path + "/store-\(size)"
      // Each in a process of its own, so that memory is what that work takes.
      tell("\(size) filings: making the store")
      try Program.own.run(["make", String(size), path, "--seed", String(seed), "--policy", policy])
      var works = [["measure-opening", path]]
      if let desk { works.append(["measure-program", path, desk.path, policy]) }
      if hasSQLite { works.append(["measure-sqlite", path]) }
      works.append(["measure-work", path])
      var figures = Figures()
      figures["filings"] = Double(size)
      for work in works {
        tell("\(size) filings: \(work[0])")
        figures.add(try Program.own.output(of: work))
      }
      TemporaryFolder.remove(path)
      figures.addRatios()
      if let smaller = tables.last { figures.addGrowth(since: smaller) }
      tables.append(figures)
    }
    print(json ? Figures.json(tables) : FigureTable.text(tables), terminator: "")
  }

  private func tell(_ line: String) {
    let bytes = Array("zizhu-bench: \(line)\n".utf8)
    write(STDERR_FILENO, bytes, bytes.count)
  }
}
