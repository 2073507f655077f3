import ArgumentParser
import Casework
import Interchange
import Office
import Papers
import SubsidyRules
import Wording

/// Which policies an office works under.
extension PolicyCommand {
  struct List: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "列出本局采用的政策和各自适用的期间")

    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let state = office.state
      let counts = state.filingsByPolicy()
      let lines = state.policy.documents.map { policy in
        let isFirst = state.policy.order.first == policy.id ? "，建库时的政策" : ""
        return "\(AdoptionWording.line(policy))  申报 \(counts[policy.id] ?? 0) 件\(isFirst)\n"
      }
      try Streams.write(lines.joined())
    }
  }

  struct Adopt: StoreCommand {
    static let configuration = CommandConfiguration(
      abstract: "采用一份政策（主管）：各按其适用期间，与现行的并用；先列出会变动的申报，加 --confirm 才采用")

    @Argument(help: "政策文件") var file: String
    @Option(help: "理由") var note: String
    @Flag(help: "看过变动，确认采用") var confirm = false
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let bytes = try Streams.read(file)
      let policy = try DataFolder.readPolicy(bytes, from: file)
      let name = try options.actor(in: office)
      let effect = try office.effect(ofAdopting: bytes, note: note, by: name)
      guard let effect else { return try Streams.write("这份政策文件已在采用，没有改动。\n") }
      try Streams.write(EffectReport.text(effect, office.state))
      guard confirm else {
        return try Streams.write("没有改动。确认采用《\(policy.title)》（\(policy.document)），请加 --confirm。\n")
      }
      _ = try office.adopt(bytes, note: note, by: name)
      let kept = office.state.rules.choices.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      let choices = kept.isEmpty ? "" : "数据库里选定的口径继续有效：\(kept.joined(separator: "、"))。"
      try Streams.write("已采用《\(policy.title)》（\(policy.document)）。\(choices)\n")
    }
  }

  struct Withdraw: StoreCommand {
    static let configuration = CommandConfiguration(
      abstract: "撤下一份后来采用的政策（主管）：先列出会变动的申报，加 --confirm 才撤下")

    @Argument(help: "政策编号，见 zizhu policy list") var policy: String
    @Option(help: "理由") var note: String
    @Flag(help: "看过变动，确认撤下") var confirm = false
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let name = try options.actor(in: office)
      let command = Command.withdrawPolicy(id: policy, note: note)
      let effect = try office.effect(of: command, by: name)
      if let effect { try Streams.write(EffectReport.text(effect, office.state)) }
      guard confirm else { return try Streams.write("没有改动。确认撤下请加 --confirm。\n") }
      let title = office.state.policy.document(policy)?.title ?? policy
      _ = try office.save(command, by: name)
      try Streams.write("已撤下《\(title)》。\n")
    }
  }
}
