import ArgumentParser

/// `zizhu-make-data steps`: what is done in the demo office, as commands; the same bytes for the same seed.
struct MakeSteps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steps",
    abstract: "Makes the shell script by which .ci/demo-data makes data/demo/qingyuan-demo.backup.")

  @Option(help: "What numbers and days are drawn from; the demo's own.")
  var seed: UInt64 = 201_827

  @Option(help: "Where the script goes; standard output without it.")
  var output: String?

  func run() throws {
    let office = try DemoOffice(seed: seed)
    let register = try DemoRegister(office, seed: seed)
    try Files.write(DemoSteps(office, register: register, seed: seed).bytes, to: output)
  }
}
