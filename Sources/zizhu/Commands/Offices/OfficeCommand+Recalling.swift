import ArgumentParser
import Casework
import Office
import Wording

extension OfficeCommand {
  /// A city that was restored gets back what it had decided.
  struct Recall: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "recall", abstract: "市局：数据库恢复以后，把各局回执里的决定收回本库（主管）；先列出，--confirm 才收",
      discussion: "先用 zizhu gather 收下各局的报送件，各局收过的回执都记在里面。没有收回以前，核定、拨付等都不能办。")

    @Flag(help: "看过以后，确实收回") var confirm = false
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let who = try options.actor(in: office)
      let lost = try office.lostVerdicts()
      var text = ExchangeWording.lost(lost, office.state)
      if confirm {
        let saved = try office.save(.offices(.recall(lost)), by: who)
        text += saved == nil ? "" : "已收回。\n"
      } else if !lost.isEmpty {
        text += "以上还没有收回；看过以后，加 --confirm 收回。\n"
      }
      try Streams.write(text)
    }
  }
}
