import Casework
import Interchange
import JSONText
public import Journal
public import Parcels
import SubsidyRules

/// What the city gives back to an office that has lost its store: the office's own records as far as they were gathered
/// (恢复件). Source: offices.md, Enrolment.
///
/// It is a backup like others (`OtherJournal+Backup`). Without the keys of its safe the office makes itself
/// new ones, by which the city knows it then (`newKeys`, `rekey`).
extension OpenOffice {
  /// A recovery file that was made.
  public struct Recovery: Sendable {
    public var bytes: [UInt8]
    /// The last record that it holds.
    public var head: JournalHead
    /// The city's, which the office types from paper.
    public var fingerprint: Fingerprint
  }

  /// Makes it, signed by the city and sealed to the key that the office keeps in its safe; a supervisor's.
  ///
  /// - Parameter scratch: a folder for a file that is gone when this returns.
  public func recovery(of code: String, in scratch: String, by who: SignedIn) throws(OfficeError) -> Recovery
  {
    try requireSupervisor(who)
    try requireWhole()
    guard let office = own.offices.office(code), let writer = office.writer else {
      throw .refused(.offices(.unknownOffice(code)))
    }
    guard let recipient = writer.keys?.sealing else { throw .exchange(.noKeysOfOffice(code)) }
    guard let end = office.gathered?.end,
      let other = others.first(where: { $0.writer.writer == writer.writer }),
      let kept = OtherJournal(journal.folder, store: writer.store, writer: writer.writer)
    else { throw .exchange(.nothingGathered(code)) }
    _ = try save(.offices(.recover(office: code, LineName(end.head))), by: who)
    let keys = try keys()
    let (folder, name) = (StoreFolder(scratch), "recovery")
    let backup = try officeErrors {
      try kept.backup(upTo: end, with: try policyFiles(of: other, kept), to: scratch + "/" + name)
      let bytes = try folder.read(name)
      try folder.remove(name)
      return bytes
    }
    let about = OfficesFile.Answer(enrolment: code, writer: self.writer(keys))
    let parcel = Parcel(
      .recovery,
      members: [
        ParcelMember(Self.recoveryMember, OfficesFile.write(about)), ParcelMember(Self.backupMember, backup),
      ]
    ) { $0.member("office", code) }
    return Recovery(
      bytes: try written(parcel, by: keys, to: recipient), head: end.head,
      fingerprint: keys.publicKeys.fingerprint)
  }

  /// Keys for an office that has lost its own and the paper in the safe with them, and the file by which the city knows
  /// them.
  public struct NewKeys: Sendable {
    public var keys: OfficeKeys
    public var bytes: [UInt8]
    public var fingerprint: Fingerprint
  }

  /// Makes new keys, where no store is left to keep them in: they go on paper, and to the city.
  public static func newKeys() throws(OfficeError) -> NewKeys {
    let keys = OfficeKeys(signing: SigningKey(), opening: OpeningKey())
    // Whose they are the city says: without its store the office does not know what its journal is called.
    let writer = OfficeWriter(
      store: "", writer: "", signing: keys.signing.verifyingKey.text, opening: keys.opening.sealingKey.text,
      isTrial: false)
    let answer = OfficesFile.Answer(enrolment: "", writer: writer)
    let bytes = try written(answer, of: "", by: keys)
    return NewKeys(keys: keys, bytes: bytes, fingerprint: keys.publicKeys.fingerprint)
  }

  /// Knows an office by new keys from here on, whose fingerprint somebody has typed from paper; a supervisor's. What it
  /// has signed with the old ones and was not taken in is taken no more.
  public func rekey(
    _ code: String, _ bytes: [UInt8], fingerprint: Fingerprint, by who: SignedIn
  ) throws(OfficeError) -> Saved? {
    let answer = try Self.answer(bytes, fingerprint: fingerprint)
    // What an office answered to be admitted has keys of before, or another's.
    guard answer.enrolment.isEmpty, answer.writer.writer.isEmpty else {
      throw .exchange(.content(member: "answer.json", nil))
    }
    // Keys of an office that gets nothing back are as they were.
    if let office = own.offices.office(code), office.gathered == nil {
      throw .exchange(.nothingGathered(code))
    }
    return try save(.offices(.rekey(office: code, answer.writer)), by: who)
  }

  private static let recoveryMember = "recovery.json"
  private static let backupMember = "store.zb"

  /// The policy files that the office's lines name, by their places in its store: the first line's is the one that it
  /// was founded with.
  private func policyFiles(of other: OtherOffice, _ kept: OtherJournal) throws -> [String: [UInt8]] {
    let founding = try kept.records([1]).first.map { try Self.transaction($0).policy }
    var files: [String: [UInt8]] = [:]
    for (hash, policy) in other.state.given.policies {
      let name =
        hash == founding ? PolicyShelf.founding(policy.id) : PolicyShelf.adopted(policy.id, hash: hash)
      files[name] = try policyFile(policy.id, hash: hash)
    }
    return files
  }

  /// The backup in a recovery file, which the keys from the safe open; whose it is the city's fingerprint has to show.
  public static func backup(
    in bytes: [UInt8], with keys: OfficeKeys, fingerprint: Fingerprint
  ) throws(OfficeError) -> [UInt8] {
    let parcel = try opened(bytes, .recovery, with: keys.opening, by: nil)
    let about = try content(recoveryMember, of: parcel, OfficesFile.answer)
    let header = try officeErrors { try ParcelHeader.read(bytes, verifiedBy: nil) }
    guard let city = about.writer.keys, city.verifying == header.signer else {
      throw .exchange(.parcel(.otherSigner(header.signer)))
    }
    guard city.fingerprint == fingerprint else { throw .exchange(.fingerprintDiffers(city.fingerprint)) }
    guard let backup = parcel[backupMember] else { throw .exchange(.content(member: backupMember, nil)) }
    return Array(backup)
  }

  /// Puts keys into a store that was restored.
  public static func put(_ keys: OfficeKeys, into path: String) throws(OfficeError) {
    try officeErrors { try keys.put(StoreFolder(path)) }
  }
}
