/// A parcel's file of which every sum and the signature hold, before anybody has opened it.
public struct CheckedParcel: Sendable {
  public let header: ParcelHeader
  private var archive: SignedArchive

  /// Reads the clear part of a parcel and checks every sum and the signature, by a key that the caller knows
  /// or, with nil, by the one that the head names: then it is whole, and who `signer` is the caller has yet
  /// to find out.
  ///
  /// Throws `ParcelError`.
  public init(_ bytes: [UInt8], verifiedBy signer: VerifyingKey?) throws(ParcelError) {
    archive = try SignedArchive(parcel: bytes)
    header = try archive.header(verifiedBy: signer)
  }

  /// All members, each held against its sum and the signature, or none; once, since what was sealed is opened where it
  /// stands.
  ///
  /// An open parcel needs no key and takes one. Whether it is of the kind that was asked for, and for whom
  /// and after which other it is, the caller has to see from `kind` and `about`: the signature of an open one
  /// holds for everybody, and that of any as often as it is shown. Throws `ParcelError`.
  public mutating func open(with key: OpeningKey?) throws(ParcelError) -> Parcel {
    guard let seal = header.seal else { return try archive.parcel(header) }
    guard let key else { throw .keyNeeded(seal.recipient) }
    guard key.sealingKey == seal.recipient else { throw .otherRecipient(seal.recipient) }
    let inner = try SignedArchive(content: archive.openSealed(with: key), head: archive.head)
    try inner.check(verifiedBy: header.signer)
    return try inner.parcel(header)
  }
}

extension ParcelHeader {
  /// What a parcel says of itself, where all of it holds (`CheckedParcel`). Throws `ParcelError`.
  public static func read(_ bytes: [UInt8], verifiedBy signer: VerifyingKey?) throws(ParcelError)
    -> ParcelHeader
  {
    try CheckedParcel(bytes, verifiedBy: signer).header
  }
}
