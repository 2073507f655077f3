public import CaseModel
import JSONText
public import SubsidyRules

/// The interchange file, `zizhu-cases/1`: applicants and filings, in and out.
///
/// One JSON object with `format`, `policy` (of several the newest, and then `policies`: all of them in the order in which
/// the office came to know them, by which items and readings of all but the first go as `policy/item`), `applicants` and
/// `filings`, `readings` where the file chooses other ones
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
      throw CaseFileError(json: error)
    }
    let file = try reader.checked(policy: policy)
    if !takingDamaged, let damaged = reader.head.damaged, let first = damaged.value.first {
      throw reader.error(.fromDamagedStore(first), at: damaged.offset)
    }
    return file
  }

  /// The same with the items and readings under the names that they go by in an office; nil where it does not have one of
  /// the file's policies.
  public func named(in office: Policy) -> CaseFile? {
    guard policy.order != office.order else { return self }
    guard policy.order.allSatisfy({ office.document($0) != nil }) else { return nil }
    var file = self
    for place in filings.indices {
      guard let item = office.name(here: filings[place].item, from: policy) else { return nil }
      file.filings[place].item = item
    }
    for place in readings.indices {
      guard let reading = office.name(here: readings[place].id, ofReadingFrom: policy) else { return nil }
      file.readings[place].id = reading
    }
    return file
  }

  /// Reads one filing by itself, as `zizhu file` takes it; without an id it gets an empty one. With `takingNames` an item
  /// may go by the name that its own policy has for it.
  public static func readFiling(
    _ bytes: [UInt8], policy: Policy, takingNames: Bool = false
  ) throws(CaseFileError) -> Filing {
    var reader = CaseFileReader(JSONReader(bytes))
    var read: ReadFiling
    do throws(JSONError) {
      read = try reader.readFiling()
      try reader.reader.end()
    } catch {
      throw CaseFileError(json: error)
    }
    let name = read.texts[.item]?.value ?? ""
    let named = takingNames && !name.contains("/") ? policy.items.filter { $0.name == name } : []
    // The newest policy that knows all that is stated; which it is at last the event tells.
    var first: CaseFileError?
    for item in named {
      read.texts[.item]?.value = item.id
      do throws(CaseFileError) {
        return try reader.checkedFiling(read, policy: policy)
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
    return try reader.checkedFiling(read, policy: policy)
  }
}
