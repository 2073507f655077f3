extension ParcelHeader {
  /// What a parcel says of itself, where all of it holds (`CheckedParcel`). Throws `ParcelError`.
  public static func read(_ bytes: [UInt8], verifiedBy signer: VerifyingKey?) throws(ParcelError)
    -> ParcelHeader
  {
    try CheckedParcel(bytes, verifiedBy: signer).header
  }
}

extension Parcel {
  /// Checks a parcel and opens it (`CheckedParcel`); of a chunk that does not hold the place is told where the key is at
  /// hand. Throws `ParcelError`.
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
    var parcel = CheckedParcel(header, outer)
    return try parcel.open(with: key)
  }
}
