public import CaseModel
public import Casework
public import SubsidyRules
import Wording

extension OfficeState {
  /// A paper filled from the office's files.
  ///
  /// - Parameters:
  ///   - ids: filings; items for the papers of those; for the cap sheet the holders whose use is shown one by one. One
  ///     that stands there twice counts once: nobody is paid twice by a slip of the hand.
  ///   - year: of the caps, for the cap sheet.
  ///   - today: the day that the paper bears.
  ///   - notice: which of a filing's recovery notices, from 1 on; the last where none is named.
  ///   - batch: for the payment list the batch that is printed as it was made; no filings are then named.
  ///   - approved: what filings were approved on, for approval sheets; the journal has it.
  public func printout(
    _ paper: PrintedPaper, of ids: [String], year: Int, today: CivilDate, notice: Int? = nil,
    batch: String? = nil, approved: [String: ApprovedDecision] = [:]
  ) throws(PrintRefusal) -> Printout {
    if let batch { return try batchPrintout(batch) }
    let letterhead = letterhead(today)
    let ids = ids.eachOnce
    if paper.isOfItem { return try printout(paper, ofItems: ItemPapers.items(ids, of: policy), today: today) }
    let files = paper.isOfYear || paper.isBetweenOffices ? [] : try chosen(ids)
    let bases = files.map { basis(of: [$0]) }
    let all = [basis(of: files)]
    return switch paper {
    case .receipt:
      Printout(
        paper, try each(files, receiptSlip), letterhead, bases: bases,
        remarks: files.filter(\.standing.isUnpaid).compactMap { NewsWording.warning($0.filing, self) })
    case .correction:
      Printout(
        paper, try each(files) { (file) throws(PrintRefusal) in try correctionLetter(file, today) },
        letterhead, bases: bases,
        remarks: files.compactMap(uncheckedRemark))
    case .refusal:
      Printout(
        paper, try each(files) { (file) throws(PrintRefusal) in try refusalLetter(file, today) },
        letterhead, bases: bases)
    case .approval:
      Printout(
        paper,
        try each(files) { (file) throws(PrintRefusal) in
          try approvalSheet(file, approved[file.filing.id])
        }, letterhead, bases: approvalBases(files, approved))
    case .recovery:
      Printout(
        paper, try each(files) { (file) throws(PrintRefusal) in try recoveryLetter(file, notice: notice) },
        letterhead, bases: bases)
    case .service: Printout(paper, try each(files, serviceSlip), letterhead, bases: bases)
    case .label: Printout(paper, [labelSheet(files)], letterhead, bases: all)
    case .batch: Printout(paper, [batchList(files)], letterhead, bases: all)
    case .public:
      Printout(
        paper, [PublicList(rows: try each(files, publicRow), time: publicTime(files))], letterhead, bases: all
      )
    case .payment:
      Printout(
        paper, [PaymentList(rows: try each(files, paymentRow))], letterhead, bases: all,
        remarks: paymentRemarks(files) + batchRemarks(files))
    case .capSheet:
      Printout(paper, [try capSheet(of: year, showing: ids)], letterhead, bases: [basis(ofYear: year)])
    case .yearSeal: Printout(paper, [try yearSealSheet(of: year)], letterhead, bases: [basis(ofYear: year)])
    case .yearCorrection:
      Printout(paper, [try yearCorrectionSheet(of: year)], letterhead, bases: [basis(ofYear: year)])
    case .form, .guide: try printout(paper, ofItems: ItemPapers.items(ids, of: policy), today: today)
    case .handover, .reminder, .conflict, .yearClose, .officesClose:
      try printout(paper, between: ids, year: year, today: today)
    }
  }

  /// A paper of the policy's items, which needs no filing.
  public func printout(_ paper: PrintedPaper, ofItems items: [Item], today: CivilDate) -> Printout {
    ItemPapers.printout(paper, of: items, policy: policy, letterhead: letterhead(today))
  }

  func letterhead(_ today: CivilDate) -> Letterhead {
    Letterhead(
      office: office?.name ?? "", policy: policy.title, document: policy.document, today: today,
      isTrial: office?.isTrial ?? false)
  }

  /// What an approval was given by, as the policy's file was then.
  private func approvalBases(_ files: [FiledFiling], _ approved: [String: ApprovedDecision]) -> [LegalBasis] {
    files.map { file in approved[file.filing.id].map { LegalBasis([$0.policy]) } ?? basis(of: [file]) }
  }

  /// That the notice leaves out what nobody has looked at.
  private func uncheckedRemark(_ file: FiledFiling) -> String? {
    TickWording.unchecked(openPapers(of: file)).map { "\(file.filing.id) \($0)" }
  }

  private func chosen(_ ids: [String]) throws(PrintRefusal) -> [FiledFiling] {
    guard !ids.isEmpty else { throw .nothingChosen }
    var files: [FiledFiling] = []
    for id in ids {
      guard let file = file(id) else { throw .unknownFiling(id) }
      files.append(file)
    }
    return files
  }

  private func each<Element>(
    _ files: [FiledFiling], _ fill: (FiledFiling) throws(PrintRefusal) -> Element
  ) throws(PrintRefusal) -> [Element] {
    var filled: [Element] = []
    for file in files { filled.append(try fill(file)) }
    return filled
  }

  /// The filings of a year that a list is usually made of, in the order received: what is to be decided for the
  /// batch list, decided for the public list, published for the payment list. None for other papers.
  public func usualFilings(for paper: PrintedPaper, year: Int, stage: Stage? = nil) -> [String] {
    let standings = paper.usualStandings
    let stages = stage.map { [$0] } ?? standings.map(\.stage)
    guard !stages.isEmpty else { return [] }
    return filings(FilingFilter(year: year)).filter { number in
      // The row tells of most filings that they stand elsewhere, without reading their story.
      guard stages.contains(files.rows[number].stage) else { return false }
      // What comes to nothing is no part of what is to be decided on unless somebody names it.
      if paper == .batch, files.rows[number].award == .zero { return false }
      return stage != nil || standings.contains(files[number].standing)
    }.map(files.id)
  }
}

extension PrintedPaper {
  /// Where the filings stand that the paper is usually made of.
  fileprivate var usualStandings: [Standing] {
    switch self {
    case .batch: [.accepted, .reviewed]
    case .public: [.approved]
    case .payment: [.published]
    default: []
    }
  }
}
