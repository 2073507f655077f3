import CaseModel
public import Casework
public import Interchange
import JSONText
import Journal
public import Parcels
import SubsidyRules

/// How a county office comes under its city: 入网, 入网回执, 接纳.
extension OpenOffice {
  /// A file that was made for another office.
  public struct OfficeFile: Sendable {
    public var bytes: [UInt8]
    /// Of the keys of whoever made it, for the cover letter.
    public var fingerprint: Fingerprint
    public var office: EnrolledOffice
  }

  /// What an enrolment file offers.
  public struct Offer: Sendable {
    public var enrolment: OfficesFile.Enrolment
    /// Of the city's keys: the county holds it against the cover letter.
    public var fingerprint: Fingerprint
    /// The policy files by their hashes, in the order in which they came into force.
    var policies: [CityPolicy]
  }

  /// A policy file that a city's file brings.
  struct CityPolicy: Sendable {
    /// SHA-256 of the file in hexadecimal.
    var hash: String
    var policy: Policy
    var bytes: [UInt8]
  }

  /// Enrols an office and makes the file that it joins with; the enrolment's id is random, in a trial it may be given.
  public func enrol(
    name: String, district: String, letter: String?, id: String? = nil, by who: SignedIn
  ) throws(OfficeError) -> OfficeFile {
    let given = own.office?.isTrial == true ? id : nil
    let office = EnrolledOffice(
      name: name, district: district, letter: letter, enrolment: given ?? StoreIdentity.freshID())
    _ = try ownChanges(for: .offices(.enrol(office)), by: who)
    let keys = try officeErrors { try OfficeKeys.make(journal.folder) }
    _ = try save(.offices(.enrol(office)), by: who)
    let link = CityLink(name: own.office?.name ?? "", city: writer(keys), office: office)
    var enrolment = OfficesFile.Enrolment(
      link: link, readings: own.rules.choices, policies: own.rules.inForce.entries.map(\.hash))
    enrolment.holidays = own.given.calendar
    let members = try [ParcelMember("enrolment.json", OfficesFile.write(enrolment))] + policyMembers()
    let parcel = Parcel(.enrolment, members: members) { $0.member("office", office.code) }
    return OfficeFile(
      bytes: try written(parcel, by: keys, to: nil), fingerprint: keys.publicKeys.fingerprint, office: office)
  }

  /// Reads an enrolment file; it is signed by whoever it says it is from, which the fingerprint has to show.
  public static func offer(_ bytes: [UInt8]) throws(OfficeError) -> Offer {
    let parcel = try opened(bytes, .enrolment, with: nil, by: nil)
    let enrolment = try content("enrolment.json", of: parcel, OfficesFile.enrolment)
    let header = try officeErrors { try ParcelHeader.read(bytes, verifiedBy: nil) }
    guard let keys = enrolment.link.city.keys, keys.verifying == header.signer else {
      throw .exchange(.parcel(.otherSigner(header.signer)))
    }
    return Offer(
      enrolment: enrolment, fingerprint: keys.fingerprint,
      policies: try policies(enrolment.policies, in: parcel))
  }

  /// Joins the city of an enrolment file, under its policies and readings, and makes the answer that the city admits.
  public func join(_ offer: Offer, by who: SignedIn) throws(OfficeError) -> OfficeFile {
    let link = offer.enrolment.link
    let enrolment = offer.enrolment
    let isNew = own.offices.city != link
    let keys = try officeErrors { try OfficeKeys.make(journal.folder) }
    if isNew {
      var rules = CityRules(
        policies: enrolment.policies, readings: enrolment.readings, note: "随入网：\(link.name)")
      rules.holidays = enrolment.holidays
      _ = try save(.offices(.join(link, rules)), keeping: offer.policies, by: who)
    }
    let answer = OfficesFile.Answer(enrolment: link.office.enrolment, writer: writer(keys))
    return OfficeFile(
      bytes: try Self.written(answer, of: link.office.code, by: keys),
      fingerprint: keys.publicKeys.fingerprint,
      office: link.office)
  }

  /// An answer as the file that goes to the city.
  static func written(
    _ answer: OfficesFile.Answer, of code: String, by keys: OfficeKeys
  ) throws(OfficeError) -> [UInt8] {
    let parcel = Parcel(.answer, members: [ParcelMember("answer.json", OfficesFile.write(answer))]) {
      $0.member("office", code)
    }
    return try officeErrors { try parcel.write(signedBy: keys.signing, sealedTo: nil) }
  }

  /// Admits the office of an answer, whose fingerprint somebody has typed from paper.
  public func admit(
    _ bytes: [UInt8], fingerprint: Fingerprint, by who: SignedIn
  ) throws(OfficeError) -> Saved? {
    let answer = try Self.answer(bytes, fingerprint: fingerprint)
    return try save(.offices(.admit(enrolment: answer.enrolment, answer.writer)), by: who)
  }

