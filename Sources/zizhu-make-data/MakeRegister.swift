import ArgumentParser

/// `zizhu-make-data register`: the demo office's work register, the same bytes for the same seed.
struct MakeRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Makes data/demo/qingyuan-register.jsonl, the work register of the same office.")

  @Option(help: "What numbers and days are drawn from; the demo's own.")
  var seed: UInt64 = 201_827

  @Option(help: "Where the file goes; standard output without it.")
  var output: String?

  func run() throws { try Files.write(DemoRegister(DemoOffice(seed: seed), seed: seed).bytes, to: output) }
}
