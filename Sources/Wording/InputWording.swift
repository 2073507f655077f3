import CaseModel
import SubsidyRules

/// Inputs that are missing or can't be read.
enum InputWording {
  static func missing(_ input: String, _ words: TraceWords) -> ReasonWords {
    let label = words.inputLabel(input)
    guard let rule = words.item?.input(input) else { return ReasonWords("缺少：\(label)", "，请补齐。") }
    if rule.source == .office { return ReasonWords("缺少：\(label)", "，由本局复核时填写。") }
    return rule.kind == .flag ? ReasonWords("缺少：\(label)", "，请填是或否。") : ReasonWords("缺少：\(label)", "，请申请人补齐。")
  }

  /// What the applicant and what the office has still to add, each in one sentence.
  static func toAdd(_ inputs: [String], _ words: TraceWords) -> [String] {
    let offices = inputs.filter { words.item?.input($0)?.source == .office }
    let applicants = inputs.filter { words.item?.input($0)?.source != .office }
    return [(applicants, "，请申请人补齐。"), (offices, "，由本局复核时填写。")].compactMap { inputs, advice -> String? in
      guard let first = inputs.first else { return nil }
      guard inputs.count > 1 else {
        let said = missing(first, words)
        return said.finding + said.advice
      }
      let labels = inputs.map(words.inputLabel).joined(separator: "、")
      return "缺少 \(inputs.count) 项：\(labels)\(advice)"
    }
  }

  static func invalid(_ input: String, raw: RawInput?, _ words: TraceWords) -> ReasonWords {
    guard words.item != nil || input != "item" else { return ReasonWords("所报项目不在本办法之内", "，请重新选择项目。") }
    let label = words.inputLabel(input)
    guard let rule = words.item?.input(input) else { return ReasonWords("\(label)无法识别", "，请核对。") }
    if let excess = excess(rule, raw: raw, words) { return excess }
    if rule.kind == .applicationNumber {
      guard case .text(let text)? = raw else { return ReasonWords("\(label)无法识别", "，请核对。") }
      return number(text, label)
    }
    return ReasonWords("\(label)无法识别\(written(raw))", "，\(demand(rule.kind))。")
  }

  private static func written(_ raw: RawInput?) -> String {
    switch raw {
    case .text(let text)? where TextFolding.isBlank(text): "（只有空格）"
    case .text(let text)?: "（现填 \(text)）"
    case .count(let number)?: "（现填 \(number)）"
    case .flag(let flag)?: "（现填 \(flag ? "是" : "否")）"
    case .other(let text)?: "（现填 \(text)）"
    case .null?, nil: ""
    }
  }

  private static func demand(_ kind: InputRule.Kind) -> String {
    switch kind {
    case .date: "请填真实日期，如 2019-03-01"
    case .money: "请填以元为单位的金额，最多两位小数"
    case .flag: "请填是或否"
    case .text: "请照材料填写"
    case .year: "请填四位年份，如 2019"
    case .count(let range): "请填 \(range.lowerBound) 至 \(range.upperBound) 的整数"
    case .choice(let options): "请在以下各项中选一：" + options.map(\.label).joined(separator: "、")
    case .applicationNumber: "请核对"
    }
  }

  /// A part above the whole it is a part of.
  private static func excess(_ rule: InputRule, raw: RawInput?, _ words: TraceWords) -> ReasonWords? {
    guard let bound = rule.atMost, let inputs = words.item?.inputs, inputs.indices.contains(bound) else {
      return nil
    }
    let whole = inputs[bound]
    let node = words.trace.nodes.first { $0.operation == .input && $0.operands == [.name(whole.id)] }
    guard case .number(let most)? = node?.result, let raw else {
      return ReasonWords("\(rule.label)无法识别，或多于\(whole.label)", "，请核对。")
    }
    guard case .count(let number) = raw, number > most else { return nil }
    let (part, all) = (
      TraceWords.counted(number, unit: rule.unit), TraceWords.counted(most, unit: whole.unit)
    )
    return ReasonWords("\(rule.label) \(part)，多于\(whole.label) \(all)", "，请核对。")
  }

  /// What is wrong with an application number, as it was written.
  private static func number(_ text: String, _ label: String) -> ReasonWords {
    switch ApplicationNumber.read(text) {
    case .wrongCheck(let number):
      let expected = number.expectedCheck == 10 ? "X" : "\(number.expectedCheck)"
      return ReasonWords("\(label) \(number) 的校验位不符，应为 \(expected)", "；请核对证书，确认号码无误的，注明理由后可照收。")
    case .publicationNumber: return ReasonWords("\(label)填成了公开（公告）号 \(text)", "，请改填申请号。")
    case .notYet: return ReasonWords("尚无\(label)", "，请在取得受理通知书后申报。")
    case .unknownType: return ReasonWords("\(label) \(text) 的种类位不是 1、2、3、8、9", "，请核对。")
    case .impossibleYear: return ReasonWords("\(label) \(text) 的年份不对：新号自 2003 年起，旧号为 1985 至 2003 年", "；请核对。")
    case .wrongLength(let count):
      return ReasonWords("\(label)共 \(count) 位，应为 13 位（2003 年以前的旧号为 9 位，均含校验位）", "；请核对。")
    case .unreadable, .number: return ReasonWords("\(label)无法识别（现填 \(text)）", "，请核对。")
    }
  }
}
