public import CaseModel

/// What taking in an interchange file would do, record by record; nothing is changed by making it.
///
/// An applicant that the office has under the same code, with name and kind alike, or under the same id with the same
/// facts, is that one: the file's filings become its filings, and what is registered of it stays.
///
/// A file's way in: bytes, `CaseFile` (of which bad records are left out where that is asked),
/// `OfficeState.plan(applicants:filings:)`, which is this (who is there already, what doesn't fit),
/// `Command.importCases`.
public struct CaseImport: Sendable {
  /// A record that doesn't fit, and why.
  public struct Refused: Hashable, Sendable {
    public var id: String
    public var isApplicant: Bool
    public var refusal: Refusal

    fileprivate var row: RefusedRow { RefusedRow(filing: id, refusal: refusal) }
  }

  /// Applicants that are new, and filings, with the office's own ids of those that are there.
  public private(set) var applicants: [Applicant] = []
  public private(set) var filings: [Filing] = []
  /// Of applicants that are there: the office's id by the file's.
  public private(set) var known: [String: String] = [:]
  public private(set) var refused: [Refused] = []
  private var refusedApplicants: Set<String> = []
  /// Where applicants and filings stand among those of the file, from 1.
  private let applicantPlaces: [String: Int]
  private let filingPlaces: [String: Int]

  init(_ applicants: [Applicant], _ filings: [Filing], _ state: OfficeState) {
    func places(_ ids: [String]) -> [String: Int] {
      Dictionary(first: zip(ids, 1...))
    }
    applicantPlaces = places(applicants.map(\.id))
    filingPlaces = places(filings.map(\.id))
    take(applicants, state)
    refuseBranches(state)
    for number in self.applicants.indices {
      guard let parent = self.applicants[number].parent, let own = known[parent] else { continue }
      self.applicants[number].parent = own
    }
    take(filings, state)
  }

  private mutating func take(_ applicants: [Applicant], _ state: OfficeState) {
    var owners: [String: Applicant] = [:]
    for applicant in state.people.applicants {
      if let code = Self.folded(applicant.code), owners[code] == nil { owners[code] = applicant }
    }
    // Those who come in, by what makes units of one name one.
    var named: [Units.Key: [Applicant]] = [:]
    for applicant in applicants {
      let code = Self.folded(applicant.code)
      if let owner = code.flatMap({ owners[$0] }) {
        let isSame =
          owner.kind == applicant.kind
          && TextFolding.search(owner.name) == TextFolding.search(applicant.name)
        guard isSame, state.applicant(owner.id) != nil else {
          refuse(applicant, .codeTaken(by: owner.id))
          continue
        }
        known[applicant.id] = owner.id
      } else if let there = state.applicant(applicant.id) {
        guard Self.hasSameFacts(there, applicant) else {
          refuse(applicant, .applicantExists(applicant.id))
          continue
        }
        known[applicant.id] = there.id
      } else {
        if let code { owners[code] = applicant }
        let name = Units.key(of: applicant)
        let same =
          (name == nil ? [] : state.namesakes(of: applicant)) + (name.flatMap { named[$0] } ?? [])
        let unlike = same.filter { !Units.areToldApart($0, applicant) }
        guard unlike.isEmpty || TextFolding.isReason(applicant.note ?? "") else {
          refuse(applicant, .nameTaken(by: unlike.map(\.id)))
          continue
        }
        if let name { named[name, default: []].append(applicant) }
        self.applicants.append(applicant)
      }
    }
  }

  private mutating func take(_ filings: [Filing], _ state: OfficeState) {
    let new = self.applicants.keyed(by: \.id)
    self.filings.reserveCapacity(filings.count)
    for var filing in filings {
      let applicant = known[filing.applicant] ?? filing.applicant
      if state.file(filing.id) != nil {
        refused.append(Refused(id: filing.id, isApplicant: false, refusal: .filingExists(filing.id)))
      } else if refusedApplicants.contains(filing.applicant)
        || new[applicant] == nil && state.applicant(applicant) == nil
      {
        refused.append(
          Refused(id: filing.id, isApplicant: false, refusal: .unknownApplicant(filing.applicant)))
      } else if let family = filing.asReceived.flatMap({ facts in
        facts.heads.first { id in
          new[known[id] ?? id] == nil && state.applicant(known[id] ?? id) == nil
        }
      }) {
        refused.append(Refused(id: filing.id, isApplicant: false, refusal: .unknownApplicant(family)))
      } else {
        filing.applicant = applicant
        if let facts = filing.asReceived {
          filing.asReceived?.family = known[facts.family] ?? facts.family
          filing.asReceived?.further = facts.further.map { known[$0] ?? $0 }
        }
        self.filings.append(filing)
      }
    }
  }

