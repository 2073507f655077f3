import CaseModel
public import Interchange
import JSONText
import SubsidyRules

extension MistakeWording {
  /// What is wrong in a policy file, and where in its structure.
  public static func sentence(_ mistake: PolicyMistake) -> String {
    (mistake.path.isEmpty ? "" : shownPath(mistake.path) + "：") + policy(mistake.reason) + "。"
  }

  /// The file's own keys stand in a path: they are shown as any word of it is.
  private static func shownPath(_ path: String) -> String {
    path.split(separator: ".", omittingEmptySubsequences: false)
      .map { String(shown(String($0)).dropFirst().dropLast()) }
      .joined(separator: ".")
  }

  /// Shapes and names, and whatever is not among them.
  private static func policy(_ reason: PolicyMistake.Reason) -> String {
    switch reason {
    case .json(let reason): json(reason)
    case .wideMark(let mark): "这里是中文标点\(shown(mark))，文件里应当用英文（半角）的标点"
    case .byteOrderMark: byteOrderMark
    case .unknownKey(let key, let nearest, let known): "没有\(shown(key))这个键" + hint(nearest, among: known)
    case .repeatedKey(let key): "键\(shown(key))重复"
    case .missingKey(let key): "缺少“\(key)”"
    case .keyOfOtherKind(let key, let kind): "只有 kind 为 \(kind) 的栏才有 \(key)"
    case .wrongType(let expected): "这里应为" + noun(expected)
    case .oneOf(let keys): "这几个键要有一个，也只能有一个：" + keys.joined(separator: "、")
    case .empty: "不能为空"
    case .controlCharacter: "文字里有换行、制表等控制字符"
    case .unknownWord(let word, let nearest, let known): "不认识\(shown(word))" + hint(nearest, among: known)
    case .unknownArticle(let number): "articles 里没有第\(shown(number))条"
    case .badID(let id): "编号\(shown(id))只能用英文字母、数字、- 和 _，以字母或数字开头，最多 64 个字符"
    case .reservedID(let id): "“\(id)”另有含义，请换一个编号"
    case .badContinuation(let text): "延续的名称\(shown(text))应写成“政策编号/项目或限额编号”"
    case .namesItself: "这里要写另一份政策，写的是这份政策自己"
    case .repeatedID(let id): "编号\(shown(id))重复"
    case .repeatedLabel(let label): "名称\(shown(label))重复，填表的人分不清"
    case .repeatedWord(let word): "\(shown(word))重复"
    default: figures(reason)
    }
  }

