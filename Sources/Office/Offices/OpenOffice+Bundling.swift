import CaseModel
public import Casework
import Interchange
import JSONText
public import Journal
import Parcels
import SubsidyRules

/// What a county hands to its city: 报送件.
extension OpenOffice {
  /// A bundle that was written.
  public struct Bundle: Sendable {
    public var bytes: [UInt8]
    public var head: BundleHead
    /// What the cover says, by item.
    public var cover: [CoverLine]
    public var isSealed: Bool
  }

  /// Writes everything behind the last record that the city has acknowledged, or with `all` everything: signed by this
  /// office, sealed to the city's key unless `isPlain`.
  public func bundle(all: Bool, isPlain: Bool, by who: SignedIn) throws(OfficeError) -> Bundle {
    try requireWhole()
    guard let city = own.offices.city else { throw .refused(.offices(.notJoined)) }
    guard let recipient = city.city.keys?.sealing else { throw .exchange(.noKeys) }
    let keys = try keys()
    let acknowledged = all ? nil : own.offices.taken?.acknowledged
    let number = (own.offices.bundles.map(\.number).max() ?? 0) + 1
    // First the line: what it holds must be known as handed over before anybody can hand it over.
    _ = try save(.offices(.bundle(number: number)), by: who)
    let found = try officeErrors {
      try journal.pieces(behind: acknowledged?.sequence, link: acknowledged?.link)
    }
    guard let (pieces, end) = found else {
      throw .exchange(.acknowledgedMissing(sequence: acknowledged?.sequence ?? 0))
    }
    let writer = journal.identity.writer
    let from = acknowledged.flatMap { record in
      Link(hex: record.link).map {
        JournalHead(writer: writer, epoch: record.epoch, sequence: record.sequence, link: $0)
      }
    }
    let head = BundleHead(
      office: city.office.code, number: number, store: journal.identity.store, from: from, end: end,
      first: pieces.map { .init(segment: $0.segment, byte: $0.start) })
    let cover = own.coverLines
    let gathered = GatheredHead(end, bundle: number, cover: cover)
    // Whoever has acknowledged the lines that put policies in force has their files.
    let putsRules = acknowledged == nil || pieces.contains { piece in piece.holds(PolicyTrail.rules) }
    var policies: [ParcelMember] = []
    for (hash, policy) in putsRules ? own.given.policies.sorted(by: { $0.key < $1.key }) : [] {
      policies.append(ParcelMember("policies/\(hash).json", try policyFile(policy.id, hash: hash)))
    }
    let parcel = Self.bundle(of: pieces, head, covered: gathered, with: policies)
    let bytes = try written(parcel, by: keys, to: isPlain ? nil : recipient)
    return Bundle(bytes: bytes, head: head, cover: cover, isSealed: !isPlain)
  }

  /// Pieces of a journal as a bundle, with what its cover says.
  static func bundle(
    of pieces: [JournalPiece], _ head: BundleHead, covered gathered: GatheredHead,
    with policies: [ParcelMember] = []
  ) -> Parcel {
    var members = pieces.map { ParcelMember("journal/\(gathered.writer)/\($0.segment)", $0.content) }
    members.append(ParcelMember("cover.json", OfficesFile.write(gathered)))
    return Parcel(.bundle, members: members + policies) { BundleHead.shape.write(head, &$0) }
  }

  /// What the cover of a bundle says, by item, whoever has signed it; nil of one that is sealed, where nobody has a key.
  ///
  /// - Parameter reader: the office whose key it is opened with.
  public static func cover(
    ofBundle bytes: [UInt8], with reader: OpenOffice?
  ) throws(OfficeError) -> [CoverLine]? {
    let header = try officeErrors { try ParcelHeader.read(bytes, verifiedBy: nil) }
    let key = header.seal == nil ? nil : try reader?.keys().opening
    guard header.seal == nil || key != nil else { return nil }
    let parcel = try opened(bytes, .bundle, with: key, by: header.signer)
    return try content("cover.json", of: parcel, OfficesFile.head).cover
  }

  /// The office as it stood when it wrote a bundle, and the record that the bundle ends with; nil where it has written
  /// none of that number.
  public func bundled(_ number: Int) throws(OfficeError) -> (state: OfficeState, head: JournalHead)? {
    guard let bundle = own.offices.bundles.last(where: { $0.number == number }) else { return nil }
    let (state, _) = try ownPast(.before(bundle.sequence + 1))
    return try record(bundle.sequence).map { (state, $0.head) }
  }
}
