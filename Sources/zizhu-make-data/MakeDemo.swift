import ArgumentParser

/// `zizhu-make-data demo`: an invented office of 2018 to 2020.
struct MakeDemo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Makes data/demo/qingyuan-demo.json, an invented office.")

  func run() throws {}
}
