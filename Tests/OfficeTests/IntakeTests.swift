import Casework
import Testing

@testable import Office

@Suite struct IntakeTests {
  /// Remembers the saves it was given, and fails at one of them.
  private struct Notes: SaveTaker {
    var sequences: [Int] = []
    var failing: Int?

    mutating func take(_ transaction: Transaction) throws(OfficeError) {
      if transaction.sequence == failing { throw .policyMissing(file: "p") }
      sequences.append(transaction.sequence)
    }
  }

  private func saves(_ sequences: Range<Int>) -> [Transaction] {
    sequences.map { sequence in
      var save = Transaction(by: "", at: "", policy: "", changes: [])
      save.sequence = sequence
      return save
    }
  }

  @Test func batchesAreTakenInOneAfterAnother() throws {
    let intake = Intake(Notes())
    for start in stride(from: 0, to: 5000, by: 10) { intake.take(saves(start..<start + 10)) }
    intake.take([])
    #expect(try intake.whenTaken { $0.sequences } == Array(0..<5000))
    intake.take(saves(5000..<5001))
    #expect(try intake.whenTaken { $0.sequences.last } == 5000)
  }

  @Test func behindAFailureNothingIsTaken() {
    let intake = Intake(Notes(failing: 25))
    for start in [0, 10, 20, 30] { intake.take(saves(start..<start + 10)) }
    let error = #expect(throws: OfficeError.self) { try intake.whenTaken { $0.sequences } }
    guard case .policyMissing(file: "p")? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
