import CaseModel

/// What an office knows of others, as bytes.
extension RecordWriter {
  mutating func offices(_ book: OfficesBook) {
    list(book.enrolled) { $0.enrolled($1) }
    list(book.rulings) { $0.ruling($1) }
    list(book.steps) { $0.cityStep($1) }
    optional(book.city) { writer, city in
      writer.text(city.name)
      writer.writer(city.city)
      writer.enrolled(city.office)
    }
    optional(book.joinedAt) { $0.count($1) }
    list(book.bundles) { writer, bundle in
      writer.count(bundle.number)
      writer.count(bundle.sequence)
      writer.text(bundle.at)
    }
    optional(book.taken) { $0.taken($1) }
    lines(book.takenSteps)
    lines(book.recalledSteps)
    list(book.ownApprovals.sorted()) { $0.text($1) }
    optional(book.jointSnapshot) { $0.snapshot($1) }
    list(book.holidays.years.sorted { $0.key < $1.key }) { $0.holidays($1.key, $1.value) }
  }

  private mutating func holidays(_ number: Int, _ year: WorkCalendar.Year) {
    count(number)
    for days in [year.off, year.work] { list(days.sorted()) { $0.day($1) } }
  }

  mutating func lines(_ lines: [SaveName: Int]) {
    list(lines.sorted { $0.key < $1.key }) { writer, line in
      writer.count(line.key.epoch)
      writer.count(line.key.sequence)
      writer.text(line.key.at)
      writer.filing(line.key.filing)
      writer.count(line.value)
    }
  }

  private mutating func enrolled(_ office: EnrolledOffice) {
    text(office.name)
    text(office.district)
    optional(office.letter) { $0.text($1) }
    text(office.enrolment)
    optional(office.writer) { $0.writer($1) }
    optional(office.admittedAt) { $0.text($1) }
    optional(office.gathered) { $0.gathered($1) }
    list(office.partings) { $0.parting($1) }
    optional(office.retiredBy) { $0.count($1) }
    list(office.gatherings) { writer, gathering in
      writer.count(gathering.save)
      writer.text(gathering.at)
      writer.count(gathering.sequence)
    }
    count(office.replies)
    count(office.repliedAt)
    optional(office.recovered) { $0.record($1) }
    list(office.closes) { $0.close($1) }
    list(office.returned) { $0.close($1) }
    optional(office.snapshot) { $0.snapshot($1) }
  }

  private mutating func snapshot(_ snapshot: NamedSnapshot) {
    text(snapshot.head)
    text(snapshot.sum)
  }

  private mutating func close(_ close: YearClose) {
    count(close.year)
    count(close.seal)
    text(close.note)
  }

  private mutating func writer(_ writer: OfficeWriter) {
    for part in [writer.store, writer.writer, writer.signing, writer.opening] { text(part) }
    flag(writer.isTrial)
  }

  private mutating func record(_ name: RecordName) {
    count(name.epoch)
    count(name.sequence)
    text(name.link)
  }

  private mutating func gathered(_ head: GatheredHead) {
    text(head.writer)
    record(head.head)
    count(head.segment)
    count(head.size)
    optional(head.bundle) { $0.count($1) }
    text(head.file)
    list(head.cover) { $0.coverLine($1) }
    text(head.at)
  }

  mutating func coverLine(_ line: CoverLine) {
    name(line.item)
    count(line.filings)
    money(line.award)
  }

  private mutating func parting(_ parting: PartedHistory) {
    text(parting.writer)
    optional(parting.after) { $0.record($1) }
    text(parting.known)
    text(parting.other)
    optional(parting.bundle) { $0.count($1) }
    text(parting.file)
  }

  mutating func party(_ record: OfficeRecord) {
    name(record.writer)
    text(record.id)
  }

  mutating func filing(_ filing: OfficeFiling) { party(OfficeRecord(writer: filing.writer, id: filing.id)) }

  mutating func ruling(_ ruling: Ruling) {
    text(ruling.conflict)
    switch ruling.verdict {
    case .link: count(0)
    case .distinct: count(1)
    case .keep(let filing):
      count(2)
      self.filing(filing)
    case .head(let head):
      count(3)
      party(head)
    case .confirm: count(4)
    case .noted: count(5)
    case .forkKeep(let link):
      count(6)
      text(link)
    case .void: count(7)
    case .map(let code):
      count(8)
      text(code)
    }
    list(ruling.parties) { $0.party($1) }
    text(ruling.note)
    name(ruling.by)
    text(ruling.at)
  }

  mutating func cityStep(_ step: CityStep) {
    filing(step.filing)
    record(step.basis.filing)
    record(step.basis.applicant)
    name(step.basis.rules)
    entry(step.entry)
    count(step.epoch)
  }

  private mutating func taken(_ reply: TakenReply) {
    count(reply.number)
    text(reply.writer)
    record(reply.head)
    optional(reply.acknowledged) { $0.record($1) }
    list(reply.steps) { $0.cityStep($1) }
    list(reply.reopened) { $0.close($1) }
    text(reply.file)
  }
}

