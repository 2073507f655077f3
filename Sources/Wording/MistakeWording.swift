public import Interchange
public import JSONText

/// Sentences about what is wrong in a file; the place is the caller's to put before them.
public enum MistakeWording {
  /// What is wrong in an interchange file. No personal data stands in it.
  public static func sentence(_ error: CaseFileError) -> String { record(error.reason) + "。" }

  /// What is wrong in a file of JSON lines.
  public static func sentence(_ error: JSONError) -> String { json(error.reason) + "。" }

  /// What is wrong in a journal line. No personal data stands in it.
  public static func sentence(_ error: TransactionError) -> String {
    let what =
      switch error.reason {
      case .record(let reason): record(reason)
      case .unknownChange(let change, let nearest): "没有变更\(shown(change))" + hint(nearest)
      case .unknownRole(let role, let nearest): "没有角色\(shown(role))" + hint(nearest)
      }
    return what + "。"
  }

  /// What is wrong in a line of claims or awards.
  public static func sentence(_ error: ClaimLineError) -> String {
    switch error.reason {
    case .json(let reason): json(reason)
    case .version(let version): "是第 \(version) 版的格式，这个版本的程序还不认识"
    case .unreadable(let key): "的\(shown(key))读不出来"
    case .unknownWay(let key, let text): "的\(shown(key))是\(shown(text))，这样的限额还不能这样结算"
    }
  }

  private static func record(_ reason: CaseFileError.Reason) -> String {
    switch reason {
    case .json(let reason): json(reason)
    case .byteOrderMark: byteOrderMark
    case .wrongFormat(let format): "文件格式\(shown(format))不是 zizhu-cases/1"
    case .unknownPolicy(let id): "找不到政策\(shown(id))"
    case .unknownReading(let id, let nearest): "没有口径\(shown(id))" + hint(nearest)
    case .unknownOption(let id, let nearest): "口径没有选项\(shown(id))" + hint(nearest)
    case .unknownItem(let id, let nearest): "没有项目\(shown(id))" + hint(nearest)
    case .unknownInput(let id, let nearest): "该项目没有\(shown(id))这一栏" + hint(nearest)
    case .unknownKind(let kind, let nearest): "没有申请人类型\(shown(kind))" + hint(nearest)
    case .unknownStatus(let status, let nearest): "没有状态\(shown(status))" + hint(nearest)
    case .leftOut(let id): "申请人\(shown(id))没有读入"
    case .unknownApplicant(let id): "没有编号为\(shown(id))的申请人"
    case .unknownParent(let id): "没有编号为\(shown(id))的总部"
    case .repeatedID(let id): "编号\(shown(id))重复"
    case .cycleOfParents(let id): "\(shown(id))的总部关系成了环"
    case .sharedCode(let a, let b): "\(shown(a))与\(shown(b))的代码相同"
    case .missing(let key): "缺少\(shown(key))"
    case .badDate(let key): "\(shown(key))不是确有其日的日期（应写成 2019-04-01）"
    case .badMoney(let key): "\(shown(key))不是金额（应写成“500.00”这样的文字）"
    case .reclaimedWithoutDecided: "有追回金额而没有核定金额"
    case .reclaimedAboveDecided: "追回金额大于核定金额"
    case .fromDamagedStore(let missing): "这份文件来自损坏的数据库，内容不全（\(missing)）。确要读入请加 --damaged。"
    }
  }

  static func json(_ reason: JSONError.Reason) -> String {
    switch reason {
    case .unexpectedEnd: "文件没有写完就结束了"
    case .expected("value"): "这里应有一个值"
    case .expected("key"): "这里应为写在双引号里的键"
    case .expected(let mark): "这里应为 \(mark.replacing(" or ", with: " 或 "))"
    case .wrongType(let expected, let found): "这里应为\(noun(expected))，却是\(noun(found))"
    case .badEscape: "转义写法不对"
    case .badUTF8: "不是 UTF-8 文字，请把文件另存为 UTF-8"
    case .controlCharacter: "文字中有控制字符"
    case .badNumber: "数字写法不对"
    case .notWhole: "不是整数"
    case .tooDeep: "括号套得太深"
    case .trailingText: "结尾之后还有内容"
    case .unknownKey(let key, let nearest): "没有\(shown(key))这个键" + hint(nearest)
    case .repeatedKey(let key): "键\(shown(key))重复"
    case .missingKey(let key): "缺少\(shown(key))"
    }
  }

  static let byteOrderMark = "文件开头有字节顺序标记（BOM），请另存为不带 BOM 的 UTF-8"

  static func noun(_ kind: JSONKind) -> String {
    switch kind {
    case .null: " null"
    case .bool: " true 或 false"
    case .number: "数字"
    case .string: "文字（写在双引号里）"
    case .array: "列表（[…]）"
    case .object: "一组键和值（{…}）"
    }
  }

  static func hint(_ nearest: String?) -> String { nearest.map { "，是不是“\($0)”" } ?? "" }

  /// A word of the file between quotes: one line, not too long, and without what would steer a terminal.
  static func shown(_ word: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in word.unicodeScalars.prefix(40) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return "“" + String(shown) + (word.unicodeScalars.count > 40 ? "…" : "") + "”"
  }
}
