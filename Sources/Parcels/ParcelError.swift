public import JSONText
public import Tar

/// Why bytes are not the parcel that was asked for, or why one can't be made.
public enum ParcelError: Error, Hashable, Sendable {
  /// Where a parcel is damaged.
  public struct Place: Hashable, Sendable {
    /// The file in the parcel, where it is known; `Parcel.sealedPath` for what is sealed.
    public var member: String?
    /// Which chunk of what is sealed, counted from 1.
    public var chunk: Int?
    /// In bytes from the start of the file; nil where it is not known, as inside of what was sealed.
    public var offset: Int?

    public init(member: String? = nil, chunk: Int? = nil, offset: Int? = nil) {
      self.member = member
      self.chunk = chunk
      self.offset = offset
    }
  }

  // MARK: - What anybody can see

  /// No parcel: something else altogether.
  case foreign
  /// A later program made it.
  case newerFormat(version: Int)
  case unknownKind(String)
  case unknownSuite(String)
  /// The file ends too early, after so many bytes.
  case cut(at: Int)
  case damaged(Place)
  /// The head holds its sum and is none that this version knows.
  case badHead(JSONError)

  // MARK: - What the signature says

  /// Signed with another key than the one it was held against.
  case otherSigner(VerifyingKey)
  /// What the head says of the signer does not hold: the parcel was changed by somebody without the key.
  case badSignature

  // MARK: - What the seal says

  /// Sealed to this key, and none was given.
  case keyNeeded(SealingKey)
  /// Sealed to this key, which is not the one that was given.
  case otherRecipient(SealingKey)

  /// The head says that it is sealed and what stands behind it is not, or the other way round: somebody
  /// opened it and sent it on.
  case sealMismatch

  // MARK: - What can't be made

  /// A member's path, or a file too large for an archive.
  case badMember(TarError)
  /// A member bears a name that the parcel itself needs.
  case reservedPath(String)
  /// The library for keys refused its work.
  case notMade
}