extension RecordReader {
  mutating func offices() -> OfficesBook {
    var book = OfficesBook()
    book.enrolled = list { $0.enrolled() }
    book.rulings = list { $0.ruling() }
    book.steps = list { $0.cityStep() }
    book.city = optional { reader in
      CityLink(name: reader.text(), city: reader.officeWriter(), office: reader.enrolled())
    }
    book.joinedAt = optional { $0.integer() }
    book.bundles = list { reader in
      .init(number: reader.integer(), sequence: reader.integer(), at: reader.text())
    }
    book.taken = optional { $0.taken() }
    book.takenSteps = lines()
    book.recalledSteps = lines()
    book.ownApprovals = Set(list { $0.text() })
    book.jointSnapshot = optional { $0.snapshot() }
    book.holidays = holidays()
    return book
  }

  private mutating func holidays() -> WorkCalendar {
    let years = list { reader in
      let number = reader.integer()
      func days(_ reader: inout RecordReader) -> Set<CivilDate> { Set(reader.list { $0.day() }) }
      return (number, WorkCalendar.Year(off: days(&reader), work: days(&reader)))
    }
    return WorkCalendar(Dictionary(years, uniquingKeysWith: { first, _ in first }))
  }

  mutating func lines() -> [SaveName: Int] {
    Dictionary(
      list { reader in
        let save = SaveName(
          epoch: reader.integer(), sequence: reader.integer(), at: reader.text(),
          filing: reader.officeFiling())
        return (save, reader.integer())
      },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func enrolled() -> EnrolledOffice {
    var office = EnrolledOffice(
      name: text(), district: text(), letter: optional { $0.text() }, enrolment: text())
    office.writer = optional { $0.officeWriter() }
    office.admittedAt = optional { $0.text() }
    office.gathered = optional { $0.gathered() }
    office.partings = list { $0.parting() }
    office.retiredBy = optional { $0.integer() }
    office.gatherings = list { .init(save: $0.integer(), at: $0.text(), sequence: $0.integer()) }
    office.replies = integer()
    office.repliedAt = integer()
    office.recovered = optional { $0.record() }
    office.closes = list { $0.close() }
    office.returned = list { $0.close() }
    office.snapshot = optional { $0.snapshot() }
    return office
  }

  private mutating func snapshot() -> NamedSnapshot { NamedSnapshot(head: text(), sum: text()) }

  private mutating func close() -> YearClose { YearClose(year: integer(), seal: integer(), note: text()) }

  private mutating func officeWriter() -> OfficeWriter {
    OfficeWriter(store: text(), writer: text(), signing: text(), opening: text(), isTrial: flag())
  }

  private mutating func record() -> RecordName {
    RecordName(epoch: integer(), sequence: integer(), link: text())
  }

  private mutating func gathered() -> GatheredHead {
    var head = GatheredHead(
      writer: text(), head: record(), segment: integer(), size: integer(), bundle: optional { $0.integer() },
      file: text(), cover: list { $0.coverLine() })
    head.at = text()
    return head
  }

  mutating func coverLine() -> CoverLine {
    CoverLine(item: name(), filings: integer(), award: money())
  }

  private mutating func parting() -> PartedHistory {
    PartedHistory(
      writer: text(), after: optional { $0.record() }, known: text(), other: text(),
      bundle: optional { $0.integer() }, file: text())
  }

  mutating func party() -> OfficeRecord { OfficeRecord(writer: name(), id: text()) }

  mutating func officeFiling() -> OfficeFiling { OfficeFiling(writer: name(), id: text()) }

  mutating func ruling() -> Ruling {
    let conflict = text()
    let verdict: Ruling.Verdict
    switch integer() {
    case 0: verdict = .link
    case 1: verdict = .distinct
    case 2: verdict = .keep(officeFiling())
    case 3: verdict = .head(party())
    case 4: verdict = .confirm
    case 5: verdict = .noted
    case 6: verdict = .forkKeep(text())
    case 7: verdict = .void
    case 8: verdict = .map(text())
    default:
      fail()
      verdict = .noted
    }
    var ruling = Ruling(conflict: conflict, verdict: verdict, parties: list { $0.party() }, note: text())
    ruling.by = name()
    ruling.at = text()
    return ruling
  }

  mutating func cityStep() -> CityStep {
    let filing = officeFiling()
    let basis = Basis(filing: record(), applicant: record(), rules: name())
    let entry = entry()
    guard case .stepped(let taken) = entry.deed else {
      fail()
      return CityStep(
        filing: OfficeFiling(writer: "", id: ""), basis: basis, step: StepTaken(.undo, day: .first))
    }
    var step = CityStep(filing: filing, basis: basis, step: taken)
    (step.by, step.at, step.day, step.sequence) = (entry.by, entry.at, entry.day, entry.sequence)
    step.epoch = integer()
    return step
  }

  private mutating func taken() -> TakenReply {
    TakenReply(
      number: integer(), writer: text(), head: record(), acknowledged: optional { $0.record() },
      steps: list { $0.cityStep() }, reopened: list { $0.close() }, file: text())
  }
}
