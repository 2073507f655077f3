public import JSONText

/// What goes between a city and an office of its on a stick: some files, signed by who sends them and as a
/// rule sealed to who is to read them.
///
/// # Format, version 1
///
/// A parcel is a tar (`TarBlock`: ustar, mode 0600, no owners, no times) of these files in this order. Open:
///
///     HEAD.json        what it is, on one line
///     …                the members, byte for byte
///     SHA256SUMS       a line for each file before it, as `sha256sum` writes it
///     SHA256SUMS.sig   the Ed25519 signature (RFC 8032) over SHA256SUMS, 64 bytes
///
/// Sealed, what stands behind the head is one file, and the signature covers that:
///
///     HEAD.json
///     sealed
///     SHA256SUMS       of HEAD.json and sealed
///     SHA256SUMS.sig
///
/// The head is clear, so it says nothing of a person:
///
///     {"zizhu-parcel":1,"kind":"bundle","signer":"ed25519:<base64>",
///      "suite":"X25519-SHA256-ChaCha20Poly1305","to":"x25519:<base64>","about":{…}}
///
/// `suite` and `to` (the key it is sealed to) stand there if and only if the parcel is sealed; `about` is
/// what the kind needs (office, number, range, head of the journal …). A reader that meets a later version, a
/// kind or a suite that it does not know says so.
///
/// `sealed` holds the rest of an open parcel, a tar of the members and a SHA256SUMS and signature of their
/// own over `HEAD.json` and the members. So who can open it can show others later what was signed, without
/// the key. It is sealed by HPKE (RFC 9180, base mode, `info` is HEAD.json as it stands, which binds the
/// content to head, signer and recipient):
///
///     32 bytes         the encapsulated key
///     chunks           of 65 536 bytes and 16 of authentication, the last one shorter or as long, never empty
///
/// Each chunk is one message of the context, in order. Its associated data are its number, from 1, in eight
/// bytes, the highest first, and a byte that is 1 in the last chunk and 0 in all others.
///
/// # In 2050, without this program
///
///     tar xf bundle.zb
///     sha256sum -c SHA256SUMS
///     (printf '\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00'; jq -r .signer HEAD.json | cut -d: -f2 | base64 -d) |
///       openssl pkey -pubin -inform DER -out signer.pem
///     openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
///
/// That `signer` is who it should be, the paper with the fingerprint says (`PublicKeys`). `sealed` takes any
/// library with HPKE and the recipient's key, 32 bytes; what comes out is unpacked over the rest, and the
/// same commands hold again. `Tests/ParcelsTests/Vectors/second_reader.py` does it.
public struct Parcel: Equatable, Sendable {
  static let headPath = "HEAD.json"
  public static let sealedPath = "sealed"
  static let sumsPath = "SHA256SUMS"
  static let signaturePath = "SHA256SUMS.sig"

  /// Names that no member, nor a folder of members, may bear.
  public static let ownPaths = [headPath, sealedPath, sumsPath, signaturePath]

  public var kind: ParcelKind
  /// A JSON object; it stands in the clear head, so nothing of a person.
  public private(set) var about: [UInt8]
  /// In the parcel's order.
  public var members: [ParcelMember]

  /// A parcel whose head says of it what the closure writes, the members of a JSON object.
  public init(_ kind: ParcelKind, members: [ParcelMember], about: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object(about)
    self.init(kind, members: members, about: json.bytes)
  }

  init(_ kind: ParcelKind, members: [ParcelMember], about: [UInt8]) {
    self.kind = kind
    self.members = members
    self.about = about
  }

  /// The bytes of a member; nil where there is none of that path.
  public subscript(path: String) -> ArraySlice<UInt8>? { members.first { $0.path == path }?.bytes }

  /// Whether a file begins as a parcel does, whatever became of it behind.
  public static func isParcel(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: Array(headPath.utf8) + [0])
  }
}
