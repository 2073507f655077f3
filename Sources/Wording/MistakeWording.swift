public import Interchange
import JSONText

/// Sentences about what is wrong in a file; the place is the caller's to put before them.
public enum MistakeWording {
  /// What is wrong in a policy file.
  public static func sentence(_ mistake: PolicyMistake) -> String {
    let what =
      switch mistake.reason {
      case .json(let reason): json(reason)
      case .unknownKey(let key, let nearest): "没有“\(key)”这个键" + hint(nearest)
      case .repeatedKey(let key): "键“\(key)”重复"
      case .missingKey(let key): "缺少“\(key)”"
      case .wrongType(let expected): "这里应为 \(expected)"
      case .unknownWord(let word, let nearest): "不认识“\(word)”" + hint(nearest)
      case .repeatedID(let id): "编号“\(id)”重复"
      case .empty: "不能为空"
      case .badMoney: "金额应写成“80000元”这样的文字"
      case .badDate: "日期应写成“2018-01-01”，且确有其日"
      case .badPercentage: "比例应写成“30%”这样的文字"
      case .outOfRange: "数字超出允许的范围"
      case .tiersOutOfOrder: "各档的门槛应从低到高，不得重复"
      case .tooFewOptions: "一个口径至少要有两个选项"
      case .periodsOverlap: "与前一段期间重叠"
      case .periodsLeaveGap: "与前一段期间之间有空档"
      case .periodEndsBeforeItBegins: "期间的终日早于始日"
      case .unusedInput(let id): "没有条件、金额或限额用到“\(id)”；只作记录的请注明 record"
      case .casesMissing(let names): "还缺：" + names.joined(separator: "、")
      case .unexpressedNeedsOfficeAmount: "规则不能表达的项目，金额须由办公室填写（from: office）"
      }
    return (mistake.path.isEmpty ? "" : mistake.path + "：") + what + "。"
  }

  /// What is wrong in an interchange file. No personal data stands in it.
  public static func sentence(_ error: CaseFileError) -> String { record(error.reason) + "。" }

  /// What is wrong in a journal line. No personal data stands in it.
  public static func sentence(_ error: TransactionError) -> String {
    let what =
      switch error.reason {
      case .record(let reason): record(reason)
      case .unknownChange(let change, let nearest): "没有变更“\(change)”" + hint(nearest)
      case .unknownRole(let role, let nearest): "没有角色“\(role)”" + hint(nearest)
      }
    return what + "。"
  }

  private static func record(_ reason: CaseFileError.Reason) -> String {
    switch reason {
    case .json(let reason): json(reason)
    case .wrongFormat(let format): "文件格式“\(format)”不是 zizhu-cases/1"
    case .unknownPolicy(let id): "找不到政策“\(id)”"
    case .unknownReading(let id, let nearest): "没有口径“\(id)”" + hint(nearest)
    case .unknownOption(let id, let nearest): "口径没有选项“\(id)”" + hint(nearest)
    case .unknownItem(let id, let nearest): "没有项目“\(id)”" + hint(nearest)
    case .unknownInput(let id, let nearest): "该项目没有“\(id)”这一栏" + hint(nearest)
    case .unknownKind(let kind, let nearest): "没有申请人类型“\(kind)”" + hint(nearest)
    case .unknownStatus(let status, let nearest): "没有状态“\(status)”" + hint(nearest)
    case .unknownApplicant(let id): "没有编号为“\(id)”的申请人"
    case .unknownParent(let id): "没有编号为“\(id)”的总部"
    case .repeatedID(let id): "编号“\(id)”重复"
    case .cycleOfParents(let id): "“\(id)”的总部关系成了环"
    case .sharedCode(let a, let b): "“\(a)”与“\(b)”的代码相同"
    case .missing(let key): "缺少“\(key)”"
    case .badDate(let key): "“\(key)”不是确有其日的日期（应写成 2019-04-01）"
    case .badMoney(let key): "“\(key)”不是金额（应写成“500.00”这样的文字）"
    case .reclaimedWithoutDecided: "有追回金额而没有核定金额"
    case .reclaimedAboveDecided: "追回金额大于核定金额"
    }
  }

  static func json(_ reason: JSONError.Reason) -> String {
    switch reason {
    case .unexpectedEnd: "文件没有写完就结束了"
    case .expected(let what): "这里应为 \(what)"
    case .wrongType(let expected, let found): "这里应为 \(expected.rawValue)，却是 \(found.rawValue)"
    case .badEscape: "转义写法不对"
    case .badUTF8: "不是 UTF-8 文字"
    case .controlCharacter: "文字中有控制字符"
    case .badNumber: "数字写法不对"
    case .notWhole: "不是整数"
    case .tooDeep: "括号套得太深"
    case .trailingText: "结尾之后还有内容"
    case .unknownKey(let key, let nearest): "没有“\(key)”这个键" + hint(nearest)
    case .repeatedKey(let key): "键“\(key)”重复"
    case .missingKey(let key): "缺少“\(key)”"
    }
  }

  private static func hint(_ nearest: String?) -> String { nearest.map { "，是不是“\($0)”" } ?? "" }
}
