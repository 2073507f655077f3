import Casework
import Interchange
import Journal
import Parcels

/// What a file that a city takes in holds: the pieces of one writer's journal, and what comes with them.
struct GatheredFile: Sendable {
  var pieces: [JournalPiece]
  var cover: [CoverLine] = []
  /// Policy files by their hashes.
  var policies: [String: [UInt8]] = [:]
}

/// Reads files as a city knows its offices, on whatever thread.
///
/// Of files that are gathered only heads are kept (`ArrivedFile`): each office's are opened, judged and
/// folded beside those of others (`WriterGathering`), and read once more when they are appended.
struct GatherReader: Sendable {
  let folder: StoreFolder
  let offices: OfficesBook
  /// The writers whose journals are damaged here.
  let damaged: Set<String>

  /// The files that lie in the store, but for those that are given anyway; those that are nobody's any more, such as what was
  /// signed with keys of before, by name with the reason.
  func held(
    besides given: Set<String>
  ) throws(OfficeError) -> (files: [ArrivedFile], unread: [GatherPlan.Refused]) {
    let folder = folder
    let inputs = try Self.heldNames(in: folder).filter { !given.contains($0) }
      .map { path -> OpenOffice.GatherInput in
        guard !path.hasSuffix(ArrivedFile.backup) else {
          return .backup(path: folder.path + "/" + path, heads: [])
        }
        return .file(name: String(path.dropFirst(StoreLayout.inbox.count + 1))) { () throws(OfficeError) in
          try officeErrors { try folder.read(path) }
        }
      }
    var (files, unread) = ([ArrivedFile](), [GatherPlan.Refused]())
    for (input, result) in zip(inputs, arrived(inputs, areHeld: true)) {
      do throws(OfficeError) {
        var file = try result.get()
        file.wasHeld = true
        files.append(file)
      } catch {
        let name = input.name.split(separator: "/").last ?? ""
        unread.append(.init(file: "\(StoreLayout.inbox)/\(name)", error: error))
      }
    }
    return (files, unread)
  }

  /// The paths of the files that wait, within the store.
  static func heldNames(in folder: StoreFolder) throws(OfficeError) -> [String] {
    let names = try officeErrors {
      try folder.status(StoreLayout.inbox) == nil ? [] : folder.list(StoreLayout.inbox)
    }
    return names.filter { !$0.hasSuffix(".new") }.sorted().map { StoreLayout.inbox + "/" + $0 }
  }

  /// Whose each of some files is, or why it is nobody's that can be taken in.
  func arrived(
    _ inputs: [OpenOffice.GatherInput], areHeld: Bool = false
  ) -> [Result<ArrivedFile, OfficeError>] {
    inParallel(inputs.count, atLeast: 1) { places in
      places.map { place in
        do throws(OfficeError) {
          return .success(try arrived(inputs[place], isHeld: areHeld))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  private func arrived(
    _ input: OpenOffice.GatherInput, isHeld: Bool
  ) throws(OfficeError) -> ArrivedFile {
    switch input {
    case .file(_, let read):
      let bytes = try read()
      let header = try officeErrors { try ParcelHeader.read(bytes, verifiedBy: nil) }
      let (head, writer) = try head(in: header)
      var file = ArrivedFile(input: input, store: writer.store, writer: writer.writer, bundle: head.number)
      file.from = head.from?.sequence ?? 0
      file.header = header
      file.sum = Link.over(bytes)
      return file
    case .backup(let path, let heads):
      let backup = try contents(ofBackup: path, heads)
      var file = ArrivedFile(input: input, store: backup.store, writer: backup.head.writer)
      file.sum = Link.over(try input.bytes())
      let known = offices.office(ofWriter: file.writer)
      // Of what waits only that is the office's whose head somebody has typed when it came.
      if isHeld {
        let isKnown = offices.partings.contains { $0.file == file.sum?.hex } || known?.isRetired == true
        guard isKnown else { throw .exchange(.unknownWriter) }
      } else if let known, known.writer?.keys != nil {
        // Whoever has joined signs what they send: an unsigned file in their name is nobody's.
        throw .exchange(.backupOfJoined(known.code))
      }
      return file
    }
  }

  /// What a bundle's head says, and whose it is among the offices that were admitted.
  private func head(
    in header: ParcelHeader
  ) throws(OfficeError) -> (head: BundleHead, writer: OfficeWriter) {
    guard header.kind == .bundle else { throw .exchange(.otherKind(header.kind, needed: .bundle)) }
    guard let head = BundleHead(header.about) else { throw .exchange(.content(member: "HEAD.json", nil)) }
    guard
      let office = offices.office(ofWriter: head.end.head.writer), let known = office.writer,
      known.store == head.store
    else { throw .exchange(.unknownWriter) }
    // The city signs itself what it has taken out of its store again.
    guard
      known.keys?.verifying == header.signer
        || (try? OfficeKeys.needed(folder))?.publicKeys.verifying == header.signer
    else { throw .exchange(.otherKeys(office.code)) }
    return (head, known)
  }

  /// Opens a file: a bundle of an admitted office with the city's key, or a backup, which is unsigned.
  func contents(of file: ArrivedFile) throws(OfficeError) -> GatheredFile {
    guard case .backup(let path, let heads) = file.input else { return try contents(ofBundle: file) }
    let backup = try contents(ofBackup: path, heads)
    var contents = GatheredFile(pieces: backup.pieces)
    for bytes in backup.policies { contents.policies[Link.over(bytes).hex] = bytes }
    return contents
  }

  private func contents(ofBundle file: ArrivedFile) throws(OfficeError) -> GatheredFile {
    guard let header = file.header else { return GatheredFile(pieces: []) }
    let (head, writer) = try head(in: header)
    let parcel = try file.parcel(
      header, with: header.seal == nil ? nil : try OfficeKeys.needed(folder).opening)
    let prefix = "journal/\(writer.writer)/"
    let starts = Dictionary(head.first.map { ($0.segment, $0.byte) }, uniquingKeysWith: { first, _ in first })
    var contents = GatheredFile(
      pieces: parcel.members.filter { $0.path.hasPrefix(prefix) }.map { member in
        let segment = String(member.path.dropFirst(prefix.count))
        return JournalPiece(segment: segment, start: starts[segment] ?? 0, content: member.content)
      },
      cover: try OpenOffice.content("cover.json", of: parcel, OfficesFile.head).cover)
    for member in parcel.members where member.path.hasPrefix("policies/") {
      let bytes = Array(member.bytes)
      contents.policies[Link.over(bytes).hex] = bytes
    }
    return contents
  }

  private func contents(
    ofBackup path: String, _ heads: [JournalHead]
  ) throws(OfficeError) -> Journal.BackupContents {
    let backup = try officeErrors { try Journal.contents(ofBackup: path) }
    guard heads.isEmpty || heads.contains(backup.head) else { throw .exchange(.otherHead) }
    return backup
  }
}
