import CaseModel
import SubsidyRules

/// What an old office's record lacks can be added later, so that it guards what was paid; what it says stays.
extension OfficeState {
  /// Inputs of a filing that are missing or can't be read.
  private func gaps(of filing: Filing, _ facts: Facts) -> [String] {
    var open = filing
    (open.stage, open.decided, open.reclaimed) = (.received, nil, nil)
    return policy.judge(open, of: facts, tracing: false).reasons.compactMap { reason in
      switch reason {
      case .missing(let input), .invalid(let input): input
      default: nil
      }
    }
  }

  /// What has to be added to a filing before it takes its once-only key and its room; empty where it takes them.
  ///
  /// Those are the inputs of key, event and limits (`Policy.guardingInputs`). A supervisor's `changeFiling`
  /// may add that, and nothing else of what is decided.
  public func lackingToGuard(_ id: String) -> [String] {
    guard let file = file(id) else { return [] }
    return lackingToGuard(file.filing, file.facts)
  }

  private func lackingToGuard(_ filing: Filing, _ facts: Facts) -> [String] {
    guard let item = policy.item(filing.item) else { return [] }
    let gaps = Set(gaps(of: filing, facts))
    return policy.guardingInputs(of: item).filter(gaps.contains)
  }

  /// That a decided filing which would come in keeps nobody from being paid the same again; nil where it does.
  ///
  /// - Parameter claim: what it asks of the ledger; nil where that is nothing.
  func guardDoubt(_ filing: Filing, of facts: Facts, claim: Claim?) -> Doubt? {
    // What was refused or withdrawn asks for neither, and keeps nobody from anything.
    guard !filing.stage.isClosed, let decided = filing.decided, decided > filing.reclaimed ?? .zero else {
      return nil
    }
    if let claim, claim.key != nil || !claim.shares.isEmpty { return nil }
    return .guardsNothing(lacking: lackingToGuard(filing, facts))
  }

  /// Whether a change only adds what a decided record of an old office lacks.
  func isSupplement(_ filing: Filing, to file: FiledFiling) -> Bool {
    guard file.isTakenOver, file.filing.decided != nil, file.standing != .rejected else { return false }
    var same = filing
    (same.inputs, same.overrides) = (file.filing.inputs, file.filing.overrides)
    let gaps = gaps(of: file.filing, file.facts)
    return same == file.filing && file.filing.differences(to: filing).allSatisfy(gaps.contains)
  }

  /// The award stays as it was decided; only a supervisor adds to what others handed over.
  func supplemented(_ filing: Filing, to file: FiledFiling, _ seen: Seen?, by who: Operator) throws(Refusal)
    -> [Change]
  {
    try need(.supervisor, who)
    if let seen, seen.revision != revision(of: file) {
      let last = lastHand(on: file)
      throw .movedOn(filing: filing.id, by: last.by, at: last.at)
    }
    guard filing != file.filing else { return [] }
    var added = filing
    (added.decided, added.reclaimed) = (nil, nil)
    return [.filingChanged(added)]
  }
}
