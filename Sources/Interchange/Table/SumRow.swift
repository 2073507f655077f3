import CaseModel

/// Lines of sums and feet, which hold no filing: 合计（1件）, 共1件, 制表人：…, 备注：….
enum SumRow {
  /// Whether a record is one: the first cell that holds something begins with such words.
  static func isSum(_ record: TableRow) -> Bool {
    guard let first = record.cells.first(where: { !CellText.clean($0).isEmpty }) else { return true }
    return isSum(first)
  }

  /// Whether a text begins such a line.
  static func isSum(_ text: String) -> Bool {
    let word = TextFolding.search(CellText.oneLine(text)).filter { $0 != ":" }
    if sums.contains(where: { word.hasPrefix($0) }) || isCount(word) { return true }
    return feet.contains { foot in word.hasPrefix(foot) && text.contains { "：:".contains($0) } }
  }

  /// Whether nothing but such a word stands there, so that no cell beside it can make a filing of it.
  static func isPlainSum(_ text: String) -> Bool {
    sums.contains(TextFolding.search(CellText.oneLine(text)).filter { $0 != ":" })
  }

  /// 共1件, 共计 12 项.
  private static func isCount(_ word: String) -> Bool {
    word.hasPrefix("共") && word.dropFirst().contains { $0.isNumber }
      && ["件", "项", "家", "户", "人", "笔", "条"].contains { word.contains($0) }
  }

  private static let sums = ["合计", "小计", "总计", "共计", "累计", "总额", "本页合计", "本页小计", "金额合计", "人民币合计", "大写"]
  private static let feet = [
    "制表", "填表", "审核", "复核", "经办", "负责人", "单位负责人", "财务", "领导", "备注", "说明", "注", "日期", "填报", "联系人", "盖章", "审批",
    "分管", "主管", "科室",
  ]
}
