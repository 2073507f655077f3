public import Casework
import SubsidyRules

/// What asks for a second look, in words; nothing personal stands in them but the names of units.
public enum DoubtWording {
  /// - Parameter column: what people call the column of a word.
  public static func sentence(_ doubts: [Doubt], _ column: (String) -> String) -> String {
    doubts.map { sentence($0, column) }.joined(separator: "；")
  }

  /// What is doubtful in records of an office.
  public static func sentence(_ doubts: [Doubt], in state: OfficeState) -> String {
    OldLedgerWording(state).sentence(doubts)
  }

  private static func sentence(_ doubt: Doubt, _ column: (String) -> String) -> String {
    switch doubt {
    case .code: "代码校验位不符，请核对证照"
    case .notCode: "代码的位数或字符不对，请核对证照"
    case .cutIdentity: "身份证号像是被表格软件截断（末三位成了 000），请从原件核对"
    case .maskedCode: "证件号码遮去了中间几位，没有读入"
    case .sameCode(let id): "与 \(id) 代码相同，是同一申请人的两条记录，限额和一次性资助合并计算；不是同一个的，请核对代码"
    case .sameName(let id, let isUnit):
      isUnit ? "与 \(id) 同名，限额和一次性资助按一家合并计算；不是同一家的，请写明代码" : "与 \(id) 同名，请核对是不是同一人"
    case .sameNameAsSeveral(let ids):
      "与 \(ids.joined(separator: "、")) 同名，而它们的代码不同：看不出是哪一家，限额和一次性资助不与任何一家合并计算，请补上代码"
    case .leavesUnit(let id, let other):
      "与 \(other) 同名、代码不同，另有同名的 \(id) 没有代码：\(id) 从此不与任何一家合并计算，请给它补上代码"
    case .guardsNothing(let lacking):
      "已核定，却既不占限额，也防不了重复资助"
        + (lacking.isEmpty ? "" : "：缺 \(lacking.map { column("input." + $0) }.joined(separator: "、"))")
    case .notAccount: "银行账号不像账号（被表格软件改过，或填的是文字），没有读入，请从原件补录"
    case .uselessAccount: "银行账号不像账号，应为 6 到 32 位数字，拨付前请改正"
    case .cutAccount: "银行账号像是被表格软件截断（第 15 位以后都成了 0），请从原件核对"
    case .cardCheck: "银行卡号校验位不符，请核对"
    case .otherPayee: "户名与申请人不同，请核对"
    case .sharedAccount(let id, let name): "这个银行账号登记在 \(id)（\(name)）名下，户名不同会被退票，请核对"
    case .notPhone: "电话不像电话号码，没有读入"
    case .phoneLostZero: "电话像是丢了区号开头的 0，请核对"
    case .numberCheck(let input): "\(column("input." + input))：校验位不符，请核对"
    case .lostZero(let input, let number): "\(column("input." + input))：\(FieldWording.lostZero(number))"
    case .brokenText(let heading): "“\(column(heading))”一栏有乱码，请从原件重填"
    }
  }
}
