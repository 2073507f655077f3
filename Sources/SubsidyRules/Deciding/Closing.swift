public import CaseModel

extension Policy {
  /// The cap that still waits for others who may be served before a filing, and the last day on which they may come;
  /// nil where all its caps serve by day of receipt.
  public func closing(of filing: Filing, of facts: Facts) -> (cap: String, day: CivilDate)? {
    guard let item = item(filing.item) else { return nil }
    let home = document(of: item)
    var judge = Judge(home, item, home.plan(of: item), tracing: false)
    judge.take(filing)
    judge.look(FilingHead(filing), facts)
    return judge.plan.caps.compactMap { cap -> (cap: String, day: CivilDate)? in
      guard let number = cap.closes, case .date(let day)? = judge.term(number)?.value else { return nil }
      return (cap.id, day)
    }.max { $0.day < $1.day }
  }
}
