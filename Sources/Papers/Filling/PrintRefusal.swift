public import CaseModel
import Wording

/// Why a paper can't be printed for a filing: it would say something that is not so, or leave out what it must say.
public enum PrintRefusal: Error, Hashable, Sendable {
  case unknownFiling(String)
  case unknownBatch(String)
  /// No applicant of that number holds a cap in the year.
  case unknownHolder(String, year: Int)
  case nothingChosen
  /// The policy has no such item; those that it has, each with its name.
  case unknownItem(String, known: [String])
  case nothingToCorrect(String)
  /// The filing is paid, or nobody has refused it.
  case notRefused(String)
  /// Refused, but no reason is on record.
  case noReason(String)
  case incomplete(String)
  case closed(String, Stage)
  /// It was entered in error: no paper tells anybody that it is there.
  case void(String)
  /// What the public list may name is approved first.
  case notApproved(String)
  case notPublished(String)
  case nothingToPay(String)
  case accountMissing(String)
  case nothingToRecover(String)
  case nothingToServe(String)
  /// It came back before the filing was taken over: the old office's notice stands.
  case recoveredElsewhere(String)
  /// The filing has so many recovery notices, and not the one that is asked for.
  case noSuchNotice(String, of: Int)
  /// The year was never sealed.
  case notSealed(Int)
  /// The year was never opened after it had been sealed.
  case notOpened(Int)
  /// The paper is one of a city that gathers others.
  case onlyAtCity
  /// The paper is one of an office that has joined a city.
  case noCity
  case noOfficeChosen
  case unknownOffice(String)
  /// Nothing of the office was taken in yet.
  case nothingGathered(String)
  /// The office writes no more, and is not reminded.
  case retired(String)
  /// The office has written no bundle yet.
  case nothingBundled
  /// The office has written no bundle of that number.
  case unknownBundle(Int)
  case noConflictChosen
  case unknownConflict(String)
  case nothingInYear(Int)

  public var sentence: String {
    switch self {
    case .unknownFiling(let id): "没有编号为“\(id)”的申报。"
    case .unknownBatch(let id): "没有拨付批次“\(id)”。请用 zizhu report batches 查看。"
    case .unknownHolder(let id, let year): "\(year) 年度没有编号为“\(id)”的限额享受者。"
    case .unknownItem(let name, let known): "没有项目“\(name)”。项目有：\(known.joined(separator: "，"))。"
    case .nothingChosen: "没有选中任何申报，没有打印。请写明收件编号，或换一个年度、阶段。"
    case .nothingToCorrect(let id): "申报 \(id) 没有需要补正的内容，没有打印。"
    case .notRefused(let id): "申报 \(id) 没有被拒绝，没有打印不予资助通知书。"
    case .noReason(let id): "申报 \(id) 没有记录不予资助的理由，没有打印。请先补记理由。"
    case .incomplete(let id): "申报 \(id) 材料不全，还没有核算结果，没有打印。请先通知补正。"
    case .closed(let id, let stage): "申报 \(id) 已\(Labels.label(stage))，没有打印。"
    case .void(let id): "申报 \(id) 系误录，已作废，没有打印。"
    case .notApproved(let id): "申报 \(id) 尚未审定，不能公示，没有打印。"
    case .notPublished(let id): "申报 \(id) 不在公示或者拨付阶段，不能列入拨付表，没有打印。"
    case .nothingToPay(let id): "申报 \(id) 没有可拨付的金额，没有打印。"
    case .accountMissing(let id): "申报 \(id) 的申请人缺少开户银行或者账号，没有打印。请先补齐。"
    case .notSealed(let year): "\(year) 年度还没有封存，没有打印。"
    case .notOpened(let year): "\(year) 年度封存以后没有解封过，没有更正，没有打印。"
    case .onlyAtCity: "这份文书由汇总各局的市局打印；本局没有入网的县局，没有打印。"
    case .noCity: "本局没有加入市局，没有打印。"
    case .noOfficeChosen: "请写明局的代码，如 441881；入网的局见 zizhu office list。"
    case .unknownOffice(let code): "没有入网的局“\(code)”，没有打印。入网的局见 zizhu office list。"
    case .nothingGathered(let code): "还没有收过 \(code) 的报送件，没有打印。"
    case .retired(let code): "\(code) 已停止报送，没有打印。"
    case .nothingBundled: "本局还没有写过报送件，没有打印。请先用 zizhu bundle 写一份。"
    case .unknownBundle(let number): "本局没有第 \(number) 号报送件，没有打印。"
    case .noConflictChosen: "请写明冲突的编号；未裁定的见 zizhu conflicts。"
    case .unknownConflict(let id): "没有编号为“\(id)”的冲突，没有打印。请看 zizhu conflicts。"
    case .nothingInYear(let year): "\(year) 年度没有申报，没有打印。"
    case .nothingToRecover(let id): "申报 \(id) 没有追回的金额，没有打印。"
    case .nothingToServe(let id): "申报 \(id) 没有要送达的决定，没有打印。"
    case .recoveredElsewhere(let id): "申报 \(id) 的追回是接管以前办的，没有打印。请看原来的通知书。"
    case .noSuchNotice(let id, let count): "申报 \(id) 的追回通知书有 \(count) 份，没有要的这一份，没有打印。"
    }
  }
}
