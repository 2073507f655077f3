import CaseModel
import SubsidyRules

/// The parts of a state beside its filings, as bytes.
extension RecordWriter {
  /// What `write` writes, behind the names that it uses.
  mutating func named(_ write: (inout RecordWriter) -> Void) {
    var part = RecordWriter(bytes: [], names: NameTable())
    write(&part)
    list(part.names.texts) { $0.text($1) }
    bytes += part.bytes
  }

  mutating func pairs<Value>(_ pairs: [String: Value], _ write: (inout RecordWriter, Value) -> Void) {
    list(pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { writer, pair in
      writer.text(pair.key)
      write(&writer, pair.value)
    }
  }

  // MARK: - People, rules, news

  mutating func person(_ person: Operator) {
    text(person.name)
    name(person.role.rawValue)
    optional(person.login) { $0.text($1) }
    optional(person.pin) { $0.pin($1) }
    optional(person.code) { writer, code in
      writer.pin(code.key)
      writer.optional(code.issued) { $0.day($1) }
      writer.count(code.missed)
    }
    flag(person.isRetired)
    optional(person.retiredOn) { $0.day($1) }
    list(person.sponsors) { writer, sponsor in
      writer.name(sponsor.name)
      writer.text(sponsor.at)
      writer.day(sponsor.day)
      writer.count(sponsor.sequence)
    }
  }

  mutating func office(_ office: OfficeIdentity) {
    for text in [office.name, office.district, office.policy] { self.text(text) }
    flag(office.isTrial)
  }

  mutating func clockJump(_ jump: ClockJump) {
    for text in [jump.before, jump.after, jump.by] { self.text(text) }
    count(jump.sequence)
  }

  private mutating func pin(_ pin: PINKey) {
    for bytes in [pin.salt, pin.key] { list(bytes) { $0.bytes.append($1) } }
    for figure in [pin.rounds, pin.blockSize, pin.parallelism] { signed(Int64(figure)) }
  }

  mutating func ruleChange(_ change: RuleChange) {
    switch change.kind {
    case .reading(let reading):
      count(0)
      name(reading)
    case .policy(let before, let readings):
      count(1)
      list(before) { $0.text($1) }
      pairs(readings) { $0.text($1) }
    }
    name(change.by)
    text(change.at)
  }

  mutating func news(_ news: News) {
    text(news.id)
    name(news.kind.rawValue)
    text(news.number)
    day(news.day)
    text(news.paper)
    text(news.note)
    list(news.applicants) { $0.text($1) }
    optional(news.origin) { writer, origin in
      writer.name(origin.office)
      writer.text(origin.id)
      writer.flag(origin.isCity)
    }
    name(news.by)
    text(news.at)
  }

  mutating func word(_ word: PersonWord) {
    name(word.verdict.rawValue)
    list(word.applicants) { $0.text($1) }
    text(word.note)
    name(word.by)
    text(word.at)
  }

  mutating func period(_ period: OfficePeriod) {
    name(period.kind.rawValue)
    count(period.count)
    name(period.unit.rawValue)
    day(period.from)
    text(period.note)
    name(period.by)
    text(period.at)
  }

  mutating func batch(_ batch: PaymentBatch) {
    text(batch.id)
    text(batch.number)
    optional(batch.office) { $0.text($1) }
    text(batch.at)
    list(batch.numbers) { $0.count($1) }
  }

  // MARK: - Applicants

  mutating func change(_ change: ApplicantChange) {
    list(change.fields) { $0.name($1.rawValue) }
    name(change.by)
    text(change.at)
    count(change.filesThen)
  }

  mutating func formerName(_ former: FormerName) {
    text(former.name)
    optional(former.code) { $0.text($1) }
    day(former.until)
  }

  mutating func parentChange(_ change: ParentChange) {
    day(change.from)
    optional(change.before) { $0.text($1) }
  }

  mutating func applicant(_ applicant: Applicant) {
    text(applicant.id)
    text(applicant.name)
    name(applicant.kind.rawValue)
    name(applicant.district)
    for field in Applicant.optionalFields { optional(applicant[field]) { $0.text($1) } }
  }

  // MARK: - Caps

  mutating func use(_ use: CapUse) {
    group(use.row.group)
    money(use.row.limit)
    total(use.row.used)
    total(use.decided)
  }

  mutating func group(_ group: Claim.Group) {
    text(group.cap)
    text(group.holder)
    optional(group.year) { $0.count($1) }
  }

  mutating func total(_ total: MoneyTotal) {
    signed(Int64(truncatingIfNeeded: total.fen >> 64))
    number(UInt64(truncatingIfNeeded: total.fen))
  }
}
