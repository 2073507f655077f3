import CaseModel
import SubsidyRules

extension Field {
  /// The field for an input that the policy file declares.
  init(_ rule: InputRule, text: String = "") {
    let kind: Field.Kind =
      switch rule.kind {
      case .date: .date
      case .money: .money
      case .flag: .flag
      case .text: .text
      case .year: .year
      case .count: .count
      case .applicationNumber: .applicationNumber
      case .choice(let options): .choice(options.map { .init(id: $0.id, label: $0.label) })
      }
    self.init(
      id: rule.id, label: rule.label, hint: rule.hint ?? Self.hint(kind, unit: rule.unit), kind: kind,
      text: text)
    if case .count(let range) = rule.kind { most = max(most, range.upperBound) }
  }

  private static func hint(_ kind: Field.Kind, unit: String?) -> String {
    switch kind {
    case .date: "如 20190301、今天"
    case .money: "元"
    case .flag: "是 / 否"
    case .count: unit ?? ""
    case .year: "如 2019"
    case .choice(let choices): choices.enumerated().map { "\($0 + 1)\($1.label)" }.joined(separator: " ")
    case .text, .applicationNumber: ""
    }
  }

  /// The text that stands in the field for what a filing keeps: a choice by its name, a yes by its word.
  mutating func show(_ raw: RawInput) {
    switch raw {
    case .text(let text):
      guard case .choice(let choices) = kind else { return editor.replace(text) }
      editor.replace(choices.first { $0.id == text }?.label ?? text)
    case .count(let count): editor.replace(String(count))
    case .flag(let isYes): editor.replace(isYes ? "是" : "否")
    case .other(let text): editor.replace(text)
    case .null: editor.clear()
    }
  }
}

extension Field.Kind {
  /// A choice among all values of a kind.
  static func choice<Value: CaseIterable & RawRepresentable<String>>(
    of kind: Value.Type, _ label: (Value) -> String
  ) -> Self {
    .choice(kind.allCases.map { .init(id: $0.rawValue, label: label($0)) })
  }

  static func choice(of districts: [District]) -> Self {
    .choice(districts.map { .init(id: $0.code, label: $0.name) })
  }
}