  /// An answer, which is signed by whoever it says it is from, and whose fingerprint is the one typed from paper.
  static func answer(
    _ bytes: [UInt8], fingerprint: Fingerprint
  ) throws(OfficeError) -> OfficesFile.Answer {
    let parcel = try opened(bytes, .answer, with: nil, by: nil)
    let answer = try content("answer.json", of: parcel, OfficesFile.answer)
    let header = try officeErrors { try ParcelHeader.read(bytes, verifiedBy: nil) }
    guard let keys = answer.writer.keys, keys.verifying == header.signer else {
      throw .exchange(.parcel(.otherSigner(header.signer)))
    }
    guard keys.fingerprint == fingerprint else {
      throw .exchange(.fingerprintDiffers(keys.fingerprint))
    }
    return answer
  }

  // MARK: - Parts

  func writer(_ keys: OfficeKeys) -> OfficeWriter {
    OfficeWriter(journal.identity, keys, isTrial: own.office?.isTrial ?? false)
  }

  /// The office's keys; throws where it has none.
  func keys() throws(OfficeError) -> OfficeKeys { try OfficeKeys.needed(journal.folder) }

  func policyFile(_ id: String, hash: String) throws(OfficeError) -> [UInt8] {
    for name in [PolicyShelf.founding(id), PolicyShelf.adopted(id, hash: hash)] {
      if let bytes = try? journal.folder.read(name), Link.over(bytes).hex == hash { return bytes }
    }
    throw .policyMissing(file: PolicyShelf.adopted(id, hash: hash))
  }

  /// What a command would change by the office's own state; throws why it is not carried out.
  func ownChanges(for command: Command, by who: SignedIn) throws(OfficeError) -> [Change] {
    try officeErrors { try own.changes(for: command, by: who.name, at: clock.moment()).get() }
  }

  /// Saves what takes over a city's rules, whose policy files come along; they are kept only where it is not refused.
  func save(
    _ command: Command, keeping policies: [CityPolicy], by who: SignedIn
  ) throws(OfficeError) -> Saved? {
    for policy in policies { own.given.policies[policy.hash] = policy.policy }
    _ = try ownChanges(for: command, by: who)
    for policy in policies where own.rules.inForce.hash(of: policy.policy.id) != policy.hash {
      try keep(policy.bytes, of: policy.policy.id, hash: policy.hash)
    }
    return try save(command, by: who)
  }

  /// The city's policy files in a file of its own, in the order in which they came into force.
  static func policies(_ hashes: [String], in parcel: Parcel) throws(OfficeError) -> [CityPolicy] {
    var policies: [CityPolicy] = []
    for hash in hashes {
      let path = "policies/\(hash).json"
      guard let found = parcel[path], Link.over(Array(found)).hex == hash else {
        throw .exchange(.content(member: path, nil))
      }
      policies.append(
        CityPolicy(
          hash: hash, policy: try PolicyShelf.read(Array(found), file: path), bytes: Array(found)))
    }
    return policies
  }

  /// The policy files in force as members of a file for another office.
  func policyMembers() throws(OfficeError) -> [ParcelMember] {
    var members: [ParcelMember] = []
    for entry in own.rules.inForce.entries {
      members.append(
        ParcelMember("policies/\(entry.hash).json", try policyFile(entry.id, hash: entry.hash)))
    }
    return members
  }

  func keep(_ bytes: [UInt8], of id: String, hash: String) throws(OfficeError) {
    try officeErrors { try PolicyShelf(journal.folder).keep(bytes, as: PolicyShelf.adopted(id, hash: hash)) }
  }

  func written(
    _ parcel: Parcel, by keys: OfficeKeys, to recipient: SealingKey?
  ) throws(OfficeError) -> [UInt8] {
    try officeErrors { try parcel.write(signedBy: keys.signing, sealedTo: recipient) }
  }

  static func opened(
    _ bytes: [UInt8], _ kind: ParcelKind, with key: OpeningKey?, by signer: VerifyingKey?
  ) throws(OfficeError) -> Parcel {
    // Another kind of file is told as what it is, whoever has signed it.
    var parcel = try officeErrors { try CheckedParcel(bytes, verifiedBy: nil) }
    let header = parcel.header
    guard header.kind == kind else { throw .exchange(.otherKind(header.kind, needed: kind)) }
    return try officeErrors {
      if let signer, signer != header.signer { throw ParcelError.otherSigner(header.signer) }
      return try parcel.open(with: key)
    }
  }

  static func content<Value>(
    _ path: String, of parcel: Parcel, _ read: ([UInt8]) throws(JSONError) -> Value
  ) throws(OfficeError) -> Value {
    guard let bytes = parcel[path] else { throw .exchange(.content(member: path, nil)) }
    do throws(JSONError) {
      return try read(Array(bytes))
    } catch {
      throw .exchange(.content(member: path, error))
    }
  }
}
