extension ParcelHeader {
  /// Reads the clear part of a parcel and checks every sum and the signature, by a key that the caller knows
  /// or, with nil, by the one that the head names: then it is whole, and who `signer` is the caller has yet
  /// to find out.
  ///
  /// Throws `ParcelError`.
  public static func read(_ bytes: [UInt8], verifiedBy signer: VerifyingKey?) throws(ParcelError)
    -> ParcelHeader
  {
    try SignedArchive(parcel: bytes).header(verifiedBy: signer)
  }
}

extension Parcel {
  /// Opens a parcel: all its members, each held against its sum and the signature, or none.
  ///
  /// An open parcel needs no key and takes one. Whether it is of the kind that was asked for, and for whom
  /// and after which other it is, the caller has to see from `kind` and `about`: the signature of an open one
  /// holds for everybody, and that of any as often as it is shown. Throws `ParcelError`.
  public static func open(
    _ bytes: [UInt8], with key: OpeningKey?, verifiedBy signer: VerifyingKey
  ) throws(ParcelError) -> Parcel {
    let outer = try SignedArchive(parcel: bytes)
    let header: ParcelHeader
    do throws(ParcelError) {
      header = try outer.header(verifiedBy: signer)
    } catch {
      throw outer.placed(error, with: key)
    }
    guard let seal = header.seal else { return try outer.parcel(header) }
    guard let key else { throw .keyNeeded(seal.recipient) }
    guard key.sealingKey == seal.recipient else { throw .otherRecipient(seal.recipient) }
    let content = try ChunkSeal.open(outer.sealed, with: key, head: outer.head)
    let inner = try SignedArchive(content: content, head: outer.head)
    try inner.check(verifiedBy: signer)
    return try inner.parcel(header)
  }
}
