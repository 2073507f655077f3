import Casework
public import Journal
import Parcels

extension OpenOffice {
  /// A file that a city is to take in.
  public enum GatherInput: Sendable {
    /// A bundle, by what reads it: a first one is large, so that none is kept longer than it is needed, and read again.
    case file(name: String, read: @Sendable () throws(OfficeError) -> [UInt8])
    /// A backup by its path, with the heads that papers say, one of them this office's; none where it is only looked at.
    case backup(path: String, heads: [JournalHead])

    /// A bundle that is in memory.
    public static func bundle(name: String, bytes: [UInt8]) -> GatherInput {
      .file(name: name) { bytes }
    }

    func bytes() throws(OfficeError) -> [UInt8] {
      switch self {
      case .file(_, let read): return try read()
      case .backup(let path, _):
        let (folder, name) = StoreFolder.holding(path)
        return try officeErrors { try folder.read(name) }
      }
    }

    /// As it was given.
    var name: String {
      switch self {
      case .file(let name, _): name
      case .backup(let path, _): path
      }
    }
  }
}

/// A file that a city is to take in, by what its head says: whose it is and where it begins.
struct ArrivedFile: Sendable {
  let input: OpenOffice.GatherInput
  let store: String
  let writer: String
  var bundle: Int?
  /// The record behind which it begins; 0 where it holds everything.
  var from = 0
  /// What a bundle says of itself, which held when it was looked at; nil of a backup.
  var header: ParcelHeader?
  /// SHA-256 of the file.
  var sum: Link?
  var wasHeld = false

  /// The name under which it waits in the store.
  var heldName: String { Self.heldName(writer, bundle, sum?.hex ?? "") }

  /// How the name of a backup that waits ends: it has no number, and nothing of it is signed.
  static let backup = ".backup"

  static func heldName(_ writer: String, _ bundle: Int?, _ sum: String) -> String {
    "\(StoreLayout.inbox)/\(writer.prefix(8))-\(bundle ?? 0)-\(sum.prefix(12))"
      + (bundle == nil ? backup : "")
  }

  /// The file once more. Throws `fileMoved` where another lies there.
  func bytes() throws(OfficeError) -> [UInt8] {
    let bytes = try input.bytes()
    guard Link.over(bytes) == sum else { throw .exchange(.fileMoved(input.name)) }
    return bytes
  }

  /// Reads the bundle once more and opens it. Throws `fileMoved` where another lies there.
  func parcel(_ header: ParcelHeader, with key: OpeningKey?) throws(OfficeError) -> Parcel {
    guard case .file(_, let read) = input else { throw .exchange(.fileMoved(input.name)) }
    var parcel = try checked(read(), header)
    return try officeErrors { try parcel.open(with: key) }
  }

  private func checked(_ bytes: [UInt8], _ header: ParcelHeader) throws(OfficeError) -> CheckedParcel {
    // The header has the sum of every part.
    guard let parcel = try? CheckedParcel(bytes, verifiedBy: header.signer), parcel.header == header else {
      throw .exchange(.fileMoved(input.name))
    }
    return parcel
  }
}
