public import CaseModel

/// What is wrong with what somebody typed into a field, in a few words that fit beside it.
public enum FieldWording {
  public static func sentence(_ issue: CivilDate.TypingIssue) -> String {
    switch issue {
    case .empty: "请填日期"
    case .unreadable: "日期看不懂，请写成 20190301"
    case .dayMissing: "还差日，请写成 20190301"
    case .shortYear: "年份请写四位，如 20190301"
    case .serial(let day): "像是表格软件的日期序号（即 \(day)），请把该列改为日期格式，写成 20190301"
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

  /// - Parameter most: the largest that is taken.
  public static func sentence(_ issue: Count.TypingIssue, upTo most: Int = Count.range.upperBound) -> String {
    switch issue {
    case .empty: "请填数量"
    case .unreadable: "数量看不懂，请填整数"
    case .negative: "数量不能为负"
    case .notWhole: "请填整数"
    case .tooLarge: "数量过大，最多 \(most)"
    case .badGrouping: "千分位逗号的位置不对"
    }
  }

  /// A number that has lost the zero in front.
  public static func lostZero(_ number: ApplicationNumber) -> String { "像是丢了开头的 0，应为 \(number)，请核对" }

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

  /// What is wrong with an identity number; nil where nothing is. The number itself is not told again.
  public static func problem(_ reading: ResidentID.Reading) -> String? {
    switch reading {
    case .id, .empty: nil
    case .wrongCheck(_, let expected): "身份证号校验不符：按前 17 位，末位应为 \(expected)，请核对"
    case .oldNumber: "这是 15 位的旧身份证号，请填 18 位的"
    case .noSuchDay(let year, let month, let day): "身份证号里的生日 \(year) 年 \(month) 月 \(day) 日不存在，请核对"
    case .bornInFuture: "身份证号里的生日晚于今天，请核对"
    case .wrongLength(let count): "身份证号应为 18 位，现有 \(count) 位"
    case .badCharacter(let place): "身份证号第 \(place) 位不应是这个字符"
    }
  }

  /// What is wrong with a unit's code; nil where nothing is.
  public static func problem(_ reading: CreditCode.Reading) -> String? {
    switch reading {
    case .code, .empty: nil
    case .wrongCheck(_, let mistakes):
      "代码校验不符："
        + mistakes.map { "第 \($0.part == .inner ? 17 : 18) 位应为 \($0.expected)" }.joined(separator: "，")
        + "，请核对"
    case .badCharacters(let bad):
      bad.map { character in
        "代码第 \(character.place) 位“\(character.found)”不会出现"
          + (character.likely.map { "，可能是 \($0)" } ?? "")
      }.joined(separator: "；")
    case .oldRegistrationNumber: "这是旧版 15 位工商注册号，请填统一社会信用代码"
    case .organisationCode: "这是旧版组织机构代码，请填统一社会信用代码"
    case .residentID: "这是个人的身份证号，请核对类型"
    case .wrongLength(let count): "统一社会信用代码应为 18 位，现有 \(count) 位"
    }
  }
}
