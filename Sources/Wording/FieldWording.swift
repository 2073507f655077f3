public import CaseModel

/// What is wrong with what somebody typed into a field, in a few words that fit beside it.
public enum FieldWording {
  public static func sentence(_ issue: CivilDate.TypingIssue) -> String {
    switch issue {
    case .empty: "请填日期"
    case .unreadable: "日期看不懂，请写成 20190301"
    case .dayMissing: "还差日，请写成 20190301"
    case .shortYear: "年份请写四位，如 20190301"
    case .noSuchDay(let year, let month, let day): "没有 \(year) 年 \(month) 月 \(day) 日这一天"
    }
  }

  public static func sentence(_ issue: Money.TypingIssue) -> String {
    switch issue {
    case .empty: "请填金额"
    case .unreadable: "金额看不懂，请写成 3000.50"
    case .negative: "金额不能为负"
    case .tooFine: "金额最多到分（两位小数）"
    case .tooLarge: "金额过大，元以上最多十二位"
    case .badGrouping: "千分位逗号的位置不对"
    }
  }

  public static func sentence(_ issue: Count.TypingIssue) -> String {
    switch issue {
    case .empty: "请填数量"
    case .unreadable: "数量看不懂，请填整数"
    case .negative: "数量不能为负"
    case .notWhole: "请填整数"
    case .tooLarge: "数量过大，最多 1000000"
    case .badGrouping: "千分位逗号的位置不对"
    }
  }

  /// What is wrong with an application number; nil where nothing is.
  public static func problem(_ reading: ApplicationNumber.Reading) -> String? {
    switch reading {
    case .number: nil
    case .wrongCheck(let number):
      "校验位不符，应为 \(number.expectedCheck == 10 ? "X" : String(number.expectedCheck))，请核对"
    case .publicationNumber: "这是公开（公告）号，请填申请号"
    case .notYet: "需要申请号，请待受理后再填"
    case .unknownType: "第 5 位（旧号第 3 位）应为 1、2、3、8、9"
    case .impossibleYear: "年份不对，请核对号码开头"
    case .wrongLength(let count): "共 \(count) 位，应为 12 或 8 位加校验位"
    case .unreadable: "号码里有看不懂的字符"
    }
  }
}
