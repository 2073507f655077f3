public import CaseModel
import JSONText
public import SubsidyRules

/// The interchange file, `zizhu-cases/1`: applicants and filings, in and out.
///
/// One JSON object with `format`, `policy`, `applicants` and `filings`, `readings` where the file chooses other ones
/// than the policy does, and `damaged` (texts that say what is missing) where it was written from a damaged store. Money is text in yuan, days are `YYYY-MM-DD`; a filing's inputs are kept as
/// they came, readable or not. Anything else that is wrong refuses the file as a whole.
public struct CaseFile: Sendable {
  public static let format = "zizhu-cases/1"

  /// The policy with the file's choice of readings.
  public var policy: Policy
  /// The choices that the file itself makes, in its order.
  public var readings: [Reading]
  public var applicants: [Applicant]
  public var filings: [Filing]
  /// What was missing in the store that the file was written from, in words; empty where nothing was.
  public var damaged: [String]
  /// Records that were left out, where that was asked for.
  public var leftOut: [LeftOut] = []

  /// An applicant or a filing that can't be taken in, and why.
  public struct LeftOut: Hashable, Sendable {
    /// Nil where it has none that can be read.
    public var id: String?
    public var isApplicant: Bool
    public var error: CaseFileError
  }

  public struct Reading: Hashable, Sendable {
    public var id: String
    public var option: String

    public init(_ id: String, _ option: String) {
      self.id = id
      self.option = option
    }
  }

  public init(
    policy: Policy, readings: [Reading] = [], applicants: [Applicant], filings: [Filing],
    damaged: [String] = []
  ) {
    self.policy = policy
    self.readings = readings
    self.applicants = applicants
    self.filings = filings
    self.damaged = damaged
  }

  /// Reads a file under the policy it names, which `policy` finds by id.
  ///
  /// A file that was written from a damaged store is refused unless `takingDamaged`: it may lack what was saved. With
  /// `leavingOutBad` a mistake inside of one applicant or filing leaves out that alone, an applicant with its branches
  /// and filings.
  public static func read(
    _ bytes: [UInt8], takingDamaged: Bool = false, leavingOutBad: Bool = false, policy: (String) -> Policy?
  ) throws(CaseFileError) -> CaseFile {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw CaseFileError(.byteOrderMark, location: JSONLocation(line: 1, column: 1))
    }
    var reader = CaseFileReader(JSONReader(bytes))
    reader.leavesOutBad = leavingOutBad
    do throws(JSONError) {
      try reader.readFile()
    } catch {
      throw CaseFileError(.json(error.reason), location: error.location)
    }
    let file = try reader.checked(policy: policy)
    if !takingDamaged, let damaged = reader.damaged, let first = damaged.value.first {
      throw reader.error(.fromDamagedStore(first), at: damaged.offset)
    }
    return file
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
