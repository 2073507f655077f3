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
    case .received: "收件日"
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
    case .figure(_, let value): Self.stated(value)
    case .cases(let by, let cases): self.cases(cases, by: by)
    case .day(_, let month, let day, .year(let of)): "\(name(of: of))当年 \(month) 月 \(day) 日"
    case .day(_, let month, let day, .add(.year(let of), .number(1))):
      "\(name(of: of))次年 \(month) 月 \(day) 日"
    case .day(_, let month, let day, .add(let of, .number(1))):
      "\(name(of: of))的次年 \(month) 月 \(day) 日"
    case .day(_, let month, let day, let of): "\(name(of: of))的 \(month) 月 \(day) 日"
    case .after(_, let of, let months, let days): "\(name(of: of))后 \(Self.term(months: months, days: days))"
    case .add: chain(expression).map { part($0) }.joined(separator: "加")
    case .subtract(let a, let b): "\(part(a))减\(part(b))"
    case .least: chain(expression).map { part($0) }.joined(separator: "、") + "中最低的"
    case .most: chain(expression).map { part($0) }.joined(separator: "、") + "中最高的"
    case .share(let of, let rate): "\(part(of))的 \(part(rate))"
    case .portion(_, let of, let part, let whole):
      "\(self.part(of))按\(self.part(part))占\(self.part(whole))的比例"
    case .reading(_, let options):
      options.map { part($0) }.joined(separator: "，或（另一口径）")
    case .times(let sum, let number): "\(part(sum))乘以\(part(number))"
    case .steps(let of, .number(0), let size): "\(part(of))中每满 \(size) 的个数"
    case .steps(let of, let threshold, 1): "\(part(of))超过 \(part(threshold)) 的部分"
    case .steps(let of, let threshold, let size): "\(part(of))超过 \(part(threshold)) 后每满 \(size) 的个数"
    case .tiers(let of, let rows): "\(name(of: of))" + rows.map(row).joined(separator: "，")
    }
  }

  /// How long a term lasts; a year is twelve months.
  private static func term(months: Int, days: Int) -> String {
    if days > 0 { return "\(days) 天" }
    return months.isMultiple(of: 12) ? "\(months / 12) 年" : "\(months) 个月"
  }

  // MARK: - Sums

  static func stated(_ value: Value) -> String {
    switch value {
    case .money(let money): "\(MoneyWording.short(money)) 元"
    case .percentage(let rate): rate.description
    case .number(let number): String(number)
    case .date(let day): day.description
    case .text(let text): text
    case .flag(let flag): String(flag)
    case .patent(let number): number.description
    }
  }

  private func row(_ row: Expression.Row) -> String {
    var bound = ""
    switch row.bound {
    case .number(let number): bound = String(number)
    case .money: bound = Self.stated(row.bound)
    default: break
    }
    return "\(row.isStrict ? "超过" : "达到") \(bound) 的 \(part(row.amount))"
  }

  private func cases(_ cases: [String: Expression], by: Expression) -> String {
    cases.sorted { $0.key < $1.key }.map { "\(name($0.key, of: by)) \(part($0.value))" }
      .joined(separator: "，")
  }

  /// A value as a part of another: in brackets where it is a working of its own.
  private func part(_ expression: Expression) -> String {
    switch expression {
    case .cases, .add, .subtract, .least, .most, .share, .portion, .times, .steps, .tiers, .reading:
      "（\(name(of: expression))）"
    default: name(of: expression)
    }
  }

  /// What is joined by the same operation again and again, in the order of the file.
  private func chain(_ expression: Expression) -> [Expression] {
    switch expression {
    case .add(.add(let a, let b), let c): chain(.add(a, b)) + [c]
    case .least(.least(let a, let b), let c): chain(.least(a, b)) + [c]
    case .most(.most(let a, let b), let c): chain(.most(a, b)) + [c]
    case .add(let a, let b), .least(let a, let b), .most(let a, let b): [a, b]
    default: [expression]
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
    case .date, .later, .lastDay, .day, .after, .received: true
    case .input(let index): item.inputs.indices.contains(index) && item.inputs[index].kind == .date
    case .value(let index):
      item.values.indices.contains(index) && isDay(item.values[index].expression)
    default: false
    }
  }
}
