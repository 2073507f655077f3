import ArgumentParser
import CProgram
import Glibc

/// The program: one file a command, in `Commands`.
@main
struct Zizhu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu", abstract: "资助：知识产权局办理专利资助的工作台",
    version: ProgramVersion.number,
    subcommands: [
      OpenDesk.self, Demo.self, Init.self, Import.self, Export.self, File.self, Assess.self, Show.self,
      History.self, Undo.self, Report.self, Register.self, Print.self, Verify.self, Backup.self, Restore.self,
      StepCommand.self, TickCommand.self,
      NewsCommand.self, AmendCommand.self, MergeCommand.self, SealCommand.self, UnsealCommand.self,
      OperatorCommand.self,
      OfficeCommand.self, BundleCommand.self, GatherCommand.self, ConflictsCommand.self, RuleCommand.self,
      ReplyCommand.self, TakeCommand.self,
      CloseCommand.self,
      PolicyCommand.self, ClaimsCommand.self, AwardsCommand.self, Doctor.self, HelpCommand.self,
    ], defaultSubcommand: OpenDesk.self)

  static func main() {
    // A file that may grow no more is a write that fails and is told, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let error as any Told {
      leave(with: error.failure)
    } catch {
      leave(after: error)
    }
  }

  private static func leave(with failure: Failure) -> Never {
    Streams.complain("zizhu：" + failure.sentence)
    Glibc.exit(failure.status.rawValue)
  }

  /// Ends the program: with what was asked of the parser itself, or with what it finds wrong, in Chinese.
  private static func leave(after error: any Error) -> Never {
    let message = message(for: error)
    guard !message.isEmpty, let program = CommandHelp.program else { exit(withError: error) }
    // The parser has its own word "help" for what `HelpCommand` does not answer.
    let (command, _) = program.called(by: arguments)
    switch exitCode(for: error) {
    case .success where message == configuration.version: finish(ProgramVersion.text + "\n")
    case .success where message.hasPrefix("OVERVIEW: ") || message.hasPrefix("USAGE: "):
      finish(HelpText(command: command).text)
    case .validationFailure:
      Streams.complain("zizhu：" + ParserWording(command: command).sentence(message))
      Streams.complain("用法：" + HelpText(command: command).usage + "\n详见 \(command.name) --help")
      Glibc.exit(Failure.Status.usage.rawValue)
    case .success: finish(message + "\n")
    case let code:
      // What the parser says echoes what was typed.
      Streams.complain(message)
      Glibc.exit(code.rawValue)
    }
  }

  private static func finish(_ text: String) -> Never {
    do { try Streams.write(text) } catch let error as any Told { leave(with: error.failure) } catch {}
    Glibc.exit(0)
  }

  /// What the program was asked, without its own name. Swift's own list comes from `/proc`, which a bare root lacks.
  static var arguments: [String] {
    (1..<max(1, program_argument_count())).compactMap { program_argument($0).map { String(cString: $0) } }
  }
}
