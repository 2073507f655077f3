import Foundation

/// Sessions after scripts that several tests begin with, each pressed once: a session is a value, and whoever gets it
/// goes on with a copy.
final class KeptSessions: @unchecked Sendable {
  private struct Key: Hashable {
    var script: String
    var rows: Int
    var columns: Int
    var isEmptyOffice: Bool
  }

  private let lock = NSLock()
  private var sessions: [Key: DeskSession] = [:]

  func session(_ script: String, rows: Int, columns: Int, isEmptyOffice: Bool) throws -> DeskSession {
    let key = Key(script: script, rows: rows, columns: columns, isEmptyOffice: isEmptyOffice)
    if let known = lock.withLock({ sessions[key] }) { return known }
    var session = try DeskSession(
      isEmptyOffice ? DemoOffice.empty() : DemoOffice.full(), rows: rows, columns: columns)
    session.ledger = LedgerTests.preview
    try session.press(script)
    lock.withLock { sessions[key] = session }
    return session
  }
}
