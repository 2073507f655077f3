import ArgumentParser

/// Makes the data files that no one writes by hand; developers run it, offices never.
@main
struct MakeData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu-make-data",
    abstract: "Makes the pinyin table and the demo office: its work register, and what is done there.",
    subcommands: [MakePinyin.self, MakeDemo.self, MakeRegister.self, MakeSteps.self])
}
