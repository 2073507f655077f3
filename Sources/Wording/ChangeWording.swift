public import Casework
import CaseModel
import SubsidyRules

/// What happened in the office, a line each, as the journal screen and the story of a record tell it.
///
/// Identity numbers, phones and accounts stand in none of them.
public enum ChangeWording {
  public static func line(_ change: Change, _ state: OfficeState) -> String {
    switch change {
    case .filingReceived(let filing, _): "收件  \(subject(filing.id, filing, state))"
    case .filingChanged(let filing): "修改  \(subject(filing.id, filing, state))"
    case .filingTakenOver(let filing, _): "接收旧档  \(subject(filing.id, filing, state))"
    case .stepped(let id, let taken): deed(.stepped(taken), id, state)
    case .papersTicked(let id, let ticks): deed(.papersTicked(ticks), id, state)
    case .factsChanged(let id, let facts): deed(.factsChanged(facts), id, state)
    case .applicantEntered(let applicant): "录入申请人  \(applicant.id) \(applicant.name)"
    case .applicantChanged(let applicant, let since):
      "修改申请人  \(applicant.id) \(applicant.name)" + FamilyWording.remark(since, of: applicant)
    default: office(change, state)
    }
  }

  /// A save in a line: its one change, or how many of which kind.
  public static func line(_ save: Transaction, _ state: OfficeState) -> String {
    let undone = (save.undoes.map { "（撤销第 \($0) 号）" } ?? "") + HistoryWording.set(save.day)
    guard save.changes.count > 1, let first = save.changes.first else {
      return (save.changes.first.map { line($0, state) } ?? "") + undone
    }
    let parts = save.changes.map(kind).countsOfEach.map { "\($0) \($1) 项" }
    return parts.joined(separator: "，") + "：" + line(first, state) + " 等" + undone
  }

  private static func kind(_ change: Change) -> String {
    switch change {
    case .filingReceived: "收件"
    case .filingChanged: "修改"
    case .filingTakenOver: "接收旧档"
    case .stepped(_, let taken): StepLabels.label(taken.step)
    case .papersTicked: "核对材料"
    case .factsChanged: "更新申请人情况"
    case .applicantEntered: "录入申请人"
    case .applicantChanged: "修改申请人"
    case .recordEntered, .recordChanged, .recordStruck: "台账记录"
    case .newsEntered: "不利情形"
    case .founded: "建库"
    case .operatorAdded, .operatorRetired, .pinSet, .pinCleared, .codeMissed, .pinsMissed, .aloneAllowed:
      "操作员"
    case .readingChosen, .policyAdopted, .policyJoined, .policyWithdrawn: "口径、政策"
    case .yearSealed, .yearUnsealed: "封存年度"
    case .periodSet: "设定期限"
    case .personsTold: "申请人并户"
    case .snapshotAnchored: "快照"
    case .offices: "局间往来"
    }
  }

  private static func deed(_ deed: Deed, _ id: String, _ state: OfficeState) -> String {
    guard let filing = state.file(id)?.filing else { return "\(HistoryWording.label(deed))  \(id)" }
    let words = HistoryWording.line(deed, CaseWords(state, filing: id))
    return "\(words)  \(subject(id, filing, state))"
  }

  private static func subject(_ id: String, _ filing: Filing, _ state: OfficeState) -> String {
    let item = state.policy.item(filing.item)?.label ?? filing.item
    return "\(id) \(item) \(state.applicant(filing.applicant)?.name ?? filing.applicant)"
  }

  private static func office(_ change: Change, _ state: OfficeState) -> String {
    func noted(_ text: String, _ note: String) -> String {
      note.isEmpty ? text : "\(text)（\(note.withoutStop)）"
    }
    switch change {
    case .founded(let office): return "建库  \(office.name)"
    case .operatorAdded(let added): return "添加操作员  \(added.name)（\(StoreWording.role(added.role))）"
    case .operatorRetired(let name, let note): return noted("停用操作员  \(name)", note)
    case .pinSet: return "设定自己的 PIN"
    case .pinCleared(let name, let note, _): return noted("清除 PIN  \(name)", note)
    case .codeMissed(let name): return "一次性码输错  \(name)"
    case .pinsMissed(let count): return "此前 PIN 输错 \(count) 次"
    case .aloneAllowed(let isAllowed, let note):
      return noted(isAllowed ? "允许一人办公时独自审定" : "不再允许独自审定", note)
    case .readingChosen(let reading, let option, let note):
      let rule = state.policy.reading(reading)
      let label = rule?.options.first { $0.id == option }?.label ?? option
      return noted("选定口径  \(rule?.label ?? reading)：\(label)", note)
    case .policyAdopted(let id, _, let note), .policyJoined(let id, _, let note):
      return noted("采用政策  \(state.policy.document(id)?.title ?? id)", note)
    case .policyWithdrawn(let id, let note): return noted("撤下政策  \(id)", note)
    case .newsEntered(let news): return "登记不利情形  \(news.id) \(NewsWording.label(news.kind)) \(news.paper)"
    case .personsTold(let word): return noted(PersonWording.line(word, state), word.note)
    case .periodSet(let period): return "设定期限  \(PeriodWording.line(period))"
    case .yearSealed(let seal): return noted("封存年度  \(seal.year)", seal.note)
    case .yearUnsealed(let year, let note): return noted("解封年度  \(year)", note)
    case .snapshotAnchored(let head, _):
      // The number of the last save that it covers says more than the whole head.
      let parts = head.split(separator: "/")
      return "快照  至第 \(parts.count == 4 ? String(parts[2]) : head) 号"
    case .offices(let change): return OfficesWording.line(change)
    case .recordEntered(let entry): return "记入台账  \(entry.id)"
    case .recordChanged(let entry): return "修改台账  \(entry.id)"
    case .recordStruck(let id, let note): return noted("划去台账  \(id)", note)
    case .filingReceived, .filingChanged, .filingTakenOver, .stepped, .papersTicked, .factsChanged,
      .applicantEntered, .applicantChanged:
      return kind(change)
    }
  }
}
