import ArgumentParser

/// Measures stores of invented offices, as ratios against bare reads and writes of the same bytes.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu-bench",
    abstract: "Makes offices of several sizes and measures the program on them.",
    subcommands: [
      Run.self, City.self, Keys.self, Make.self, MeasureCity.self, MeasureOpening.self, MeasureProgram.self,
      MeasureSQLite.self,
      MeasureWork.self,
    ], defaultSubcommand: Run.self)
}
