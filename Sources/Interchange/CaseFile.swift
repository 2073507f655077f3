public import CaseModel
import JSONText
public import SubsidyRules

/// The interchange file, `zizhu-cases/1`: applicants and filings, in and out.
///
/// One JSON object with `format`, `policy`, `applicants` and `filings`, and `readings` where the file chooses
/// other ones than the policy does. Money is text in yuan, days are `YYYY-MM-DD`; a filing's inputs are kept as
/// they came, readable or not. Anything else that is wrong refuses the file as a whole.
public struct CaseFile: Sendable {
  public static let format = "zizhu-cases/1"

  /// The policy with the file's choice of readings.
  public var policy: Policy
  /// The choices that the file itself makes, in its order.
  public var readings: [Reading]
  public var applicants: [Applicant]
  public var filings: [Filing]

  public struct Reading: Hashable, Sendable {
    public var id: String
    public var option: String

    public init(_ id: String, _ option: String) {
      self.id = id
      self.option = option
    }
  }

  public init(policy: Policy, readings: [Reading] = [], applicants: [Applicant], filings: [Filing]) {
    self.policy = policy
    self.readings = readings
    self.applicants = applicants
    self.filings = filings
  }

  /// Reads a file under the policy it names, which `policy` finds by id.
  public static func read(
    _ bytes: [UInt8], policy: (String) -> Policy?
  ) throws(CaseFileError) -> CaseFile {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw CaseFileError(.byteOrderMark, location: JSONLocation(line: 1, column: 1))
    }
    var reader = CaseFileReader(JSONReader(bytes))
    do throws(JSONError) {
      try reader.readFile()
    } catch {
      throw CaseFileError(.json(error.reason), location: error.location)
    }
    return try reader.checked(policy: policy)
  }

  /// Reads one filing by itself, as `zizhu file` takes it; without an id it gets an empty one.
  public static func readFiling(
    _ bytes: [UInt8], policy: Policy
  ) throws(CaseFileError) -> Filing {
    var reader = CaseFileReader(JSONReader(bytes))
    let read: ReadFiling
    do throws(JSONError) {
      read = try reader.readFiling()
      try reader.reader.end()
    } catch {
      throw CaseFileError(.json(error.reason), location: error.location)
    }
    return try reader.checkedFiling(read, policy: policy)
  }
}
