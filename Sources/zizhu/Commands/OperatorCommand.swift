import ArgumentParser
import Casework
import Office
import Wording

/// Who may work on the store.
struct OperatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operator", abstract: "操作员：添加、列出、停用，设定 PIN",
    subcommands: [Add.self, List.self, Retire.self, PINCommand.self, Alone.self])

  /// Says what was done; a one-time code stands on the last line, by itself, so that a script can take it.
  fileprivate static func tell(_ sentence: String, code: String?) throws {
    let handOver = code.map {
      "\n请把下面的一次性码当面交给本人；\(OneTimeCode.validDays) 天内有效，第一次登录时用。\n\($0)"
    }
    try Streams.write(sentence + (handOver ?? "") + "\n")
  }

  struct Add: StoreCommand {
    static let configuration = CommandConfiguration(
      abstract: "添加操作员（主管）；绑定系统登录名，或由本人第一次登录时设 PIN")

    @Argument(help: "姓名") var name: String
    @Option(help: "clerk 经办、reviewer 复核、supervisor 主管", transform: Add.role) var role: Operator.Role
    @Option(help: "绑定的系统登录名") var login: String?
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let added = Operator(name: name, role: role, login: login)
      let code = try office.add(added, by: options.actor(in: office))
      let how = login.map { "以系统登录名 \($0) 办理" } ?? "PIN 由本人第一次登录时设定"
      try OperatorCommand.tell("已添加\(StoreWording.role(role)) \(name)：\(how)。", code: code)
    }

    private static func role(_ text: String) throws -> Operator.Role {
      guard let role = Operator.Role(rawValue: text) else {
        throw ValidationError("没有角色“\(text)”。可用的有：clerk（经办）、reviewer（复核）、supervisor（主管）。")
      }
      return role
    }
  }

  struct List: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "列出操作员")

    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let lines = office.state.house.operators.map { known in
        let how = [known.login.map { "登录名 \($0)" }, known.pin.map { _ in "PIN" }].compactMap { $0 }
        let access = how.isEmpty ? "尚未设 PIN" : how.joined(separator: "、")
        return "\(known.name)  \(StoreWording.role(known.role))  \(known.isRetired ? "已停用" : access)"
      }
      let alone = office.state.house.isAloneAllowed ? ["允许一人独自办理（每次注明）"] : []
      try Streams.write(lines + alone)
    }
  }

  struct Retire: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "停用操作员（主管）；其办过的事照旧保留")

    @Argument(help: "姓名") var name: String
    @Option(help: "说明") var note = ""
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      try save(.retireOperator(name, note: note), in: office)
      try Streams.write("已停用 \(name)。\n")
    }
  }

  struct PINCommand: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "pin", abstract: "设定自己的 PIN；主管可清除别人忘记的 PIN，由其本人重设")

    @Option(help: "清除这位操作员的 PIN（主管）") var clear: String?
    @Option(help: "说明") var note = ""
    @Option(name: .customLong("new-pin-fd"), help: "从这个描述符读新的 PIN（脚本用）") var newDescriptor: Int32?
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let before = office.state.house.operators
      let who = try options.actor(in: office, newPIN: newDescriptor)
      if let clear {
        let code = try office.clearPIN(of: clear, note: note, by: who)
        return try OperatorCommand.tell("已清除 \(clear) 的 PIN，请本人下次登录时重设。", code: code)
      }
      let isFirst = before.first { $0.name == who.name }?.pin == nil
      let isSetBySigningIn = office.state.house.operators.first { $0.name == who.name }?.pin != nil
      if !(isFirst && isSetBySigningIn) { try setNew(office, who) }
      try Streams.write("已设定 \(who.name) 的 PIN。\n")
    }

    private func setNew(_ office: OpenOffice, _ who: SignedIn) throws {
      let typed = newDescriptor.map { PINPrompt.read(descriptor: $0) } ?? PINPrompt.askNew(for: who.name)
      guard let typed else {
        throw Failure(.usage, "没有读到新的 PIN（或两次输入不同），没有改动。")
      }
      let known = office.state.house.operators.first { $0.name == who.name }
      let code =
        options.codeDescriptor != nil
        ? options.readCode()
        : known.map(office.asksForCode) == true ? PINPrompt.ask("主管交给“\(who.name)”的一次性码：") : nil
      try office.setPIN(typed, by: who, code: code)
    }
  }

  struct Alone: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "是否允许一人办公时独自审定（主管），每次都注明")

    enum Choice: String, ExpressibleByArgument, CaseIterable { case on, off }

    @Argument(help: "on 允许，off 不允许") var choice: Choice
    @Option(help: "理由") var note: String
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      try save(.allowAlone(choice == .on, note: note), in: office)
      try Streams.write("\(choice == .on ? "已允许" : "不再允许")一人独自办理。\n")
    }
  }
}
