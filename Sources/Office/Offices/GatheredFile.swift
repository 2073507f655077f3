import Casework
import Interchange
import Journal
import Parcels

/// A file that a city is to take in, opened: the pieces of one writer's journal, and what comes with them.
struct GatheredFile: Sendable {
  /// As it was given.
  var name: String
  var bytes: [UInt8]
  var store: String
  var writer: String
  var bundle: Int?
  var pieces: [JournalPiece]
  var cover: [CoverLine] = []
  /// Policy files by their hashes.
  var policies: [String: [UInt8]] = [:]
  var wasHeld = false

  /// The record behind which it begins; 0 where it holds everything.
  var from = 0

  /// The name under which it waits in the store.
  var heldName: String {
    StoreLayout.inbox + "/" + writer.prefix(8) + "-\(bundle ?? 0)-" + Link.over(bytes).hex.prefix(12)
  }
}

extension OpenOffice {
  /// Opens a bundle of an admitted office with the city's key.
  func gathered(_ name: String, _ bytes: [UInt8]) throws(OfficeError) -> GatheredFile {
    let header = try Self.exchanged { () throws(ParcelError) in try ParcelHeader.read(bytes, verifiedBy: nil)
    }
    guard header.kind == .bundle else { throw .exchange(.otherKind(header.kind, needed: .bundle)) }
    guard let head = BundleHead(header.about) else { throw .exchange(.content(member: "HEAD.json", nil)) }
    guard
      let office = own.offices.office(ofWriter: head.end.head.writer), let known = office.writer,
      known.store == head.store, known.keys?.verifying == header.signer
    else { throw .exchange(.unknownWriter) }
    guard !office.isRetired else { throw .refused(.offices(.retired(office.code))) }
    let parcel = try Self.opened(
      bytes, .bundle, with: header.seal == nil ? nil : try keys().opening, by: header.signer)
    let cover = try Self.content("cover.json", of: parcel, OfficesFile.head)
    let prefix = "journal/\(known.writer)/"
    let starts = Dictionary(head.first.map { ($0.segment, $0.byte) }, uniquingKeysWith: { first, _ in first })
    let pieces = parcel.members.filter { $0.path.hasPrefix(prefix) }.map { member in
      let segment = String(member.path.dropFirst(prefix.count))
      return JournalPiece(segment: segment, start: starts[segment] ?? 0, bytes: Array(member.bytes))
    }
    var file = GatheredFile(
      name: name, bytes: bytes, store: known.store, writer: known.writer, bundle: head.number, pieces: pieces,
      cover: cover.cover)
    file.from = head.from?.sequence ?? 0
    for member in parcel.members where member.path.hasPrefix("policies/") {
      let bytes = Array(member.bytes)
      file.policies[Link.over(bytes).hex] = bytes
    }
    return file
  }

  /// Opens a backup of an office that never joined; it is unsigned, and its head is typed from paper.
  func gathered(backup path: String, heads: [JournalHead]) throws(OfficeError) -> GatheredFile {
    do throws(JournalError) {
      let backup = try Journal.contents(ofBackup: path)
      if !heads.isEmpty, !heads.contains(backup.head) {
        throw JournalError.badBackup([Finding(file: path, reason: .headDiffers)])
      }
      var file = GatheredFile(
        name: path, bytes: [], store: backup.store, writer: backup.head.writer, bundle: nil,
        pieces: backup.pieces)
      for bytes in backup.policies { file.policies[Link.over(bytes).hex] = bytes }
      return file
    } catch {
      throw .journal(error)
    }
  }
}