  /// Nothing is taken in while a record doesn't fit; each is named.
  func checkWhole() throws(Refusal) {
    guard refused.isEmpty else {
      throw .rows(
        refused.map { one in
          var row = one.row
          row.place = (one.isApplicant ? applicantPlaces : filingPlaces)[one.id].map {
            one.isApplicant ? .applicant($0) : .filing($0)
          }
          return row
        })
    }
  }

  /// The filings that come in once somebody says why.
  public var unanswered: [RefusedRow] {
    refused.filter { one in
      switch one.refusal {
      case .turnTaken, .banned, .noteMissing: true
      default: false
      }
    }
    .map(\.row)
  }

  /// Units that are called like others, and say no reason for one more record.
  public var secondRecords: Set<String> {
    Set(refused.filter { if case .nameTaken = $0.refusal { true } else { false } }.map(\.id))
  }

  /// Those of them that come before others who lose by it.
  public var early: Set<String> {
    Set(unanswered.filter { if case .turnTaken = $0.refusal { true } else { false } }.map(\.filing))
  }

  /// Leaves out the filings that nobody takes without saying why: of somebody who gets nothing for a time, or before others
  /// who lose by it.
  ///
  /// - Parameters:
  ///   - state: the files and lists that they are held against.
  ///   - name: what an applicant of the office, or one who comes in, is called there.
  mutating func refuseUnanswered(_ state: OfficeState, named name: (String) -> String = { $0 }) {
    let coming = applicants.map { applicant in
      var coming = applicant
      coming.id = name(applicant.id)
      coming.parent = applicant.parent.map(name)
      return coming
    }
    let new = coming.keyed(by: \.id)
    func find(_ id: String) -> Applicant? { state.applicant(id) ?? new[id] }
    var arriving: [(filing: Filing, received: FactsAtReceipt)] = []
    arriving.reserveCapacity(filings.count)
    for var filing in filings {
      filing.applicant = name(filing.applicant)
      if let stated = filing.asReceived {
        filing.asReceived?.family = name(stated.family)
        filing.asReceived?.further = stated.further.map(name)
      }
      if !filing.isOfAnotherOffice, let party = find(filing.applicant),
        let ban = state.unansweredBan(on: filing, of: party)
      {
        refused.append(Refused(id: filing.id, isApplicant: false, refusal: .banned(ban)))
      } else if let received = state.factsComing(with: filing, find) {
        arriving.append((filing, received))
      }
    }
    let strangers = coming.filter { state.applicant($0.id) == nil }
    // Where one stays out, another may come to what it would have had.
    while true {
      let early = Arrivals.unanswered(arriving, with: strangers, in: state)
      guard !early.isEmpty else { break }
      refused += early.map { .init(id: $0.filing, isApplicant: false, refusal: .turnTaken($0.losers)) }
      let left = Set(early.map(\.filing))
      arriving.removeAll { left.contains($0.filing.id) }
    }
    for (filing, _) in arriving where !filing.isOfAnotherOffice && filing.hasWordlessReason() {
      refused.append(Refused(id: filing.id, isApplicant: false, refusal: .noteMissing))
    }
    let left = Set(refused.filter { !$0.isApplicant }.map(\.id))
    filings.removeAll { left.contains($0.id) }
  }

  private mutating func refuse(_ applicant: Applicant, _ refusal: Refusal) {
    refused.append(Refused(id: applicant.id, isApplicant: true, refusal: refusal))
    refusedApplicants.insert(applicant.id)
  }

  /// With a head office that doesn't fit its branches go.
  private mutating func refuseBranches(_ state: OfficeState) {
    while true {
      let branches = applicants.filter { $0.parent.map(refusedApplicants.contains) ?? false }
      guard !branches.isEmpty else { return }
      for branch in branches { refuse(branch, .unknownParent(branch.parent ?? "")) }
      applicants.removeAll { refusedApplicants.contains($0.id) }
    }
  }

  private static func hasSameFacts(_ a: Applicant, _ b: Applicant) -> Bool {
    a.kind == b.kind && a.district == b.district && a.parent == b.parent
      && TextFolding.search(a.name) == TextFolding.search(b.name) && folded(a.code) == folded(b.code)
  }

  /// A code as codes are compared; nil where nothing is left of it.
  static func folded(_ code: String?) -> String? {
    let folded = TextFolding.search(code ?? "")
    return folded.isEmpty ? nil : folded
  }
}

extension Filing {
  /// Whether it comes in with what another office has done with it, and is not received here.
  var isOfAnotherOffice: Bool { stage != .received || decided != nil }
}

extension OfficeState {
  /// What taking in these applicants and filings would do.
  public func plan(applicants: [Applicant], filings: [Filing]) -> CaseImport {
    var plan = CaseImport(applicants, filings, self)
    plan.refuseUnanswered(self)
    return plan
  }
}
