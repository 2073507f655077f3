import CaseModel

extension OfficeState {
  /// What a bundle's cover says of the office: by item, in the order of their ids, all its filings and what they come to.
  public var coverLines: [CoverLine] {
    var lines: [String: CoverLine] = [:]
    for number in files.indices {
      let row = files.rows[number]
      let item = files.item(of: row)
      var line = lines[item] ?? CoverLine(item: item, filings: 0, award: .zero)
      line.filings += 1
      line.award = line.award + row.award
      lines[item] = line
    }
    return lines.values.sorted { $0.item < $1.item }
  }
}
