import Glibc
import Journal
import JSONText
import Testing

/// The public form: what another program may rely on.
@Suite struct FormatTests {
  @Test func linesAreAsDescribedAndTheirSumsCanBeMadeElsewhere() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(5, files, segmentLimit: 600)
    var previous = String(repeating: "0", count: 64)
    var sequence = 0
    for number in 1...3 {
      let bytes = files.content(Stores.path + "/" + Stores.segment(journal, number))
      for (index, line) in lines(bytes).enumerated() {
        let text = String(decoding: line, as: UTF8.self)
        let rest = Array(text.utf8.dropFirst(75).dropLast())
        let link = sha256(Array(previous.utf8) + rest)
        if index == 0 {
          #expect(
            text.hasPrefix(
              "{\"link\":\"\(link)\",\"segment\":{\"format\":1,\"store\":\"\(journal.identity.store)\""))
          #expect(text.contains("\"number\":\(number),\"first\":\(sequence + 1),\"after\":\"\(previous)\""))
        } else {
          sequence += 1
          let payload = String(decoding: Stores.payload(sequence), as: UTF8.self)
          #expect(text == "{\"link\":\"\(link)\",\"sequence\":\(sequence),\"payload\":\(payload)}\n")
        }
        var reader = JSONReader(line)
        try reader.skipValue()
        try reader.end()
        previous = link
      }
    }
    #expect(sequence == 5 && journal.head.link.hex == previous)
  }

  @Test func theSumOfTheTestsIsTheOneOfTheStandard() {
    #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aHeadIsOneWordThatCanBeReadAgain() throws {
    let head = try Stores.make(3, SimulatedFiles()).head
    #expect(JournalHead(head.description) == head)
    for wrong in [
      "", "a/1/2/3", head.description + "0", head.description.uppercased(), "/" + head.description,
    ] {
      #expect(JournalHead(wrong) == nil)
    }
  }

  @Test(arguments: [
    "", "[]", "{", "{}x", "{\n}", " {}", "{}\n", "{\"a\":1", "1", "{\"a\":1}}", "{\"a\":\"\u{1}\"}",
  ])
  func aPayloadIsOneObjectOnOneLine(_ text: String) throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(1, files)
    #expect(throws: JournalError.badPayload) { try journal.append(Array(text.utf8)) }
    #expect(try Stores.open(files).payloads.count == 1)
  }

  @Test func aPayloadKeepsItsBytes() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(1, files)
    let payload = Array("{ \"link\" : {\"link\":\"x\"},\t\"a\":1.50, \"a\":\"\\u00e9\\n\" }".utf8)
    try journal.append(payload)
    #expect(try Stores.open(files).payloads.last == payload)
  }

  // MARK: - store.json

  private func withIdentity(_ old: String, _ new: String) throws -> SimulatedFiles {
    let files = SimulatedFiles()
    _ = try Stores.make(2, files)
    files.tamper(Stores.path + "/store.json") { bytes in
      let parts = String(decoding: bytes, as: UTF8.self).split(separator: old, maxSplits: 1)
      if parts.count == 2 { bytes = Array((parts[0] + new + parts[1]).utf8) }
    }
    return files
  }

  @Test func unknownKeysAreReadOver() throws {
    let files = try withIdentity("\"version\": 12", "\"later\": [1], \"version\": 12")
    #expect(try Stores.open(files).journal.readOnly == nil)
  }

  @Test func aLaterVersionThatIsStillReadableOpensForReading() throws {
    let files = try withIdentity("\"version\": 12", "\"version\": 13")
    let before = files.disk.names
    let (journal, payloads) = try Stores.open(files)
    #expect(payloads.count == 2 && journal.readOnly == .newerFormat(version: 13))
    #expect(throws: JournalError.readOnly(.newerFormat(version: 13))) {
      try journal.append(Stores.payload(3))
    }
    #expect(files.disk.names == before)
  }

  @Test func aLaterVersionThatIsNotReadableIsRefused() throws {
    let files = try withIdentity(
      "\"version\": 12,\n  \"readableFrom\": 2", "\"version\": 13,\n  \"readableFrom\": 13")
    #expect(throws: JournalError.newerFormat(version: 13)) { try Stores.open(files) }
  }

  @Test(arguments: ["zizhu-store", "\"writer\"", "false", "\n}"])
  func aDamagedIdentityIsRefused(_ part: String) throws {
    let files = try withIdentity(part, "x")
    #expect(throws: JournalError.identityDamaged) { try Stores.open(files) }
  }

  @Test func aFolderWithoutAStoreIsNone() throws {
    #expect(throws: JournalError.notAStore) { try Stores.open(SimulatedFiles()) }
    try Stores.withScratch { folder in
      let nowhere = folder + "/no/store"
      #expect(throws: JournalError.notAStore) { try Stores.open(PosixFiles(), at: nowhere) }
    }
  }

  // MARK: - Rights

  @Test func aMediumThatCannotBeWrittenIsRead() throws {
    let files = SimulatedFiles()
    let writer = try Stores.make(3, files)
    let path = Stores.path + "/" + Stores.segment(writer)
    files.tamper(path) { $0.removeLast(4) }
    let before = files.content(path)
    let (journal, payloads) = try Stores.open(ForgetfulFiles(base: files, isReadOnly: true))
    #expect(payloads == Stores.payloads(1...2) && journal.readOnly == .noRights)
    #expect(journal.findings.map(\.reason) == [.unfinishedLine] && files.content(path) == before)
    #expect(throws: JournalError.readOnly(.noRights)) { try journal.append(Stores.payload(3)) }
    try Stores.open(files).journal.append(Stores.payload(4))
    #expect(try journal.readNew().map { Array($0.bytes[$0.payload]) } == [Stores.payload(4)])
  }

  @Test(arguments: [false, true]) func rightsAreTheOfficesOnly(_ isShared: Bool) throws {
    try Stores.withScratch { folder in
      let path = folder + "/store"
      let old = umask(0o027)
      defer { umask(old) }
      let journal = try Journal.create(
        path, options: JournalOptions(isShared: isShared), first: Stores.payload(1))
      try journal.keepSnapshot([1])
      let folders = ["", "/journal", "/quarantine", "/drafts"]
      let files = ["/store.json", "/LOCK", "/snapshot/state", "/" + Stores.segment(journal)]
      for name in folders { #expect(mode(path + name) == (isShared ? 0o2770 : 0o700), "\(name)") }
      for name in files { #expect(mode(path + name) == (isShared ? 0o660 : 0o600), "\(name)") }
      // Files made later follow, whoever opens the store.
      let later = try Stores.open(PosixFiles(), at: path, segmentLimit: 1).journal
      try later.append(Stores.payload(2))
      #expect(mode(path + "/" + Stores.segment(journal, 2)) == (isShared ? 0o660 : 0o600))
    }
  }

  private func mode(_ path: String) -> UInt32 {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_mode & 0o7777 : 0
  }

  @Test func aLinkLaidInTheWayIsNotFollowed() throws {
    try Stores.withScratch { folder in
      let path = folder + "/store"
      let journal = try Stores.make(2, PosixFiles(), at: path)
      let segment = path + "/" + Stores.segment(journal)
      try PosixFiles().rename(segment, to: folder + "/elsewhere")
      symlink(folder + "/elsewhere", segment)
      #expect(throws: JournalError.self) { try journal.append(Stores.payload(3)) }
      #expect(throws: JournalError.self) { try Stores.open(PosixFiles(), at: path) }
    }
  }

  /// Each folder of a store, in whose place somebody lays a link to a folder of their own: nothing is opened there.
  @Test(arguments: ["journal", "journal/WRITER", "snapshot", "quarantine", "backup", "drafts"])
  func aFolderThatIsALinkIsNotFollowed(_ name: String) throws {
    try Stores.withScratch { folder in
      let path = folder + "/store"
      let journal = try Stores.make(2, PosixFiles(), at: path)
      let place = path + "/" + name.replacing("WRITER", with: journal.identity.writer)
      if (try? PosixFiles().rename(place, to: folder + "/elsewhere")) == nil {
        #expect(mkdir(folder + "/elsewhere", 0o700) == 0)
      }
      #expect(symlink(folder + "/elsewhere", place) == 0)
      #expect(throws: JournalError.self) { try Stores.open(PosixFiles(), at: path) }
    }
  }
}
