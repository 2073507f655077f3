public import Casework

/// Filings that go back to their office to be entered anew, as a reply carries them: for each a line in the form of the
/// journal's own, by whoever entered it, with its applicant and the filing as it was received.
public enum ReturnedFile {
  public static func write(_ returned: [ReturnedFiling]) -> [UInt8] {
    returned.flatMap { line(of: $0) + [UInt8(ascii: "\n")] }
  }

  /// One of them, without the end of its line.
  public static func line(of one: ReturnedFiling) -> [UInt8] {
    TransactionLine.write(
      Transaction(
        by: one.by, at: one.at, policy: "",
        changes: [.applicantEntered(one.applicant), .filingReceived(one.filing, one.facts)]))
  }

  public static func read(_ bytes: [UInt8]) throws(TransactionError) -> [ReturnedFiling] {
    var returned: [ReturnedFiling] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let save = try TransactionLine.read(bytes, in: start..<end)
      // What a later program says beside is nothing that could be entered here.
      returned += ReturnedFiling.all(in: [save]) { _ in nil }
      start = end + 1
    }
    return returned
  }
}
