import CaseModel
import SubsidyRules

/// What stands in a state only where several offices are looked at together, as bytes.
extension RecordWriter {
  mutating func conflict(_ conflict: OfficeConflict) {
    text(conflict.id)
    count(conflict.kind.rawValue)
    text(conflict.subject)
    list(conflict.parties) { $0.party($1) }
    list(conflict.writers) { $0.name($1) }
    list(conflict.filings) { $0.text($1) }
    optional(conflict.amount) { $0.total($1) }
    optional(conflict.group) { $0.group($1) }
    optional(conflict.writer) { $0.name($1) }
    optional(conflict.keepable) { $0.text($1) }
    optional(conflict.code) { $0.name($1) }
    optional(conflict.cover) { writer, cover in
      for line in [cover.said, cover.came] { writer.coverLine(line) }
    }
    optional(conflict.ruling) { $0.ruling($1) }
    optional(conflict.earlierRuling) { $0.ruling($1) }
    for flag in [conflict.isInPieces, conflict.isOfHeads, conflict.isLate, conflict.isOfCopies] {
      self.flag(flag)
    }
  }

  mutating func origins(_ origins: Origins) {
    list(origins.offices) { writer, office in
      writer.count(office.numbers.lowerBound)
      writer.count(office.numbers.count)
      writer.name(office.writer)
      writer.name(office.office)
    }
    list(origins.told.sorted { $0.key < $1.key }) { writer, told in
      writer.count(told.key)
      writer.filing(told.value.filing)
      writer.name(told.value.office)
      writer.list(told.value.cityEntries.sorted()) { $0.count($1) }
    }
  }

  mutating func waitingFile(_ file: WaitingFile) {
    name(file.writer)
    name(file.office)
    optional(file.bundle) { $0.count($1) }
    optional(file.lost) { writer, lost in
      writer.text(lost.file)
      writer.count(lost.cause.rawValue)
    }
    switch file.reason {
    case .missing(let from, let last):
      count(0)
      count(from)
      optional(last) { $0.count($1) }
    case .fork(let after, let known, let other):
      count(1)
      count(after)
      text(known)
      text(other)
    case .unopened: count(2)
    case .damaged: count(3)
    }
  }

  mutating func paidUncounted(_ paid: PaidUncounted) {
    filing(paid.filing)
    money(paid.kept)
  }

  mutating func lostVerdicts(_ lost: LostVerdicts) {
    list(lost.offices) { writer, office in
      writer.name(office.writer)
      writer.text(office.name)
      writer.lines(office.lines)
      writer.list(office.untold) { $0.cityStep($1) }
    }
  }
}

extension RecordReader {
  mutating func conflict() -> OfficeConflict? {
    let (id, number, subject) = (text(), integer(), text())
    guard let kind = ConflictKind(rawValue: number) else {
      fail()
      return nil
    }
    var conflict = OfficeConflict(kind, about: "", subject: subject, parties: list { $0.party() })
    conflict.id = id
    conflict.writers = list { $0.name() }
    conflict.filings = list { $0.text() }
    conflict.amount = optional { $0.total() }
    conflict.group = optional { $0.group() }
    conflict.writer = optional { $0.name() }
    conflict.keepable = optional { $0.text() }
    conflict.code = optional { $0.name() }
    conflict.cover = optional { .init(said: $0.coverLine(), came: $0.coverLine()) }
    conflict.ruling = optional { $0.ruling() }
    conflict.earlierRuling = optional { $0.ruling() }
    conflict.isInPieces = flag()
    conflict.isOfHeads = flag()
    conflict.isLate = flag()
    conflict.isOfCopies = flag()
    return conflict
  }

  mutating func origins() -> Origins {
    var origins = Origins()
    let offices = list { reader in
      let (first, count) = (reader.integer(), reader.integer())
      return (first: first, count: count, writer: reader.name(), office: reader.name())
    }
    for one in offices {
      let (end, overflows) = one.first.addingReportingOverflow(one.count)
      guard !overflows else {
        fail()
        break
      }
      origins.put(one.first..<end, of: one.writer, office: one.office)
    }
    let told = list { reader in
      (
        number: reader.integer(),
        origin: Origins.Origin(
          filing: reader.officeFiling(), office: reader.name(), cityEntries: Set(reader.list { $0.integer() })
        )
      )
    }
    for one in told { origins.tell(one.origin, of: one.number) }
    return origins
  }

  mutating func waitingFile() -> WaitingFile {
    let (writer, office, bundle) = (name(), name(), optional { $0.integer() })
    let lost = optional { reader in
      let (file, cause) = (reader.text(), WaitingFile.Lost.Cause(rawValue: reader.integer()))
      if cause == nil { reader.fail() }
      return WaitingFile.Lost(file: file, cause: cause ?? .missing)
    }
    let reason: WaitingFile.Reason
    switch integer() {
    case 0: reason = .missing(from: integer(), upTo: optional { $0.integer() })
    case 1: reason = .fork(after: integer(), known: text(), other: text())
    case 2: reason = .unopened
    case 3: reason = .damaged
    default:
      fail()
      reason = .damaged
    }
    var file = WaitingFile(writer: writer, office: office, bundle: bundle, reason: reason)
    file.lost = lost
    return file
  }

  mutating func paidUncounted() -> PaidUncounted { PaidUncounted(filing: officeFiling(), kept: money()) }

  mutating func lostVerdicts() -> LostVerdicts {
    var lost = LostVerdicts()
    lost.offices = list { reader in
      .init(
        writer: reader.name(), name: reader.text(), lines: reader.lines(),
        untold: reader.list { $0.cityStep() })
    }
    return lost
  }
}
