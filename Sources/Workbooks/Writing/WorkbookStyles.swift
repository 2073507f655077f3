import CWorkbookWriter

/// How cells look, by what they hold; those of sums stand out.
struct WorkbookStyles {
  typealias Style = UnsafeMutablePointer<lxw_format>

  let text: Style?
  let heading: Style?
  private let count: Style?
  private let money: Style?
  private let difference: Style?
  private let share: Style?
  private let day: Style?

  init(_ functions: workbook_writer, _ book: UnsafeMutablePointer<lxw_workbook>, isTotal: Bool) {
    func style(_ format: String) -> Style? {
      let style = functions.add_format(book)
      functions.set_font(style, "宋体")
      functions.set_number_format(style, format)
      functions.set_alignment(style, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      if isTotal {
        functions.set_bold(style)
        functions.set_line_above(style, UInt8(LXW_BORDER_THIN.rawValue))
      }
      return style
    }
    text = style("@")
    count = style("0")
    money = style("#,##0.00")
    difference = style("+#,##0.00;-#,##0.00;0.00")
    share = style("0.0%")
    day = style("yyyy-mm-dd")
    heading = style("@")
    functions.set_bold(heading)
    functions.set_wrapping(heading)
    functions.set_alignment(heading, UInt8(LXW_ALIGN_CENTER.rawValue))
    functions.set_line_below(heading, UInt8(LXW_BORDER_THIN.rawValue))
  }

  func style(of cell: WorkbookCell) -> Style? {
    switch cell {
    case .blank, .text: text
    case .count: count
    case .money: money
    case .difference: difference
    case .share: share
    case .day: day
    case .sum(_, let value): style(of: value)
    }
  }
}
