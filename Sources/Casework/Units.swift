public import CaseModel

/// Which records of applicants are one unit: of the same kind, not individuals, with equal folded names that are not
/// empty, of which at most one has a valid code. Caps and once-only keys take them as one, under the record that was
/// entered first. Where several codes bear a name, a record without one joins none. Beside that goes what a supervisor has
/// said of any records (`PersonWord`). Source: identifiers.md, Names.
///
/// Names are folded by `TextFolding`. Caps and keys go by `FiledFiling.facts`, which names the record that
/// was entered first; the journal keeps each as it is.
public struct Units: Hashable, Sendable {
  /// The record that was entered first, of those alone that join another.
  private(set) var heads: [String: String] = [:]

  public init() {}

  /// The units among some applicants, in the order in which they were entered; those of a pair that somebody has told
  /// `apart` are never one by their name, and those of a pair that somebody has `linked` always are.
  public init(
    _ applicants: some Sequence<Applicant>, apart: Set<Set<String>> = [], linked: Set<Set<String>> = []
  ) {
    let applicants = Array(applicants)
    self.init(applicants, named: Self.names(of: applicants), apart: apart, linked: linked)
  }

  /// The same where the names have been read.
  init(_ applicants: [Applicant], named names: [Name], apart: Set<Set<String>>, linked: Set<Set<String>> = [])
  {
    defer { if !linked.isEmpty { join(linked, in: applicants) } }
    for group in Self.namesakes(applicants, names).values where group.codes < 2 {
      var units: [[String]] = []
      for id in group.ids {
        let unit = units.firstIndex { unit in unit.allSatisfy { !apart.contains([$0, id]) } }
        if let unit {
          heads[id] = units[unit][0]
          units[unit].append(id)
        } else {
          units.append([id])
        }
      }
    }
  }

  /// The units that supervisors have said, and no others.
  init(linked: Set<Set<String>>, in applicants: [Applicant]) { join(linked, in: applicants) }

  /// Makes one of the units of two records, under the record that was entered first.
  private mutating func join(_ linked: Set<Set<String>>, in applicants: [Applicant]) {
    let places = applicants.places(by: \.id)
    for pair in linked where pair.allSatisfy({ places[$0] != nil }) {
      let found = Set(pair.map(head))
      guard let first = found.min(by: { places[$0, default: 0] < places[$1, default: 0] }) else { continue }
      for other in found where other != first {
        heads[other] = first
        for (id, head) in heads where head == other { heads[id] = first }
      }
    }
  }

  /// As they were kept.
  init(heads: [String: String]) { self.heads = heads }

  public var isEmpty: Bool { heads.isEmpty }

  /// The record under which an applicant's caps and keys stand: its own mostly.
  public func head(of id: String) -> String { heads.isEmpty ? id : heads[id] ?? id }

  /// Records without a valid code whose name several codes bear, so that they are joined with none.
  public static func unsettled(_ applicants: some Sequence<Applicant>) -> [String] {
    let applicants = Array(applicants)
    return namesakes(applicants, names(of: applicants)).values.filter { $0.codes > 1 }.flatMap(\.uncoded)
      .sorted()
  }

  /// What makes two records one unit; nil of an individual and of a blank name.
  static func key(of applicant: Applicant) -> Key? {
    guard applicant.kind.isUnit else { return nil }
    let name = TextFolding.search(applicant.name)
    return name.isEmpty ? nil : Key(kind: applicant.kind, name: name)
  }

  struct Key: Hashable {
    var kind: ApplicantKind
    var name: String
  }

  private struct Namesakes {
    var ids: [String] = []
    var uncoded: [String] = []
    var codes: Int { ids.count - uncoded.count }
  }

  /// What an applicant's name and code say of which unit it is.
  struct Name {
    var key: Key?
    var isCoded: Bool

    init(_ applicant: Applicant) { (key, isCoded) = (Units.key(of: applicant), hasValidCode(applicant)) }
  }

  private static func names(of applicants: [Applicant]) -> [Name] {
    inParallel(applicants.count) { places in places.map { Name(applicants[$0]) } }
  }

  private static func namesakes(_ applicants: [Applicant], _ names: [Name]) -> [Key: Namesakes] {
    var groups: [Key: Namesakes] = [:]
    for (applicant, name) in zip(applicants, names) {
      guard let key = name.key else { continue }
      groups[key, default: Namesakes()].ids.append(applicant.id)
      if !name.isCoded { groups[key]?.uncoded.append(applicant.id) }
    }
    return groups
  }

  /// Whether two of one name have codes of their own that tell them apart: units by theirs, persons by their identity
  /// numbers, whose check digits are right.
  static func areToldApart(_ a: Applicant, _ b: Applicant) -> Bool {
    guard let code = a.provenCode, let other = b.provenCode else { return false }
    return code != other
  }

  static func hasValidCode(_ applicant: Applicant) -> Bool {
    if case .code? = applicant.code.map(CreditCode.read) { true } else { false }
  }
}

extension OfficeState {
  /// Those that an applicant may be: of its kind (units), with the same folded name, itself aside.
  public func namesakes(of applicant: Applicant) -> [Applicant] {
    namesakes(applicant.name, kind: applicant.kind, besides: applicant.id)
  }

  /// Those whose folded name is that of a name, of one kind or of any; none of a blank name.
  public func namesakes(_ name: String, kind: ApplicantKind?, besides id: String) -> [Applicant] {
    search.numbers(named: name).map { people.applicants[$0] }
      .filter { $0.id != id && (kind == nil || $0.kind == kind) }
  }

  /// Finds the units anew where an applicant that was put may have changed them; whether it did.
  mutating func renewUnits(_ applicant: Applicant, before: Applicant?) -> Bool {
    if let before, Units.key(of: before) == Units.key(of: applicant), before.code == applicant.code {
      return false
    }
    let isAlone = [before, applicant].allSatisfy { one in one.map { !hasNamesakes($0) } ?? true }
    guard !isAlone else { return false }
    let units = unitsNow()
    defer { files.units = units }
    return units != files.units
  }

  private func hasNamesakes(_ applicant: Applicant) -> Bool {
    applicant.kind.isUnit && !namesakes(of: applicant).isEmpty
  }
}
