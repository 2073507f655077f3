import Tar

/// An archive whose last two files are the sums of all that it holds and the signature over them: a parcel,
/// or what was sealed in one.
struct SignedArchive {
  private var archive: TarArchive
  /// `HEAD.json`, which in what was sealed stands outside.
  let head: [UInt8]
  private let headIsInside: Bool
  /// Between head and sums.
  private let files: [TarArchive.Entry]
  private let sums: TarArchive.Entry
  private let signature: TarArchive.Entry

  /// Takes a parcel's file apart.
  init(parcel bytes: [UInt8]) throws(ParcelError) {
    guard !bytes.isEmpty else { throw .cut(at: 0) }
    let opening = Array(Parcel.headPath.utf8) + [0]
    guard bytes.prefix(opening.count).elementsEqual(opening.prefix(bytes.count)) else { throw .foreign }
    // The version first: a later one may have another form behind its head.
    if let head = TarArchive.firstEntry(of: bytes),
      let version = ParcelHeader.version(of: Array(bytes[head.place])),
      version > ParcelHeader.formatVersion
    {
      throw .newerFormat(version: version)
    }
    try self.init(bytes, headOutside: nil)
  }

  /// Takes apart what was sealed behind a head.
  init(content bytes: [UInt8], head: [UInt8]) throws(ParcelError) {
    do throws(ParcelError) {
      try self.init(bytes, headOutside: head)
    } catch {
      // Places are those of a file that nobody has.
      throw .damaged(.init(member: Parcel.sealedPath))
    }
  }

  private init(_ bytes: [UInt8], headOutside: [UInt8]?) throws(ParcelError) {
    do throws(TarError) {
      archive = try TarArchive(bytes)
    } catch {
      throw ParcelError(error)
    }
    var entries = archive.entries[...]
    headIsInside = headOutside == nil
    if let headOutside {
      head = headOutside
    } else {
      guard let first = entries.popFirst(), first.path == Parcel.headPath else { throw .foreign }
      head = Array(archive.content(first))
    }
    guard let signature = entries.popLast(), signature.path == Parcel.signaturePath else {
      throw .damaged(.init(member: Parcel.signaturePath))
    }
    guard let sums = entries.popLast(), sums.path == Parcel.sumsPath else {
      throw .damaged(.init(member: Parcel.sumsPath))
    }
    self.signature = signature
    self.sums = sums
    files = Array(entries)
  }

  // MARK: - Checks

  /// The header, once sums and signature hold.
  func header(verifiedBy signer: VerifyingKey?) throws(ParcelError) -> ParcelHeader {
    let parts = try checkedParts()
    var header = try ParcelHeader(text: head)
    header.parts = parts
    if let signer, signer != header.signer { throw .otherSigner(header.signer) }
    try checkSignature(signer ?? header.signer)
    let isSealed = files.map(\.path) == [Parcel.sealedPath]
    guard isSealed == (header.seal != nil) else { throw .sealMismatch }
    return header
  }

  /// Checks sums and signature.
  func check(verifiedBy signer: VerifyingKey) throws(ParcelError) {
    _ = try checkedParts()
    try checkSignature(signer)
  }

  private func checkedParts() throws(ParcelError) -> [ParcelHeader.Part] {
    let parts =
      [ParcelHeader.Part(Parcel.headPath, head[...])]
      + files.map { ParcelHeader.Part($0.path, archive.content($0)) }
    let text = archive.content(sums)
    let holds = text.withUnsafeBytes { text in
      SumList.text(parts).withUnsafeBytes { haveSameBytes($0, text) }
    }
    guard !holds else { return parts }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let wrong = parts.indices.first { number in
      number >= lines.count || !SumList.text([parts[number]]).dropLast().elementsEqual(lines[number])
    }
    guard let wrong else { throw damaged(sums) }
    guard wrong > 0 else {
      throw .damaged(.init(member: Parcel.headPath, offset: headIsInside ? TarBlock.size : nil))
    }
    throw damaged(files[wrong - 1])
  }

  private func checkSignature(_ signer: VerifyingKey) throws(ParcelError) {
    guard signer.holds(archive.content(signature), over: Array(archive.content(sums))) else {
      throw .badSignature
    }
  }

  private func damaged(_ entry: TarArchive.Entry) -> ParcelError {
    .damaged(.init(member: entry.path, offset: headIsInside ? entry.place.lowerBound : nil))
  }

  // MARK: - Content

  /// What `sealed` holds, opened; it takes the place of all that the archive has.
  mutating func openSealed(with key: OpeningKey) throws(ParcelError) -> [UInt8] {
    var bytes = archive.letGo()
    try ChunkSeal.open(files.first?.place ?? 0..<0, of: &bytes, with: key, head: head)
    return bytes
  }

  /// The parcel of all members, which stand where they are.
  func parcel(_ header: ParcelHeader) throws(ParcelError) -> Parcel {
    for file in files where Parcel.isReserved(file.path) { throw damaged(file) }
    return Parcel(
      header.kind, members: files.map { ParcelMember($0.path, archive.part($0)) }, about: header.about)
  }
}

extension ParcelError {
  /// What a mistake of the archive means for the parcel in it.
  fileprivate init(_ error: TarError) {
    switch error {
    case .cut(let count): self = .cut(at: count)
    case .badHeader(let offset), .notZero(let offset): self = .damaged(.init(offset: offset))
    case .repeated(let path): self = .damaged(.init(member: path))
    // Of what is written alone.
    case .badPath, .tooLarge: self = .damaged(.init())
    }
  }
}
