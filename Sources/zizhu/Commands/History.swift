import ArgumentParser
import CaseModel
import Casework
import Office
import SubsidyRules
import Wording

/// Shows every change of one filing or applicant.
struct History: StoreCommand {
  static let configuration = CommandConfiguration(abstract: "一件申报或一个申请人的每次改动：谁、何时、改前改后")

  @Argument(help: "申报或申请人的编号") var id: String
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    guard let changes = try office.history(of: id) else {
      throw Failure(.notFound, "没有这个编号的申报或申请人。")
    }
    try Streams.write(changes.flatMap { Self.lines($0, office.state.policy) })
  }

  private static func lines(_ change: RecordChange, _ policy: Policy) -> [String] {
    let entry = change.entry
    let undone = entry.undoes.map { "（第 \($0) 号）" } ?? ""
    var item: Item?
    if case .filing(let filing)? = change.after { item = policy.item(filing.item) }
    let deed = HistoryWording.label(entry) + undone + HistoryWording.set(entry.day)
    return ["第 \(entry.sequence) 号  \(MomentWording.local(entry.at))  \(entry.by)  \(deed)"]
      + change.differences.map {
        "    " + HistoryWording.sentence($0, item: item, districts: policy.districts)
      }
      + (change.after == nil ? ["    日志里的这一条读不出来，请用 zizhu verify 检查"] : [])
  }
}

/// Puts back what stood before the last change of one filing or applicant.
struct Undo: StoreCommand {
  static let configuration = CommandConfiguration(abstract: "撤销一件申报或一个申请人的最后一次修改（另记一条，原记录不动）")

  @Argument(help: "申报或申请人的编号") var id: String
  @Option(help: "理由；撤销办理步骤时必填") var note = ""
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    guard let saved = try office.undo(id, note: note, by: options.actor(in: office)) else {
      throw OfficeError.nothingToUndo(id)
    }
    try Streams.write("已撤销 \(id) 的最后一次修改，记为第 \(saved.sequence) 号。\n")
  }
}
