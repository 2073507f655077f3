import CaseModel
public import Casework
import SubsidyRules

/// What a county reads of a reply before it takes it in.
extension ExchangeWording {
  /// How far the city has got, its verdicts, and everything else that taking the reply in changes.
  ///
  /// - Parameters:
  ///   - changes: what taking it in comes to; none where it was taken in before.
  public static func reply(
    _ reply: TakenReply, _ rules: CityRules, changes: [Change], _ office: OfficeState
  ) -> String {
    var lines = ["回执件 第 \(reply.number) 号"]
    lines.append(
      reply.acknowledged.map { "市局已收到本局第 \($0.sequence) 条为止的记录。" } ?? "市局还没有收到本局的报送件。")
    lines += reply.steps.map { "  \(line(of: $0))" }
    if reply.steps.isEmpty { lines.append("没有新的核定、退回。") }
    lines += changes.flatMap { self.lines($0, office) }
    // What could not be withdrawn.
    let gone = changes.compactMap { if case .policyWithdrawn(let id, _) = $0 { id } else { String?.none } }
    let chosen = Set(rules.policies.compactMap { office.given.policies[$0]?.id })
    if !changes.isEmpty {
      for entry in office.rules.inForce.entries where !chosen.contains(entry.id) && !gone.contains(entry.id) {
        lines.append("市局已停用、本局有申报以它为依据、仍保留的政策：\(title(entry.id, office))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Filings that come back to be entered anew, each with its number of then and who entered it; nothing where there are none.
  public static func returned(_ returned: [ReturnedFiling], _ office: OfficeState) -> String {
    guard !returned.isEmpty else { return "" }
    let lines = returned.map { one in
      let item = office.policy.item(one.filing.item)?.label ?? one.filing.item
      return "  \(one.filing.id)  \(item)  \(one.applicant.name)  \(one.filing.received) 收件（\(one.by)）"
    }
    return "另一台机器（或旧备份）上登记、没有计入的申报 \(returned.count) 件，收下后作为草稿放回；各人下次打开系统时会问，请逐件核对后重新登记：\n"
      + lines.joined(separator: "\n") + "\n"
  }

  /// What was done on a machine that does not count to records that are here, by whom and when; nothing where there is none.
  public static func redo(_ saves: [Transaction], _ office: OfficeState) -> String {
    let lines = saves.flatMap { save in
      save.changes.compactMap { change -> String? in
        guard let id = change.record else { return nil }
        let deed: Deed
        switch change {
        case .stepped(_, let step): deed = .stepped(step)
        case .papersTicked(_, let ticks): deed = .papersTicked(ticks)
        default: deed = .changed([])
        }
        let done = HistoryWording.line(deed, CaseWords(office, filing: id))
        return "  \(id)  \(oneLine(done))（\(save.by)，\(MomentWording.local(save.at))）"
      }
    }
    guard !lines.isEmpty else { return "" }
    return "另一台机器（或旧备份）上对本局已有的申报、申请人办过、没有计入的 \(lines.count) 项，收下后不会自动补办；请逐项核对，需要的在本机重新办理：\n"
      + lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ change: Change, _ office: OfficeState) -> [String] {
    switch change {
    case .policyAdopted(let id, let hash, _), .policyJoined(let id, let hash, _):
      return ["随附市局的政策，收下后启用：\(office.given.policies[hash]?.title ?? id)"]
    case .policyWithdrawn(let id, _): return ["市局已停用的政策，收下后停用：\(title(id, office))"]
    case .readingChosen(let reading, let option, _): return ["口径改按市局：\(reading) \(option)"]
    case .personsTold(let word):
      let names = word.applicants.map { id in "\(id) \(office.applicant(id)?.name ?? "")" }
      let verdict = OfficesWording.verdict(word.verdict == .link ? .link : .distinct)
      return ["申请人 \(names.joined(separator: "、"))：\(verdict)（\(oneLine(word.note))）"]
    case .yearUnsealed(let year, let note): return ["\(year) 年度退回重做，收下后重新打开：\(oneLine(note))"]
    case .offices(.holidaysTold(let holidays)):
      let years = holidays.years.keys.sorted().map(String.init)
      return ["放假安排改按市局：\(years.joined(separator: "、")) 年"]
    case .offices(.newsTold(let news)): return news.flatMap { lines($0, office) }
    default: return []
    }
  }

  /// Bad news that the city tells of, and what it reaches here.
  private static func lines(_ news: News, _ office: OfficeState) -> [String] {
    let ids = office.filings(restingOn: news).map(\.filing)
    return [
      "不利情形 \(news.id)：\(NewsWording.label(news.kind)) \(news.number)（\(news.paper)，\(news.day)）",
      "  涉及本局 \(ids.count) 件：\(ids.few(5))。收下以后请登记办理：zizhu news \(news.kind.rawValue) \(news.number)",
    ]
  }

  private static func title(_ policy: String, _ office: OfficeState) -> String {
    office.file(ofPolicy: policy)?.title ?? policy
  }

  /// Words of several lines would look like further rows.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
