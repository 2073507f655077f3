public import CaseModel
public import Casework
import JSONText
public import SubsidyRules

/// Makes the claim lines of filings, judging each by itself, some thousands at a time on all cores, so that what is
/// held does not grow with the office.
///
/// Claims out, awards back: `ClaimLine` (of a large file by `CaseFileStream`, while the batch before is
/// written: `ClaimsWriter`), an engine with `data/engine/*.sql` or `ClaimsLedger`, which is the desk's
/// `Ledger` over the lines of many offices, then `AwardLines` and `AwardDigest`. `Policy.settling` says
/// whether running sums can settle a policy, `Components` which filings share something.
/// `.ci/engines/compare` holds the engines against each other, `.ci/engines/large` measures twenty million
/// filings.
public struct ClaimSource: Sendable {
  /// By what lines are kept apart.
  public enum Division: String, Sendable, CaseIterable { case office, year }

  /// Lines that belong together: those of one office and year, as far as lines are kept apart by these.
  public struct Part: Hashable, Sendable {
    public var office: String?
    public var year: Int?
  }

  /// So many filings are judged at a time.
  static let batch = 4_000

  /// Filings whose lines are made together, each when its number is asked for.
  public struct Batch: Sendable {
    public let count: Int
    fileprivate let line: @Sendable (Int, inout Judges) -> ClaimLine
  }

  private let policy: Policy
  private let components: Components?

  /// With `components` each line says which it is in.
  public init(_ policy: Policy, components: Components? = nil) {
    self.policy = policy
    self.components = components
  }

  /// An office whose journal is `writer`'s, a batch at a time; of a city those of all offices, each as its own office has
  /// it.
  ///
  /// - Parameter names: what holders are called among offices that share no ids.
  public func batches(of state: OfficeState, writer: String, names: HolderNames) -> some Sequence<Batch> {
    let (policy, district) = (policy, state.office?.district ?? "-")
    return stride(from: 0, to: state.files.count, by: Self.batch).lazy.map { start in
      Batch(count: min(Self.batch, state.files.count - start)) { number, judges in
        let file = state.files[start + number]
        let origin = state.origin(of: file.filing.id)
        let owner = origin?.filing.writer ?? writer
        let judgement = judges.judge(file.filing, of: names.facts(file.facts, writer: owner))
        var line = ClaimLine(
          file, judgement, policy: policy, office: origin?.office ?? district, writer: owner)
        line.patent = Self.patent(of: file.filing, policy)
        if let origin { line.id = origin.filing.id }
        if state.joint.keptFilings.contains(file.filing.id) { line.rank = 1 }
        return line
      }
    }
  }

  /// Some filings of a case file, whose applicants' facts go by what offices that share no ids call them.
  public func batch(of filings: [Filing], _ facts: FactsOfApplicants) -> Batch {
    let policy = policy
    return Batch(count: filings.count) { number, judges in
      let judgement = judges.judge(filings[number], of: facts.facts(of: filings[number]))
      var line = ClaimLine(filings[number], judgement, policy: policy)
      line.patent = Self.patent(of: filings[number], policy)
      return line
    }
  }

  /// The same of many filings, a batch at a time.
  public func batches(of filings: [Filing], _ facts: FactsOfApplicants) -> some Sequence<Batch> {
    stride(from: 0, to: filings.count, by: Self.batch).lazy.map { start in
      batch(of: Array(filings[start..<min(start + Self.batch, filings.count)]), facts)
    }
  }

  public func lines(of batch: Batch) -> [ClaimLine] {
    let policy = policy
    return inParallel(batch.count, atLeast: 500) { numbers in
      var judges = Judges(policy)
      return numbers.map { batch.line($0, &judges) }
    }
  }

  /// The lines as they are written, kept apart by office and year where that is asked, in pieces that follow each other;
  /// those of a part stand in the order of their filings.
  public func pieces(of batch: Batch, by divisions: [Division]) -> [[Part: [UInt8]]] {
    let (policy, components) = (policy, components)
    let (byOffice, byYear) = (divisions.contains(.office), divisions.contains(.year))
    return inParallel(batch.count, atLeast: 500) { numbers -> [[Part: [UInt8]]] in
      var judges = Judges(policy)
      var parts: [Part: JSONWriter] = [:]
      for number in numbers {
        var line = batch.line(number, &judges)
        line.component = components?.component(of: line)
        let part = Part(office: byOffice ? line.office : nil, year: byYear ? line.year : nil)
        line.write(into: &parts[part, default: JSONWriter(reserving: numbers.count * 320)])
      }
      return [parts.mapValues(\.bytes)]
    }
  }

  /// As keys have it: eight digits of the old numbers, twelve of those since 2003.
  private static func patent(of filing: Filing, _ policy: Policy) -> String? {
    policy.applicationNumber(of: filing).map { number in
      let digits = String(number.digits)
      return String(repeating: "0", count: max(0, (number.isOld ? 8 : 12) - digits.count)) + digits
    }
  }
}
