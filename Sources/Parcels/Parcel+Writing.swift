import Tar

extension Parcel {
  /// The bytes of the file: sealed to a key, or open where none is given. Throws `ParcelError`.
  public func write(signedBy key: SigningKey, sealedTo recipient: SealingKey?) throws(ParcelError) -> [UInt8]
  {
    for member in members where Self.isReserved(member.path) { throw .reservedPath(member.path) }
    let seal = recipient.map { ParcelHeader.Seal(suite: .x25519, recipient: $0) }
    let head = ParcelHeader(kind: kind, signer: key.verifyingKey, seal: seal, about: about).text
    // What can't be read again, such as an `about` that is no JSON, is not written.
    _ = try ParcelHeader(text: head)
    let headMember = ParcelMember(Self.headPath, head)
    guard let recipient else { return try Self.archive([headMember], members, after: [], signedBy: key) }
    let content = try Self.archive([], members, after: [headMember], signedBy: key)
    return try Self.sealed(content, to: recipient, head: headMember, signedBy: key)
  }

  static func isReserved(_ path: String) -> Bool {
    ownPaths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// An archive of files with their sums, which begin with those of files that stand elsewhere.
  private static func archive(
    _ first: [ParcelMember], _ members: [ParcelMember], after others: [ParcelMember], signedBy key: SigningKey
  ) throws(ParcelError) -> [UInt8] {
    let files = first + members
    let sums = SumList.text((others + files).map { ParcelHeader.Part($0.path, $0.bytes) })
    let sizes = files.map(\.bytes.count) + [sums.count, VerifyingKey.signatureSize]
    var archive = TarWriter(reserving: TarWriter.size(of: sizes))
    for file in files { try add(file.path, file.bytes, to: &archive) }
    try sign(sums, by: key, into: &archive)
    return archive.finish()
  }

  private static func sealed(
    _ content: [UInt8], to recipient: SealingKey, head: ParcelMember, signedBy key: SigningKey
  ) throws(ParcelError) -> [UInt8] {
    let count = ChunkSeal.size(of: content.count)
    // Two lines of sums take less than a block.
    var archive = TarWriter(
      reserving: TarWriter.size(of: [head.bytes.count, count, TarBlock.size, VerifyingKey.signatureSize]))
    try add(head.path, head.bytes, to: &archive)
    do throws(TarError) { try archive.begin(sealedPath, count: count) } catch { throw .badMember(error) }
    let start = archive.bytes.count
    try ChunkSeal.seal(content, to: recipient, head: Array(head.bytes)) { archive.append($0) }
    let sealed = ParcelHeader.Part(sealedPath, archive.bytes[start...])
    archive.fillBlock()
    try sign(SumList.text([ParcelHeader.Part(head.path, head.bytes), sealed]), by: key, into: &archive)
    return archive.finish()
  }

  private static func sign(
    _ sums: [UInt8], by key: SigningKey, into archive: inout TarWriter
  ) throws(ParcelError) {
    try add(sumsPath, sums, to: &archive)
    try add(signaturePath, try key.signature(over: sums), to: &archive)
  }

  private static func add(
    _ path: String, _ bytes: some Collection<UInt8>, to archive: inout TarWriter
  ) throws(ParcelError) {
    do throws(TarError) { try archive.add(path, bytes) } catch { throw .badMember(error) }
  }
}
