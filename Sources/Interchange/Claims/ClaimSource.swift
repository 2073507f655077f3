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

  /// Every filing of an office whose journal is `writer`'s, in its order.
  public func write(
    _ state: OfficeState, writer: String, into take: ([Part: [UInt8]]) throws -> Void
  ) throws {
    try each(state, writer: writer) { try take(bytes(of: $0)) }
  }

  /// The lines of an office, a batch at a time.
  public func each(_ state: OfficeState, writer: String, _ take: ([ClaimLine]) throws -> Void) throws {
    let (policy, office) = (policy, state.office?.district ?? "-")
    for start in stride(from: 0, to: state.files.count, by: Self.batch) {
      try take(
        inParallel(min(Self.batch, state.files.count - start)) { numbers in
          var judges = Judges(policy)
          return numbers.map { number in
            let file = state.files[start + number]
            let judgement = judges.judge(file.filing, of: file.facts)
            return ClaimLine(file, judgement, policy: policy.id, office: office, writer: writer)
          }
        })
    }
  }

  /// The lines of some filings of a case file.
  public func lines(_ filings: [Filing], _ facts: FactsOfApplicants) -> [ClaimLine] {
    let policy = policy
    return inParallel(filings.count) { numbers in
      var judges = Judges(policy)
      return numbers.map { number in
        let judgement = judges.judge(filings[number], of: facts.facts(of: filings[number]))
        return ClaimLine(filings[number], judgement, policy: policy.id)
      }
    }
  }

  /// The lines as they are written, by office and year.
  public func bytes(of lines: [ClaimLine]) -> [Part: [UInt8]] {
    let components = components
    let pieces = inParallel(lines.count) { numbers -> [[Part: [UInt8]]] in
      var parts: [Part: JSONWriter] = [:]
      for number in numbers {
        var line = lines[number]
        line.component = components?.component(of: line)
        let part = Part(office: line.office, year: line.year)
        line.write(into: &parts[part, default: JSONWriter(reserving: numbers.count * 320)])
      }
      return [parts.mapValues(\.bytes)]
    }
    return pieces.reduce(into: [:]) { all, piece in all.merge(piece) { $0 + $1 } }
  }
}
