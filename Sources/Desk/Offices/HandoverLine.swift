import CaseModel
import Casework
import Cells
import Wording

/// A county's line over its worklist: what waits to be handed up, what the city has of it, and when files went to and fro.
struct HandoverLine: Sendable {
  /// Reviewed here and not handed up.
  private(set) var reviewed = 0
  private(set) var reviewedAward = MoneyTotal.zero
  /// Handed up, and not decided.
  private(set) var handedUp = 0
  /// Sent back by the city, and to be worked on here again.
  private(set) var sentBack = 0
  /// Committed by the city and not paid yet.
  private(set) var committed = 0
  /// Bad news that the city has told of and nobody here has acted on.
  private let newsToEnter: Int
  /// The last bundle, with its day, and up to which day the city's balances go, as `03-31`.
  private let bundle: (number: Int, day: String)?
  private let balances: String?
  private let reply: Int?

  init(_ state: OfficeState) {
    let book = state.offices
    newsToEnter = state.newsToEnter.count
    bundle = book.bundles.last.map { ($0.number, String(MomentWording.local($0.at).dropFirst(5).prefix(5))) }
    balances = state.given.advice.day.map { String($0.description.dropFirst(5)) }
    reply = book.taken?.number
    for (number, row) in state.files.rows.enumerated() {
      switch row.stage {
      case .accepted, .reviewed:
        switch state.files[number].standing {
        case .handedUp: handedUp += 1
        case .sentBack: sentBack += 1
        case .reviewed:
          reviewed += 1
          reviewedAward += row.award
        default: break
        }
      case .approved, .published: if state.files[number].isCommitted { committed += 1 }
      default: break
      }
    }
  }

  /// Handing over as a whole, in one line of so many columns: rather without the sum and in fewer words than cut.
  func text(width: Int) -> String {
    let forms = [(true, true), (false, true), (false, false)]
    let texts = forms.map { text(withSum: $0.0, isLong: $0.1) }
    return texts.first { Text.columns(of: $0) <= width } ?? texts[2]
  }

  private func text(withSum: Bool, isLong: Bool) -> String {
    let sum = withSum ? " \(MoneyWording.grouped(reviewedAward)) 元" : ""
    let news = isLong ? "不利情形待办理" : "新情形"
    let sent = bundle.map { isLong ? "报送第 \($0.number) 号 \($0.day)" : "报送 \($0.day)" } ?? "还没有报送过"
    let taken =
      balances.map { isLong ? "余额截至 \($0)" : "余额 \($0)" } ?? reply.map { "回执第 \($0) 号" }
      ?? (bundle == nil ? nil : "还没有回执")
    return [
      reviewed > 0 ? "待上报 \(reviewed) 件" + sum : "没有待上报的",
      handedUp > 0 ? "已上报 \(handedUp)" : nil, committed > 0 ? "已核定 \(committed)" : nil,
      sentBack > 0 ? "退回 \(sentBack)" : nil, newsToEnter > 0 ? "\(news) \(newsToEnter)" : nil, sent, taken,
    ].compactMap(\.self).joined(separator: "  ")
  }
}
