import CaseModel
import SubsidyRules

extension OfficeState {
  /// Takes in what happened between offices.
  mutating func fold(_ change: OfficesChange, _ transaction: Transaction) {
    offices.fold(change, transaction)
    // Where others look at the office, they know the city's steps from the city.
    guard case .taken(let reply) = change, !isGathered else { return }
    for step in reply.steps {
      let item = step.step.hasFigures ? file(step.filing.id).flatMap { policy.item($0.filing.item) } : nil
      self.change(step.filing.id, transaction) {
        $0.take(step.step, item: item, by: step.by, at: step.at)
      }
    }
  }
}
