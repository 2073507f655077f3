import ArgumentParser
import Casework
import Journal
import Office
import Parcels
import Wording

/// What a city takes in.
struct GatherCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather", abstract: "市局：汇总报送件；先列出会有什么变化，--confirm 才收",
    discussion: "可以一次给几个文件，次序不论，重复的不会算两次。没有入网的局，可以给它的备份（.backup），并用 --head 写明纸上的日志头。")

  @Argument(help: "报送件或备份") var files: [String] = []
  @Option(help: "备份的日志头，照纸上的输入；收备份时必须写，几个备份就写几个") var head: [String] = []
  @Option(help: "照纸上的交接单输入，可以写几次：局:项目=件数/金额；与内容不同的项目先不核定、拨付") var cover: [String] = []
  @Flag(help: "看过以后，确实收下") var confirm = false
  @OptionGroup var options: StoreOptions

  func openStore() throws -> OpenOffice { try options.openToGather() }

  func run(on office: OpenOffice) throws {
    let who = try options.actor(in: office)
    let inputs = try files.map(input)
    let covers = try TypedCovers.read(cover, office.state)
    let plan = try office.rehearse(inputs, covers: covers)
    var text = GatherWording.text(
      plan.rows.map {
        GatherWording.Row($0.file, $0.office, $0.bundle, Self.outcome($0.outcome), $0.wasHeld)
      },
      before: plan.before, after: plan.after)
    for file in plan.unread { text += "存放的 \(file.file) 打不开：\(Failure(file.error).sentence)\n" }
    if confirm {
      _ = try office.gather(plan, by: who)
      text += plan.changesNothing ? "没有要收的。\n" : "已收下。\n"
    } else if !plan.changesNothing {
      text += "以上还没有收；看过以后，加 --confirm 收下。\n"
    }
    try Streams.write(text)
    guard plan.refused.isEmpty else {
      let sentences = plan.refused.map { "\($0.file)：\(Failure($0.error).sentence)" }
      throw Failure(.badInput, sentences.joined(separator: "\n"))
    }
  }

  private func input(_ file: String) throws -> OpenOffice.GatherInput {
    let bytes = try Streams.read(file)
    guard !Parcel.isParcel(bytes) else { return .file(file, bytes) }
    let heads = try head.map { text in
      guard let typed = JournalHead(text) else {
        throw Failure(.usage, "--head“\(text)”不是日志头，请照纸上的原样输入。")
      }
      return typed
    }
    guard !heads.isEmpty || !confirm else {
      throw Failure(.usage, "备份没有签名：要收下，请用 --head 写明那个局纸上的日志头。")
    }
    return .backup(path: file, heads: heads)
  }

  /// What becomes of a file, in words.
  static func outcome(_ outcome: GatherPlan.Outcome) -> String {
    switch outcome {
    case .new(let records): "新记录 \(records) 条"
    case .known: "已收过，不重复计入"
    case .held(let missing): "缺第 \(missing) 条起的记录，先存放，等补齐"
    case .fork(let fork): "与已收的从第 \(fork.after + 1) 条起不同（两台机器，或旧备份？），没有收，原件存放"
    case .retired: "该局已停止报送，不计入；报送件存放备查"
    case .damaged(let finding): "损坏：" + StoreWording.sentence(finding)
    }
  }
}
