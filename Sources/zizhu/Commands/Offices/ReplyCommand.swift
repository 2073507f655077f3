import ArgumentParser
import Casework
import Office
import Wording

/// The city's file back to one office.
struct ReplyCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "市局：给一个局写回执件：收到哪里，核定了什么")

  @Argument(help: "局的代码，如 441881、441881B") var office: String
  @Argument(help: "写到这个文件") var file: String
  @OptionGroup var options: StoreOptions

  func openStore() throws -> OpenOffice { try options.openToHandOut() }

  func run(on open: OpenOffice) throws {
    let office = try open.officeCode(office)
    let who = try options.actor(in: open)
    let reply = try NewFile.write(to: file, \.bytes) {
      try open.reply(to: office, by: who)
    }
    let reached = reply.acknowledged.map { "收到第 \($0.sequence) 条为止" } ?? "还没有收到报送件"
    let returned =
      (reply.returned > 0 ? "；没有计入的申报 \(reply.returned) 件随件退回" : "")
      + (reply.toRedo > 0 ? "；没有计入的那一支对已有申报办过的 \(reply.toRedo) 项列在里面，请该局核对后重新办理" : "")
    try Streams.write(
      "回执件 第 \(reply.number) 号，给 \(office)：\(reached)，核定、退回等 \(reply.steps) 步\(returned)。\n")
  }
}

/// The county takes it in.
struct TakeCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "县局：收下市局的回执件（主管）；先列出内容，--confirm 才收")

  @Argument(help: "市局的回执件") var file: String
  @Flag(help: "看过以后，确实收下") var confirm = false
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let who = try options.actor(in: office)
    let bytes = try Streams.read(file)
    let arrived = try office.reply(bytes)
    let changes = try office.changes(taking: arrived, by: who)
    var text =
      ExchangeWording.reply(arrived.reply, arrived.rules, changes: changes, office.state)
      + ExchangeWording.returned(changes.isEmpty ? [] : arrived.returned, office.state)
      + ExchangeWording.redo(arrived.redo, office.state)
    if confirm {
      let saved = try office.takeIn(arrived, by: who)
      text += saved == nil ? "这一号已经收过，没有重复收。\n" : "已收下。\n"
    } else {
      text += "以上还没有收；看过以后，加 --confirm 收下。\n"
    }
    try Streams.write(text)
  }
}
