import ArgumentParser

/// `zizhu-make-data demo`: an invented office, the same bytes for the same seed.
struct MakeDemo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Makes data/demo/qingyuan-demo.json, an invented office from July 2018 to March 2020.")

  @Option(help: "What numbers and days are drawn from.")
  var seed: UInt64 = 201_827

  @Option(help: "Where the file goes; standard output without it.")
  var output: String?

  func run() throws { try Files.write(DemoFile.bytes(DemoOffice(seed: seed)), to: output) }
}
