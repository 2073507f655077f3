/// What a workbook is to hold in one cell.
public enum WorkbookCell: Hashable, Sendable {
  case blank
  /// Words, and numbers that nobody adds up: patents, accounts, codes.
  case text(String)
  case count(Int)
  /// Yuan with two decimals.
  case money(Double)
  /// Yuan with their sign, whichever it is.
  case difference(Double)
  /// A part of one, shown in hundredths.
  case share(Double)
  /// Days since the last one of 1899, as spreadsheets count them from March 1900 on.
  case day(Int)
  /// The sum of what stands above in the same column, in rows counted from 1, with its value as it is now.
  indirect case sum(of: [ClosedRange<Int>], WorkbookCell)
}

extension WorkbookCell {
  /// The number that the file holds; nil of what is none.
  public var number: Double? {
    switch self {
    case .blank, .text: nil
    case .count(let count), .day(let count): Double(count)
    case .money(let yuan), .difference(let yuan): yuan
    case .share(let part): part
    case .sum(_, let value): value.number
    }
  }
}
