public import CaseModel
public import Interchange

// What a table is and what would become of it, for the clerk to look at before anything is taken in.
extension OldLedgerWording {
  /// Which file, in which encoding, how many rows.
  public func about(_ sheet: OldLedgerSheet, of file: String) -> String {
    var text = "\(file)：\(sheet.encoding.rawValue)"
    if let name = sheet.sheet { text += "“\(name)”" }
    text += "，第 \(sheet.headingLine) 行为栏目，\(sheet.records.count) 行。"
    if let unit = sheet.unit { text += "表头写明单位为\(unit.rawValue)，金额按\(unit.rawValue)读。" }
    if sheet.unreadable > 0 { text += "有 \(sheet.unreadable) 处认不出的字符。" }
    if sheet.hiddenRows > 0 { text += "有 \(sheet.hiddenRows) 行在工作簿里是隐藏的，一并读了。" }
    if sheet.merged > 0 {
      text +=
        sheet.isFilledDown
        ? "有 \(sheet.merged) 行空着申请人、项目、日期，照上一行填了。"
        : "有 \(sheet.merged) 行空着申请人、项目、日期，像是合并过的单元格：要照上一行填，请加 --fill-down（桌面上“空格照上行”填是）。"
    }
    return text
  }

  /// What a column is read as, with an example; `kept` is what the office has said of columns before.
  public func reading(_ column: OldLedgerSheet.Column, kept: OldLedgerMapping) -> String {
    let isKept = kept.columns.contains { $0.heading == column.heading && $0.column == column.meaning }
    return plainReading(column) + (isKept ? "（照本局上次指明的）" : "")
  }

  private func plainReading(_ column: OldLedgerSheet.Column) -> String {
    if let same = column.sameAs { return column.isPassedOver ? "不读（以“\(same)”为准）" : "“\(same)”空着时读" }
    guard let meaning = column.meaning else { return column.isVague ? "不读（看不准是哪一项，请指明）" : "不读" }
    let label = label(meaning)
    let inUnit =
      column.unit != .yuan && column.content == .money ? "\(label)（\(column.unit.rawValue)）" : label
    // A column that is read as something else than it is may hold anything.
    return column.sample.isEmpty || meaning.isPersonal
      ? inUnit : "\(inUnit)，如 \(EchoedDigits.masked(column.sample))"
  }

  /// How many rows come to what, without a stop.
  ///
  /// - Parameters:
  ///   - decided: the sum of what was decided in the filings that would go in.
  ///   - applicants: how many new ones would go in with them.
  ///   - doubtful: how many of those rows ask for a second look; nought where they are told of elsewhere.
  public static func counts(
    _ rows: [OldLedgerOutcome.Kind], decided: MoneyTotal, applicants: Int, doubtful: Int = 0
  ) -> String {
    func count(_ kind: OldLedgerOutcome.Kind) -> Int { rows.count { $0 == kind } }
    var text = "可读入 \(count(.taken)) 行"
    if decided > .zero { text += "，核定金额合计 \(MoneyWording.grouped(decided)) 元" }
    if applicants > 0 { text += "，新申请人 \(applicants) 个" }
    if doubtful > 0 { text += "，其中要核对 \(doubtful) 行" }
    text += "；已在库中 \(count(.known)) 行；重复 \(count(.repeated)) 行；有误 \(count(.wrong)) 行"
    if count(.noFiling) > 0 { text += "；合计行 \(count(.noFiling)) 行" }
    return text
  }
}

extension OldLedgerColumn {
  /// Whether it holds what does not belong on a screen.
  fileprivate var isPersonal: Bool {
    switch self {
    case .applicant(.code), .applicant(.phone), .applicant(.account), .applicant(.contact): true
    default: false
    }
  }
}
