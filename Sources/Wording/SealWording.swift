import Casework

/// Sentences about sealed years (封存).
enum SealWording {
  /// Why a year is not sealed or opened, or something in it not changed, and what to do.
  static func sentence(_ refusal: SealRefusal) -> String {
    switch refusal {
    case .notOver(let year): "\(year) 年度还没有过完，不能封存。"
    case .nothingThere(let year): "\(year) 年度没有申报，没有封存。"
    case .undecided(let year, let filings):
      "\(year) 年度还有 \(filings.count) 件没有审定或结案，没有封存：\(filings.few(3))。请先审定、不予资助或撤回。"
    case .alreadySealed(let year): "\(year) 年度已经封存。"
    case .notSealed(let year): "\(year) 年度没有封存。"
    case .moved(let year): "\(year) 年度的合计刚有变动，与所看的不同，没有封存。请重新查看后再封存。"
    case .officesOpen(let year, let offices):
      "\(year) 年度还有 \(offices.count) 个局没有结算或没有接受：\(offices.joined(separator: "、"))。先用 zizhu close \(year) --accept 局 逐个核对。"
    case .closedForCity(let year): "\(year) 年度已向市局结算，由市局退回后才能再改：请与市局联系。"
    case .sealed(let year): "\(year) 年度已经封存，不再改动。确需改动，请主管写明理由解封：zizhu unseal \(year) --note 理由。"
    }
  }
}
