import CaseModel
public import Casework
public import Interchange
public import SubsidyRules

/// Sentences and words about the work register (工作台账).
public enum RegisterWording {
  /// Why a record is not entered or changed; fields bear their labels where the kind is given.
  public static func sentence(_ refusal: RegisterRefusal, kind: RecordKind? = nil) -> String {
    func labels(_ fields: [String]) -> String {
      fields.map { kind?.field($0)?.rule.label ?? $0 }.joined(separator: "、")
    }
    return switch refusal {
    case .unknownKind(let id): "政策文件里没有台账类别“\(id)”，请用 zizhu register kinds 查看。"
    case .unknownRecord(let id): "没有编号为“\(id)”的台账记录。"
    case .unknownFields(let fields): "这一类没有这些栏：\(fields.joined(separator: "、"))。"
    case .missing(let fields): "还没有填\(labels(fields))。"
    case .unreadable(let fields): "看不懂：\(labels(fields))。"
    case .unknownDistrict(let code): "“\(code)”不是本市的县区。"
    case .dayInFuture(let day): "\(day) 还没有到。"
    case .stagesOutOfOrder(let first, let second): "\(second)日期早于\(first)日期，请核对。"
    case .repeated(let id): "这个县区已有一条：\(id)。请修改那一条，不要重复登记。"
    case .struckOut(let id): "\(id) 已经作废。"
    case .movedOn(let id, let by, let at): "\(by) 于 \(MomentWording.local(at)) 又改过 \(id)，请看过最新情况再改。"
    case .kindFixed(let id): "\(id) 的类别不能改，请作废后重新登记。"
    case .numberTaken(let id): "编号“\(id)”已经有了，没有重复登记。"
    }
  }

  /// Why a table of records is not read.
  public static func sentence(_ mistake: RegisterTable.Mistake, kind: RecordKind) -> String {
    switch mistake {
    case .file(let mistake): OldLedgerWording.sentence(mistake)
    case .columnsMissing(let labels): "表格里找不到这些栏：\(labels.joined(separator: "、"))。"
    case .cell(let line, let label, let reason): "第 \(line) 行 \(label)：\(OldLedgerWording.words(reason))。"
    case .blank(let line, let label): "第 \(line) 行没有填\(label)。"
    case .differs(let line, let id): "第 \(line) 行与已有的 \(id) 不同，请先核对。"
    case .differsAbove(let line, let first): "第 \(line) 行与第 \(first) 行是同一项，内容不同，请先核对。"
    }
  }

  /// What a record states for a field, as people read it; money with its commas.
  public static func shown(_ field: RecordKind.Field, of entry: RegisterEntry) -> String {
    guard let value = entry.value(field) else { return "" }
    switch value {
    case .money(let money): return MoneyWording.grouped(MoneyTotal(money))
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "是" : "否"
    case .date(let day): return day.description
    case .patent(let number): return number.description
    case .percentage(let percentage): return percentage.description
    case .text(let text):
      guard case .choice(let options) = field.rule.kind else { return text }
      return options.first { $0.id == text }?.label ?? text
    }
  }

  /// A record in one line: its fields with their labels, those that state nothing left out.
  public static func summary(_ entry: RegisterEntry, _ kind: RecordKind?) -> String {
    guard let kind else { return entry.values.map(\.name).joined(separator: " ") }
    return kind.fields.compactMap { field in
      let text = shown(field, of: entry)
      return text.isEmpty ? nil : "\(field.rule.label) \(text)"
    }.joined(separator: "，")
  }

  /// A record in one line without the day or year that it belongs to.
  public static func brief(_ entry: RegisterEntry, _ kind: RecordKind?) -> String {
    guard var kind, kind.fields.indices.contains(kind.day) else { return summary(entry, kind) }
    kind.fields.remove(at: kind.day)
    return summary(entry, kind)
  }

  /// The day or year that a record belongs to, as it is written.
  public static func day(of entry: RegisterEntry, _ kind: RecordKind) -> String {
    kind.fields.indices.contains(kind.day) ? shown(kind.fields[kind.day], of: entry) : ""
  }

  /// What counts of one kind add up: each field that is summed with its unit.
  public static func sums(_ counts: [RegisterCount], _ kind: RecordKind) -> String {
    kind.fields.filter(\.isSummed).compactMap { field in
      let (id, unit) = (field.rule.id, field.rule.unit ?? "")
      let sums = counts.compactMap { $0.sums[id] }
      if !sums.isEmpty {
        return "\(field.rule.label) \(MoneyWording.grouped(sums.reduce(.zero, +))) \(unit)"
      }
      let numbers = counts.compactMap { $0.counts[id] }
      return numbers.isEmpty ? nil : "\(field.rule.label) \(numbers.reduce(0, +)) \(unit)"
    }.joined(separator: "，")
  }
}
