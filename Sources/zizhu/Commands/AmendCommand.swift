import ArgumentParser
import CaseModel
import Casework
import Interchange
import JSONText
import Office
import SubsidyRules
import Wording

/// Changes the data of a filing that nobody has decided, or of an applicant.
struct AmendCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "修改未审定申报的数据，或申请人的资料（从标准输入读 JSON）",
    discussion: """
      申报：{"received": "…", "inputs": {…}, "overrides": {…}}
      申请人：{"bank": "…", "account": "…"} 等
      只写要改的；null 为清除。
      改总部（parent）：不写 --from 为更正（一直如此），写了为变更（自那一日起收件的申报按新总部计）。
      总部已按某日变更、其实一直如此的：--from always。
      """)

  @Argument(help: "申报或申请人的编号") var id: String
  @Argument(help: "JSON 文件；- 为标准输入") var file = "-"
  @Option(name: .customLong("touch"), help: "申请人的变更也适用于这件未审定的申报，可写多个") var touched: [String] = []
  @Option(name: .customLong("from"), help: "总部自哪一日起变更（YYYY-MM-DD）；不写或 always 为更正：一直如此") var from: String?
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let bytes = try Streams.read(file)
    let since = try from.map { text in
      let day = CivilDate(text)
      guard day != nil || text == "always" else {
        throw Failure(.badInput, "--from 应写 YYYY-MM-DD，或 always（一直如此）。没有修改。")
      }
      guard office.state.applicant(id) != nil else {
        throw Failure(.badInput, "--from 只用于改申请人的总部。没有修改。")
      }
      return day.map(ParentSince.day) ?? .always
    }
    let command = try fileFailures(in: file, "没有修改。") {
      try self.command(bytes, since, office.state)
    }
    let saved = try storeFailures(at: options.path(), of: office, filing: id) {
      try office.save(command, by: options.actor(in: office))
    }
    let hint =
      saved.map { saved in
        FamilyWording.outcome(of: saved.changes, office.state).map { $0 + "\n" }.joined()
          + self.hint(after: saved.changes, office.state)
      } ?? ""
    try Streams.write(saved == nil ? "没有变化。\n" : "已修改 \(id)。\n\(hint)")
  }

  /// Decisions rest on the applicant as of receipt: which open filings the change might touch is for people to say.
  private func hint(after changes: [Change], _ state: OfficeState) -> String {
    guard touched.isEmpty, case .applicantChanged(let applicant, _)? = changes.first else { return "" }
    let open = state.files(of: id).filter {
      $0.standing.isUndecided && $0.received != state.facts(of: applicant, on: $0.filing.received)
    }.map(\.filing.id)
    guard !open.isEmpty else { return "" }
    return "未审定的申报仍按收件时的情况核算：\(open.joined(separator: "、"))。要一并适用，请用 --touch 编号。\n"
  }

  private func command(
    _ bytes: [UInt8], _ since: ParentSince?, _ state: OfficeState
  ) throws(CaseFileError) -> Casework.Command {
    if let filing = state.file(id)?.filing, let item = state.policy.item(filing.item) {
      return .changeFiling(try AmendmentFile.amended(filing, by: bytes, item: item), seen: state.seen(id))
    }
    guard let applicant = state.applicant(id) else {
      throw CaseFileError(.unknownApplicant(id), location: .init(line: 1, column: 1))
    }
    return .changeApplicant(
      try AmendmentFile.amended(applicant, by: bytes), touching: touched, since: since)
  }
}
