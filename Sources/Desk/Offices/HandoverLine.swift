import CaseModel
import Casework
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
  private let exchange: String
  private let isBundled: Bool

  init(_ state: OfficeState) {
    let book = state.offices
    newsToEnter = state.newsToEnter.count
    let written = book.bundles.last
    isBundled = written != nil
    let sent = written.map { bundle -> String in
      let day = MomentWording.local(bundle.at).dropFirst(5).prefix(5)
      return "报送第 \(bundle.number) 号 \(day)"
    }
    let taken = book.taken.map { "回执第 \($0.number) 号" }
    exchange = [sent ?? "还没有报送过", taken ?? (isBundled ? "还没有回执" : nil)].compactMap(\.self)
      .joined(separator: "  ")
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

  /// Handing over as a whole, in one line.
  var text: String {
    let waiting = reviewed > 0 ? ["待上报 \(reviewed) 件 \(MoneyWording.grouped(reviewedAward)) 元"] : ["没有待上报的"]
    let stages = [
      handedUp > 0 ? "已上报 \(handedUp)" : nil, committed > 0 ? "已核定 \(committed)" : nil,
      sentBack > 0 ? "退回 \(sentBack)" : nil, newsToEnter > 0 ? "不利情形待办理 \(newsToEnter)" : nil,
    ].compactMap(\.self)
    return (waiting + stages + [exchange]).joined(separator: "  ")
  }
}
