import CaseModel
import SubsidyRules

/// What the parts of an item's rules are called, by the labels of its policy file.
struct ItemTerms {
  let item: Item

  init(_ item: Item) { self.item = item }

  func input(_ index: Int) -> String {
    item.inputs.indices.contains(index) ? item.inputs[index].label : ""
  }

  /// What a value is called: its label, or how it is had.
  func name(of expression: Expression) -> String {
    switch expression {
    case .input(let index): input(index)
    case .value(let index): item.values.indices.contains(index) ? item.values[index].label : ""
    case .kind: "申请人类型"
    case .number(let number): String(number)
    case .money(let money): "\(MoneyWording.short(money)) 元"
    case .date(let day): day.description
    case .flag(let flag): flag ? "是" : "否"
    case .type: "专利类型"
    case .year(let of): "\(name(of: of))的年度"
    case .later(let a, let b): "\(name(of: a))与\(name(of: b))中较晚的一天"
    case .lastDay(.year(let of)): "\(name(of: of))所在年度的最后一天"
    case .lastDay(let of): "\(name(of: of))的最后一天"
    case .annuity(let filed, let day): "\(name(of: day))落入的年费年度（自\(name(of: filed))起算）"
    case .add(let a, let b): "\(name(of: a))加\(name(of: b))"
    case .subtract(let a, let b): "\(name(of: a))减\(name(of: b))"
    }
  }

  /// What a case of a value is called: a patent type, a kind of applicant, an option of an input.
  func name(_ text: String, of expression: Expression) -> String {
    switch expression {
    case .value(let index) where item.values.indices.contains(index):
      return name(text, of: item.values[index].expression)
    case .type: return PatentType(rawValue: text).map { Labels.label($0) } ?? text
    case .kind: return ApplicantKind(rawValue: text).map { Labels.label($0) } ?? text
    case .input(let index) where item.inputs.indices.contains(index):
      switch item.inputs[index].kind {
      case .choice(let options): return options.first { $0.id == text }?.label ?? text
      case .flag: return item.inputs[index].label + (text == "true" ? "“是”" : "“否”")
      default: return text
      }
    default: return text
    }
  }

  /// Whether a value is a day, which is early or late and not low or high.
  func isDay(_ expression: Expression) -> Bool {
    switch expression {
    case .date, .later, .lastDay: true
    case .input(let index): item.inputs.indices.contains(index) && item.inputs[index].kind == .date
    case .value(let index):
      item.values.indices.contains(index) && isDay(item.values[index].expression)
    default: false
    }
  }
}
