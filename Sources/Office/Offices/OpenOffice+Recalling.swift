public import Casework
import Interchange
import Journal

/// What a city that was restored gets back from its offices: its own steps, as their journals keep them.
extension OpenOffice {
  /// The city's steps that its offices have taken in and its journal lacks, whole, in the order in which they were taken;
  /// none where nothing was lost.
  public func lostVerdicts() throws(OfficeError) -> [CityStep] {
    guard let lost = joint?.state.joint.lostVerdicts, !lost.isEmpty else { return [] }
    return try officeErrors {
      var found: [CityStep] = []
      for office in lost.offices {
        guard let writer = own.offices.office(ofWriter: office.writer)?.writer,
          let written = OtherJournal(journal.folder, store: writer.store, writer: writer.writer)
        else { continue }
        for record in try written.records(Set(office.lines.values)) {
          for case .offices(.taken(let reply)) in try Self.transaction(record).changes {
            found += reply.steps.filter { $0.filing.writer == office.writer && office.lines[$0.save] != nil }
          }
        }
      }
      return found.sorted { ($0.epoch, $0.sequence, $0.at) < ($1.epoch, $1.sequence, $1.at) }
    }
  }
}
