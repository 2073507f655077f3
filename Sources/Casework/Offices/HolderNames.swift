public import CaseModel
public import SubsidyRules

/// What offices that share no ids call those who hold caps and once-only keys: by their valid code, units without one by
/// kind and folded name. Source: offices.md, Files.
///
///     code:91441802MA5116T21M
///     name:enterprise 清城甲
///
/// An individual without a valid code has no name that another office could know; nor is one made of an identity number,
/// which would carry it abroad: its SHA-256 stands for it (`person:` and 32 digits).
public struct HolderNames: Hashable, Sendable {
  private var names: [String: String] = [:]

  public init() {}

  /// The names of applicants; records of one unit bear one, that of its code where any of them has one.
  public init(_ applicants: some Sequence<Applicant>, units: Units) {
    var codes: [String: String] = [:]
    for applicant in applicants {
      let head = units.head(of: applicant.id)
      if codes[head] == nil, let code = applicant.provenCode {
        codes[head] = Self.coded(code, applicant.kind)
      }
    }
    for applicant in applicants {
      names[applicant.id] = codes[units.head(of: applicant.id)] ?? Self.named(applicant)
    }
  }

  /// An applicant's name; nil where others can't know it.
  public func name(of id: String) -> String? { names[id] }

  mutating func rename(_ id: String, _ name: String) { names[id] = name }

  /// A filing's facts with these names in place of ids, so that keys and groups of caps come out in them; what has no
  /// name keeps its id behind the writer's, where no other office's can be like it.
  public func facts(_ facts: Facts, writer: String) -> Facts {
    func named(_ id: String) -> String { names[id] ?? "id:\(writer):\(id)" }
    var shared = facts
    shared.applicant = named(facts.applicant)
    shared.family = named(facts.family)
    shared.further = facts.further.map(named)
    return shared
  }

  private static func coded(_ code: String, _ kind: ApplicantKind) -> String {
    kind.isUnit ? "code:" + code : "person:" + Digest.hex(of: code, bytes: 16)
  }

  /// Of a unit by its name alone; a stroke in it parts nothing.
  static func named(_ applicant: Applicant) -> String? {
    Units.key(of: applicant).map { key in
      "name:\(key.kind.rawValue) " + key.name.replacing("/", with: "／")
    }
  }
}

extension OfficeState {
  /// What other offices call this one's applicants.
  public var holderNames: HolderNames { HolderNames(people.applicants, units: files.units) }
}
