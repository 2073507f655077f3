import ArgumentParser
import CaseModel
import Casework
import Journal
import Office
import Wording

/// What stands between the journals of the offices.
struct ConflictsCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "市局：列出各局之间的冲突，用 zizhu rule 裁定")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "只列这一类，按编号，如 5") var kind: Int?
  @Option(help: "只列涉及这个局的") var office: String?
  @Flag(help: "也列出已裁定的") var all = false
  @Option(help: "text 或 json") var format = Format.text
  @OptionGroup var options: StoreOptions

  func run(on open: OpenOffice) throws {
    guard open.own.offices.city == nil else {
      throw Failure(.badInput, OfficesWording.sentence(.isCounty))
    }
    let joint = open.joint
    let writer = office.flatMap { open.own.offices.office($0)?.writer?.writer }
    if let office, writer == nil {
      throw Failure(.badInput, OfficesWording.sentence(.unknownOffice(office)))
    }
    let conflicts = (joint?.conflicts ?? []).filter { conflict in
      (all || conflict.ruling == nil) && (kind == nil || conflict.kind.rawValue == kind)
        && (writer == nil || conflict.writers.contains { $0 == writer })
    }
    switch format {
    case .json: try Streams.writeData(ConflictWording.json(conflicts, joint))
    default:
      let uncounted = (joint?.waiting ?? []).filter { writer == nil || $0.writer == writer }
      let lines = OfficesWording.uncounted(uncounted, in: open.state)
      try Streams.write(ConflictWording.text(conflicts, joint) + lines.map { $0 + "\n" }.joined())
    }
  }
}

/// The city's word on a conflict.
struct RuleCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "市局：裁定一个冲突（主管）",
    discussion:
      "裁定：link 为同一申请人（写 operators 时为同一人），distinct 不是同一申请人（写 operators 时不是同一人），keep 以某件为先（--keep 局:编号），head 总部为谁（--head 局:编号），"
      + "confirm 维持核定，return 退回县局，reject 不予资助，void 撤销不算（市局的重复登记、县局已撤回的，或县局入网后自行审定的），map 未知的县区代码认作哪个县区（--district 代码），noted 已知悉，fork-keep 分叉以哪一支为准（--tail 写 conflicts 列出的十二位，连字符可以不写，已收的、另一支都可以）。"
  )

  @Argument(help: "冲突的编号，如 K5-0a1b2c3d4e5f") var conflict: String
  @Argument(help: "裁定") var verdict: String
  @Option(help: "为先的申报，写成 局:编号，如 441881:441881-2020-000001") var keep: String?
  @Option(
    help:
      "link、distinct 只说其中几个时，写成 局:编号,局:编号；冲突写 persons 时，可以是任何几个申请人（head 写分支机构），写 operators 时是操作员，写成 局:姓名,局:姓名"
  )
  var parties: String?
  @Option(help: "总部，写成 局:编号") var head: String?
  @Option(help: "为准的一支：conflicts 列出的十二位") var tail: String?
  @Option(help: "未知的县区代码认作本市的这个县区") var district: String?
  @Option(help: "理由") var note: String
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let who = try options.actor(in: office)
    if let parties { return try rule(among: parties, in: office, by: who) }
    guard conflict != "operators", conflict != "persons" else {
      throw Failure(.usage, "请用 --parties 写明是哪几个：申请人写成 局:编号，操作员写成 局:姓名，中间用逗号。")
    }
    guard let found = office.joint?.conflicts.first(where: { $0.id == conflict }) else {
      throw Failure(.badInput, OfficesWording.sentence(.unknownConflict(conflict)))
    }
    if let step = OfficeConflict.steps[verdict], found.verdicts.contains(verdict) {
      return try take(step, on: found, in: office, by: who)
    }
    guard found.verdicts.contains(verdict), let word = try word(on: found, in: office) else {
      throw Failure(.badInput, OfficesWording.sentence(.unfitVerdict(verdict)) + ConflictWording.offer(found))
    }
    let ruling = Ruling(conflict: conflict, verdict: word, parties: found.parties, note: note)
    let before = office.state
    _ = try office.save(.offices(.rule(ruling)), by: who)
    try Streams.write(ConflictWording.ruled(found, word, before: before, after: office.state))
  }

  /// Who is who among some records, whether or not a conflict names just these; whose branch they are; who is who among
  /// people who work in several offices.
  private func rule(among text: String, in office: OpenOffice, by who: SignedIn) throws {
    let parties = try text.split(separator: ",").map { try party(String($0), in: office) }.sorted()
    let isOfOperators = conflict == "operators"
    let word: Ruling.Verdict
    switch verdict {
    case "link": word = .link
    case "distinct": word = .distinct
    case "head" where !isOfOperators: word = .head(try party(needed(head, "--head"), in: office))
    default:
      throw Failure(.usage, "--parties 只用于 link、distinct 和 head（head 不用于 operators）。")
    }
    let id = isOfOperators ? Ruling.amongOperators(parties) : Ruling.amongPersons(parties)
    let ruling = Ruling(conflict: id, verdict: word, parties: parties, note: note)
    let before = office.state
    _ = try office.save(.offices(.rule(ruling)), by: who)
    try Streams.write(
      isOfOperators
        ? "已裁定：\(OfficesWording.amongOperators(parties, word))。\n"
        : ConflictWording.ruled(among: parties, word, before: before, after: office.state))
  }

  private func take(
    _ step: Step, on conflict: OfficeConflict, in office: OpenOffice, by who: SignedIn
  ) throws {
    var request = StepRequest(step, conflict.filings.map { office.state.row($0) })
    request.note = note
    _ = try office.save(.step(request), by: who)
    let label = StepLabels.label(step)
    try Streams.write("已\(label)：\(conflict.filings.joined(separator: "、"))。\n")
  }

  private func word(on conflict: OfficeConflict, in office: OpenOffice) throws -> Ruling.Verdict? {
    switch verdict {
    case "link": return .link
    case "distinct": return .distinct
    case "confirm": return .confirm
    case "noted": return .noted
    case "map": return .map(try needed(district, "--district"))
    case "void": return .void
    case "keep":
      let party = try party(needed(keep, "--keep"), in: office)
      guard conflict.parties.contains(party) else {
        throw Failure(.badInput, OfficesWording.sentence(.notAParty(party.id)))
      }
      return .keep(OfficeFiling(writer: party.writer, id: party.id))
    case "head": return .head(try party(needed(head, "--head"), in: office))
    case "fork-keep":
      // As it was typed off paper: in whatever letters, with or without its hyphens.
      let typed = TextFolding.search(try needed(tail, "--tail"))
      return .forkKeep(typed.lowercased().replacing("-", with: ""))
    default: return nil
    }
  }

  private func needed(_ text: String?, _ option: String) throws -> String {
    guard let text else { throw Failure(.usage, "裁定 \(verdict) 还要写明 \(option)。") }
    return text
  }

  private func party(_ text: String, in office: OpenOffice) throws -> OfficeRecord {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let own = office.journal.identity.writer
    guard parts.count == 2,
      let writer = parts[0] == office.own.office?.district
        ? own : office.own.offices.office(parts[0])?.writer?.writer
    else {
      throw Failure(.usage, "“\(text)”应写成 局:编号，如 441881:441881-2020-000001；写 operators 时为 局:姓名。")
    }
    return OfficeRecord(writer: writer, id: parts[1])
  }
}
