import CaseModel

/// What can be wrong with a row of a ledger.
enum Defect: CaseIterable {
  case noSuchDay, dayMissing, shortYear, dateSerial
  case wrongCheck, scientific, publicationNumber, noNumberYet
  case inBrackets, badGrouping, negative
  case unquotedComma, shortRow, openQuote
  case noApplicant, unknownItem, noStatus, unknownStatus, received, otherName, brokenByte
  case sameRow, samePatent, sum

  /// Spoils a row and gives what the result file is to say of it. The cells: serial, applicant, code, item, number,
  /// granted, received, amount, status, remark.
  func spoil(_ row: inout [String]) throws -> String {
    switch self {
    case .noSuchDay:
      row[5] = "2019.2.30"
      return "授权公告日：没有 2019 年 2 月 30 日这一天"
    case .dayMissing:
      row[6] = "2019年7月"
      return "收件日期：还差日"
    case .shortYear:
      row[5] = "19.3.1"
      return "授权公告日：年份请写四位"
    case .dateSerial:
      row[5] = "43525"
      return "授权公告日：像是表格软件的日期序号"
    case .wrongCheck:
      row[4] = "201820123456.9"
      return "申请号/专利号：校验位不符，应为 0"
    case .scientific:
      row[4] = "2.01820E+11"
      return "申请号/专利号：号码已被表格软件改成科学计数法"
    case .publicationNumber:
      row[4] = "CN101973860A"
      return "申请号/专利号：这是公开（公告）号"
    case .noNumberYet:
      row[4] = "申请中"
      return "申请号/专利号：需要申请号"
    case .inBrackets:
      row[7] = "（1,000.00）"
      return "资助金额（元）：括号里的金额在账上表示负数"
    case .badGrouping:
      row[7] = "1,00"
      return "资助金额（元）：千分位逗号的位置不对"
    case .negative:
      row[7] = "-300"
      return "资助金额（元）：金额不能为负"
    case .unquotedComma:
      row[1] = "清远市甲,乙陶瓷有限公司"
      return "比栏目多出 1 格"
    case .shortRow:
      row = Array(row.prefix(5))
      return "收件日期：没有填"
    case .openQuote:
      row[1] = "\"" + row[1]
      return "双引号没有收尾"
    case .noApplicant:
      row[1] = "　"
      return "申请人：没有填"
    case .unknownItem:
      row[3] = "科技进步奖"
      return "资助项目：应为以下各项之一"
    case .noStatus:
      row[8] = ""
      return "不知道办到哪一步"
    case .unknownStatus:
      row[8] = "领导同意后办"
      return "办理状态：不是办理状态"
    case .received:
      row[6] = "2020-12-01"
      return "收件日期 2020-12-01 还没有到"
    case .otherName:
      row[1] = "连州市别名陶瓷有限公司"
      row[2] = "91441802MAFARM019H"
      return "代码已属于"
    case .brokenByte:
      row[1] += "\u{1A}"
      return "申请人：有认不出的字符"
    case .sameRow, .samePatent, .sum: return ""
    }
  }
}

/// The units of the ledger.
enum Cast {
  static let names = [
    "清远市甲陶瓷有限公司", "英德市碧落茶业有限公司", "连州市（星子）菜心专业有限公司", "佛冈县观音山食品有限公司", "阳山县贤令山科技有限公司",
    "清远市北江（集团）有限公司", "英德市红茶谷实业有限公司", "连南县瑶山机械有限公司",
  ]

  /// Right codes, of some only.
  static func code(of name: String) -> String? {
    switch name {
    case names[0]: "91441802MAFARM019H"
    case names[1]: "91441881MA4QYTE1X7"
    default: nil
    }
  }
}