  /// Figures and time.
  private static func figures(_ reason: PolicyMistake.Reason) -> String {
    switch reason {
    case .badMoney: "金额应写成“80000元”这样的文字，最多十位整数、两位小数"
    case .badPercentage: "比例应写成“30%”这样的文字，最多三位小数"
    case .percentageTooLarge: "比例不能超过100%"
    case .zeroFigure: "不能为零；谁不资助，请写成条件"
    case .badFigure: "数不加引号，金额写成“80000元”，比例写成“30%”，日期写成“2018-01-01”，都用半角"
    case .badDate: "日期应写成“2018-01-01”，且确有其日"
    case .badDistrict(let name, let codes):
      "区划代码应为六位数字，没有代码的功能区用二至六个大写字母" + districts(codes, named: name)
    case .unlistedDistrict(let code):
      "全国区划代码表里没有 \(code)，填表时只能显示代码；确有其地的，请写成 {\"code\": \"\(code)\", \"name\": \"名称\"}"
    case .outOfRange(let range): "应为 \(range.lowerBound) 到 \(range.upperBound) 之间的数"
    case .badRange: "范围应写成 [小, 大] 两个数"
    case .tooLarge: "这样算出的数可能大到无法处理，请缩小输入的范围（range）或金额"
    case .tooDeep(let most): "算出的值一个套一个，层数太多，最多 \(most) 层"
    case .mayBeNegative: "这个数可能小于零，不能用来乘金额；差额请用 steps 计档"
    case .tiersOutOfOrder: "各档的门槛应从低到高，不得重复或重叠"
    case .tierOutOfReach: "数量到不了这个门槛，请核对门槛或输入的范围（range）"
    case .tiersDoNotRise: "门槛更高的一档，金额也应更高"
    case .ceilingTooLow: "封顶低于上面的金额，那个金额永远付不出去"
    case .casesMissing(let names): "还缺这些情形：" + names.joined(separator: "、")
    case .limitVariesWithinHolder:
      "共用一个限额的申报，额度必须相同：额度按什么区分，holder（或按年的 window）也要按什么区分；各按自己的额度补差的，remainder 写 difference"
    case .moneyAndPieces: "同一个限额，额度要么都写金额，要么都写件数"
    case .orderNeedsClosing: "不按收件先后的限额，要写明到哪天为止不再有人排到前面（closes），此前不能审定"
    case .closingNeedsOrder: "按收件先后的限额不用写 closes"
    case .twoOrders: "同一项目的几个限额，先后次序（order 和 same-day）要相同"
    case .neededBelow(let id): "项目“\(id)”要写在这个项目的前面"
    case .neededKeyDiffers(let parts):
      "要凭前一项目的去重内容（once）找到那件资助，本项目还缺同名同种类的：" + parts.joined(separator: "、")
    case .neededKeyByReading: "那个项目的去重内容因口径而异，不能作为前提"
    case .neededInOrder: "不按收件先后的限额，所含项目不能有前提（needs），也不能是别的项目的前提"
    case .badTerm: "期限应写成“90天”“6个月”“1年”这样的文字，数字最大 1000"
    case .badDayOfYear: "每年的某一天应写成“05-01”，且每年都有这一天"
    case .endsBeforeItBegins: "终日早于始日"
    case .periodsOutOfOrder: "各段期间应按时间先后排列"
    case .periodsOverlap: "与前一段期间重叠"
    case .periodsLeaveGap: "与前一段期间之间有空档"
    case .retroactiveAfterSigning: "注明 retroactive 的期间应在签发日（signed）之前结束"
    case .signedAfterEnd: "签发日晚于最后一段期间的终日"
    case .outsidePeriods: "不在政策的期间（periods）之内"
    default: meaning(reason)
    }
  }

