extension Field {
  /// The field's name, what it is for, and the ways in which it may be written.
  var help: [String] {
    lookup.map { Lookup.help(name, $0.source) } ?? [label] + (hint.isEmpty ? [] : [hint]) + kind.ways
  }
}

extension Field.Kind {
  /// The ways in which somebody may write it, as its reader takes them.
  fileprivate var ways: [String] {
    switch self {
    case .text: []
    case .date: ["可写成 20190301、2019.3.1、2019-3-1、2019年3月1日、今天、昨天、前天。"]
    case .money: ["可写成 3000、3,000.50、3000元、1.5万；旁边显示大写。最多到分。"]
    case .count: ["填整数，可有千分位逗号。"]
    case .year: ["填四位年份，如 2019。"]
    case .flag: ["按空格换；也可输入 是、否、y、n、1、0。"]
    case .applicationNumber: ["前面的 ZL 或 CN、点、空格、校验位都可有可无；专利类型由号码得出。"]
    case .choice(let choices):
      ["输入编号、名称或其中几个字、拼音首字母，或按 F4 选择。"]
        + (choices.count > 12
          ? [] : [choices.enumerated().map { "\($0 + 1) \($1.label)" }.joined(separator: "  ")])
    }
  }
}
