public import CaseModel
public import Casework
import JSONText
public import SubsidyRules

/// Makes the claim lines of filings, judging each by itself, some thousands at a time on all cores, so that what is
/// held does not grow with the office.
public struct ClaimSource: Sendable {
  /// Lines that belong together: those of one office and year.
  public struct Part: Hashable, Sendable {
    public var office: String
    public var year: Int
  }

  /// So many filings are judged at a time.
  static let batch = 16_000

  private let policy: Policy
  private let components: Components?

  /// With `components` each line says which it is in.
  public init(_ policy: Policy, components: Components? = nil) {
    self.policy = policy
    self.components = components
  }

  /// The lines of an office whose journal is `writer`'s, a batch at a time; of a city those of all offices, each as its own
  /// office has it.
  ///
  /// - Parameter names: what holders are called among offices that share no ids.
  public func each(
    _ state: OfficeState, writer: String, names: HolderNames, _ take: ([ClaimLine]) throws -> Void
  ) throws {
    let (policy, district) = (policy, state.office?.district ?? "-")
    for start in stride(from: 0, to: state.files.count, by: Self.batch) {
      try take(
        inParallel(min(Self.batch, state.files.count - start)) { numbers in
          var judges = Judges(policy)
          return numbers.map { number in
            let file = state.files[start + number]
            let origin = state.origin(of: file.filing.id)
            let owner = origin?.filing.writer ?? writer
            let judgement = judges.judge(file.filing, of: names.facts(file.facts, writer: owner))
            var line = ClaimLine(
              file, judgement, policy: policy, office: origin?.office ?? district, writer: owner)
            line.patent = Self.patent(of: file.filing, policy)
            if let origin { line.id = origin.filing.id }
            if state.keptFilings.contains(file.filing.id) { line.rank = 1 }
            return line
          }
        })
    }
  }

  /// The lines of some filings of a case file.
  public func lines(
    _ filings: [Filing], _ facts: FactsOfApplicants, names: HolderNames
  ) -> [ClaimLine] {
    let policy = policy
    return inParallel(filings.count) { numbers in
      var judges = Judges(policy)
      return numbers.map { number in
        let known = names.facts(facts.facts(of: filings[number]), writer: "-")
        let judgement = judges.judge(filings[number], of: known)
        var line = ClaimLine(filings[number], judgement, policy: policy)
        line.patent = Self.patent(of: filings[number], policy)
        return line
      }
    }
  }

  /// As keys have it: eight digits of the old numbers, twelve of those since 2003.
  private static func patent(of filing: Filing, _ policy: Policy) -> String? {
    policy.applicationNumber(of: filing).map { number in
      let digits = String(number.digits)
      return String(repeating: "0", count: max(0, (number.isOld ? 8 : 12) - digits.count)) + digits
    }
  }

  /// The lines as they are written, by office and year, in pieces that follow each other.
  public func pieces(of lines: [ClaimLine]) -> [[Part: [UInt8]]] {
    let components = components
    return inParallel(lines.count) { numbers -> [[Part: [UInt8]]] in
      var parts: [Part: JSONWriter] = [:]
      for number in numbers {
        var line = lines[number]
        line.component = components?.component(of: line)
        let part = Part(office: line.office, year: line.year)
        line.write(into: &parts[part, default: JSONWriter(reserving: numbers.count * 320)])
      }
      return [parts.mapValues(\.bytes)]
    }
  }
}
