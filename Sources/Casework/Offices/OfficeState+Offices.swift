import CaseModel
import SubsidyRules

extension OfficeState {
  /// Whether the next step on a filing is another office's: the city's on what a county has handed up, the county's on all
  /// else that it keeps.
  func waitsElsewhere(_ file: FiledFiling) -> Bool {
    let isCitys = file.standing == .handedUp || file.isCommitted
    if let origin = origin(of: file.filing.id) {
      return !isCitys && offices.office(ofWriter: origin.filing.writer)?.isRetired != true
    }
    return offices.city != nil && isCitys
  }

  /// The same of the filing of a number, which an office that stands alone need not read.
  func waitsElsewhere(_ number: Int) -> Bool {
    guard offices.city != nil || !origins.isEmpty else { return false }
    return waitsElsewhere(files[number])
  }

  /// The offices of a city that were last heard of before a filing was received (gathered, or admitted where nothing ever
  /// came), where others may stand before it under a shared cap; each with the day, by code.
  func silentOffices(before number: Int) -> [String] {
    guard !origins.isEmpty else { return [] }
    let file = files[number]
    guard let claim = policy.claim(file.filing, of: file.facts), !claim.shares.isEmpty else { return [] }
    let own = origin(of: file.filing.id)?.filing.writer
    return offices.admitted.compactMap { office in
      guard !office.isRetired, office.writer?.writer != own, let day = office.silentSince,
        day < file.filing.received
      else { return nil }
      return office.gathered == nil ? "\(office.name)（\(day) 接纳，还没有报送）" : "\(office.name)（\(day)）"
    }.sorted()
  }

  /// Takes in what happened between offices.
  mutating func fold(_ change: OfficesChange, _ transaction: Transaction) {
    offices.fold(change, transaction)
    if case .newsTold(let told) = change { news += told }
    // Where others look at the office, they know the city's steps from the city.
    guard case .taken(let reply) = change, !isGathered else { return }
    for step in reply.steps where file(step.filing.id)?.isHandedUpAgain(behind: step.basis) == false {
      let item = step.step.hasFigures ? file(step.filing.id).flatMap { policy.item($0.filing.item) } : nil
      self.change(step.filing.id, transaction) {
        $0.take(step.step, item: item, by: step.by, at: step.at)
      }
    }
  }
}