  /// What a rule means, or does not.
  private static func meaning(_ reason: PolicyMistake.Reason) -> String {
    switch reason {
    case .tooFewOptions: "一个口径至少要有两个选项"
    case .unusedInput(let id): "没有条件、金额、去重或限额用到“\(id)”；只作记录的请注明 \"record\": true"
    case .unusedValue(let id): "没有条件、金额或限额用到“\(id)”，请删去或用上"
    case .unusedReading(let id): "选哪个选项都一样：没有条件或去重用到口径“\(id)”"
    case .mayBeMissing(let id): "“\(id)”只在一个口径选项下才必填（neededUnder），这里却总要用到"
    case .atMostItself: "不能以自己为上限"
    case .notComparable: "这样的值不能这样比较：大小只比数、金额和日期，文字用 among"
    case .alwaysHolds: "不管填什么，这个条件总是成立，等于没有"
    case .neverHolds: "不管填什么，这个条件都不成立，谁也得不到资助"
    case .contradictory: "与前面的条件不可能同时成立，谁也得不到资助"
    case .labelCut(let label, let columns, let room):
      "名称\(shown(label))占 \(columns) 列，填报窗口只有 \(room) 列（\(room / 2) 个汉字），后面的看不见；请写短些"
        + (room == InputRule.labelColumns ? "，细处写在 hint" : "")
    case .comparesWithItself: "两边是同一个值"
    case .repeatedCondition: "与前面的条件相同"
    case .repeatedPart: "与前面的一项相同"
    case .restsOnNoInput: "不取决于任何一栏，对每件申报都一样"
    case .notAYear: "这里应为年度：kind 为 year 的一栏，或某个日期的 year"
    case .conditionWithoutInput: "reason 为 condition 时，条件里要有一栏，好告诉申请人是哪一栏不符"
    case .unexpressedNeedsOfficeAmount:
      "规则不能表达的项目，金额应为 {\"paid\": \"approvedAmount\"}，approvedAmount 由办公室填写（\"from\": \"office\"）"
    case .officeAmountNeedsBasis: "金额由办公室核定的，还要有一栏由办公室填写的文字 basis（核定依据）"
    case .officeAmountNeedsCeiling: "金额由办公室核定的要有封顶（ceiling）；确无封顶的，用 unexpressed 写明原文和理由"
    // Each has its sentence before this is asked: one without any does not compile.
    case .json, .wideMark, .byteOrderMark, .unknownKey, .repeatedKey, .missingKey, .keyOfOtherKind,
      .wrongType, .oneOf, .empty, .controlCharacter, .unknownWord, .unknownArticle, .badID, .reservedID,
      .badContinuation, .namesItself, .repeatedID, .repeatedLabel, .repeatedWord, .badMoney,
      .badPercentage, .percentageTooLarge, .zeroFigure, .badFigure, .badDate, .badDistrict,
      .unlistedDistrict, .outOfRange, .badRange, .tooLarge, .tooDeep, .mayBeNegative, .tiersOutOfOrder,
      .tierOutOfReach, .tiersDoNotRise, .ceilingTooLow, .casesMissing, .limitVariesWithinHolder,
      .moneyAndPieces, .orderNeedsClosing, .closingNeedsOrder, .twoOrders, .neededBelow, .neededKeyDiffers,
      .neededKeyByReading, .neededInOrder, .badTerm, .badDayOfYear, .endsBeforeItBegins,
      .periodsOutOfOrder, .periodsOverlap, .periodsLeaveGap, .retroactiveAfterSigning, .signedAfterEnd,
      .outsidePeriods:
      ""
    }
  }

  /// The codes of the districts that bear a name, unless they are many.
  private static func districts(_ codes: [String], named name: String) -> String {
    switch codes.count {
    case 0: ""
    case 1: "；\(shown(name))的代码是 \(codes[0])"
    case 2...6:
      "；叫\(shown(name))的有：" + codes.map { "\($0) \(Country.table.fullName($0) ?? "")" }.joined(separator: "、")
    default: "；叫\(shown(name))的有 \(codes.count) 个，请查对"
    }
  }

  /// The nearest word; where none is near, all that can stand here.
  private static func hint(_ nearest: String?, among known: [String]) -> String {
    guard nearest == nil, !known.isEmpty else { return hint(nearest) }
    return "，这里可以写：" + known.map { String(shown($0).dropFirst().dropLast()) }.joined(separator: "、")
  }

  private static func noun(_ expected: PolicyMistake.Expected) -> String {
    switch expected {
    case .object: noun(JSONKind.object)
    case .array: noun(JSONKind.array)
    case .text: noun(JSONKind.string)
    case .flag: noun(JSONKind.bool)
    case .wholeNumber: "整数"
    case .value: "一个值：某一栏、某个算出的值、常数或一步运算"
    case .comparison: " [值, 比较符, 值]"
    case .twoValues: " [值, 值]"
    case .oneOperation: "一步运算，如 {\"year\": …}"
    case .choice: "只有几种情形的值（选项、是否、专利类型、申请人类型、事件所在年）"
    case .money: "金额"
    case .number: "数"
    case .percentage: "比例"
    case .values: " [值, 值, …]，两个以上"
    case .conditions: "两个以上的条件"
    case .shareParts: " [金额, 比例] 或 [金额, 部分, 总数]"
    case .stepParts: " [数, 起点, 每档的大小]"
    case .dayParts: " [\"05-01\", 年度]"
    case .termParts: " [日期, \"6个月\"]"
    case .order: " \"received\"、{\"earliest\": 日期} 或 {\"highest\": 数或金额}"
    case .date: "日期"
    case .applicationNumber: "专利申请号"
    }
  }
}
