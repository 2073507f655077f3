import ArgumentParser
import Glibc

/// The program: one file a command, in `Commands`.
@main
struct Zizhu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu", abstract: "资助：知识产权局办理专利资助的工作台",
    subcommands: [
      OpenDesk.self, Demo.self, Init.self, Import.self, Export.self, File.self, Assess.self, Show.self,
      History.self, Undo.self, Report.self, Register.self, Print.self, Verify.self, Backup.self, Restore.self,
      StepCommand.self, TickCommand.self,
      NewsCommand.self, AmendCommand.self, SealCommand.self, UnsealCommand.self, OperatorCommand.self,
      PolicyCommand.self, ClaimsCommand.self, AwardsCommand.self,
    ], defaultSubcommand: OpenDesk.self)

  static func main() {
    // A file that may grow no more is a write that fails and is told, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // What the parser says echoes what was typed.
      let (message, code) = (fullMessage(for: error), exitCode(for: error))
      if code == .success {
        try? Streams.write(Array((message + "\n").utf8))
      } else if !message.isEmpty {
        Streams.complain(message)
      }
      Glibc.exit(code.rawValue)
    }
  }
}
