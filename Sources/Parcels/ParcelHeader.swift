/// What a parcel says of itself to anybody who holds the file, signed and without a key to open it.
///
/// `ParcelHeader.read` needs no key; `CheckedParcel.open` gives all members or none. What they mean is the caller's.
public struct ParcelHeader: Hashable, Sendable {
  /// The newest form that this program reads and the one that it writes.
  public static let formatVersion = 1

  public internal(set) var kind: ParcelKind
  /// Whose signature the parcel bears.
  public internal(set) var signer: VerifyingKey
  /// How and for whom it is sealed; nil where it is open.
  public internal(set) var seal: Seal?
  /// The JSON object with what the kind needs, as its maker wrote it; nothing of a person.
  public internal(set) var about: [UInt8]
  /// Every file of the archive that the signature covers with its size and sum: `HEAD.json`, then the
  /// members, or `sealed` alone.
  public internal(set) var parts: [Part] = []

  public struct Seal: Hashable, Sendable {
    public var suite: SealingSuite
    public var recipient: SealingKey
  }

  public struct Part: Hashable, Sendable {
    public var path: String
    /// In bytes.
    public var size: Int
    /// 64 lower-case hex digits.
    public var sha256: String
  }
}
