import CaseModel
public import Casework
import SubsidyRules

/// What is said of the end of a year over several offices (年终结算).
public enum CloseWording {
  /// How one office stands with a year.
  public struct Row: Hashable, Sendable {
    public let code: String
    public let name: String
    /// Of its own seal, or as the city has its year now.
    public let sums: YearSums
    /// Filings of it that the city counts.
    public let counted: Int
    public let stand: Stand
    /// With which its seal ends; nil while it has not closed the year.
    public let head: String?

    public init(code: String, name: String, sums: YearSums, counted: Int, stand: Stand, head: String?) {
      (self.code, self.name, self.sums) = (code, name, sums)
      (self.counted, self.stand, self.head) = (counted, stand, head)
    }
  }

  public enum Stand: String, Sendable {
    case open = "未结算"
    case closed = "已结算，待核对"
    case accepted = "已接受"
    /// Given back, and not closed anew since.
    case returned = "已退回，等重新结算"
    /// Never joined: it comes by backups.
    case apart = "没有入网，只有备份，不结算"
  }

  public static func table(_ rows: [Row], _ state: OfficeState) -> String {
    rows.reduce(into: "") { text, row in
      text += "\(row.code) \(row.name)  \(row.stand.rawValue)  \(row.sums.filings) 件"
      if row.counted != row.sums.filings { text += "（市局计入 \(row.counted) 件，不一致）" }
      text += "\n"
      for line in row.sums.lines {
        let label = state.policy.item(line.item)?.label ?? line.item
        text += "  \(label)  \(line.filings) 件  申请 \(MoneyWording.yuan(line.requested))\n"
      }
    }
  }

  /// Filings that keep the year open, the first of them by number.
  public static func open(_ filings: [String], isCity: Bool) -> String {
    "还有 \(filings.count) 件没有\(isCity ? "" : "上报、")审定或结案：\(filings.few(5))。\n"
  }

  public static func sealed(_ year: Int, _ head: String, isCity: Bool) -> String {
    isCity
      ? "已封存全市 \(year) 年度。链头：\n\(head)\n请打印封存表签字存档：zizhu print year-seal --year \(year)\n"
      : "已结算 \(year) 年度。链头：\n\(head)\n请打印封存表签字（zizhu print year-seal --year \(year)），与报送件一起送市局。\n"
  }
}
