import CaseModel
import SubsidyRules

// The parts of a state beside its filings, as bytes.

extension PackedWriter {
  /// What `write` writes, behind the names that it uses.
  mutating func named(_ write: (inout PackedWriter) -> Void) {
    var part = PackedWriter(bytes: [], names: NameTable())
    write(&part)
    put(part.names.texts)
    bytes += part.bytes
  }
}

extension PackedReader {
  mutating func named(_ read: (inout PackedReader) -> Void) {
    let before = names
    names = NameTable(next())
    read(&self)
    names = before
  }
}

// MARK: - People, rules, news

extension OfficeIdentity: Packed {
  init(from reader: inout PackedReader) {
    self.init(name: reader.next(), district: reader.next(), policy: reader.next(), isTrial: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(name, district, policy, isTrial) }
}

extension PoliciesInForce: Packed {
  init(from reader: inout PackedReader) {
    self.init(reader.list { .init(id: $0.next(), hash: $0.next()) })
  }

  func pack(into writer: inout PackedWriter) { writer.list(entries) { $0.put($1.id, $1.hash) } }
}

extension ClockJump: Packable {
  func pack(into writer: inout PackedWriter) { writer.put(before, after, by, sequence) }
}

extension PackedReader {
  /// Nil where the bytes mean nothing.
  mutating func clockJump() -> ClockJump? {
    let (before, after, by) = (text(), text(), text())
    let jump = ClockJump(from: before, to: after, by: by, sequence: integer())
    if jump == nil { fail() }
    return jump
  }
}

extension PINKey: Packed {
  init(from reader: inout PackedReader) {
    func number() -> Int { (reader.next() as Signed).value }
    self.init(
      salt: reader.list { $0.byte() }, key: reader.list { $0.byte() }, rounds: number(), blockSize: number(),
      parallelism: number())
  }

  func pack(into writer: inout PackedWriter) {
    for bytes in [salt, key] { writer.list(bytes) { $0.bytes.append($1) } }
    writer.put(Signed(rounds), Signed(blockSize), Signed(parallelism))
  }
}

extension OneTimeCode: Packed {
  init(from reader: inout PackedReader) {
    self.init(reader.next())
    (issued, missed) = (reader.next(), reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(key, issued, missed) }
}

extension Operator: Packed {
  init(from reader: inout PackedReader) {
    self.init(name: reader.next(), role: reader.value(.clerk), login: reader.next())
    (pin, code, isRetired, retiredOn) = (reader.next(), reader.next(), reader.next(), reader.next())
    sponsors = reader.list { .init(name: $0.name(), at: $0.next(), day: $0.next(), sequence: $0.next()) }
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(name, role, login, pin, code, isRetired, retiredOn)
    writer.list(sponsors) { $0.put(Name($1.name), $1.at, $1.day, $1.sequence) }
  }
}

extension RuleChange: Packed {
  init(from reader: inout PackedReader) {
    let kind: Kind =
      switch reader.number() {
      case 0: .reading(reader.name())
      case 1: .policy(before: reader.next(), readings: reader.next())
      default: reader.failing(.reading(""))
      }
    self.init(kind: kind, by: reader.name(), at: reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    switch kind {
    case .reading(let reading): writer.put(0, Name(reading))
    case .policy(let before, let readings): writer.put(1, before, readings)
    }
    writer.put(Name(by), at)
  }
}

extension News: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      id: reader.next(), kind: reader.value(.abnormalApplication), number: reader.next(), day: reader.next(),
      paper: reader.next(), note: reader.next(), applicants: reader.next())
    origin = reader.optional { .init(office: $0.name(), id: $0.next(), isCity: $0.next()) }
    (by, at) = (reader.name(), reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(id, kind, number, day, paper, note, applicants)
    writer.optional(origin) { $0.put(Name($1.office), $1.id, $1.isCity) }
    writer.put(Name(by), at)
  }
}

extension PersonWord: Packed {
  init(from reader: inout PackedReader) {
    self.init(reader.value(.link), reader.next(), note: reader.next())
    (by, at) = (reader.name(), reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(verdict, applicants, note, Name(by), at) }
}

extension OfficePeriod: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      kind: reader.value(.correction), count: reader.next(), unit: reader.value(.days), from: reader.next(),
      note: reader.next())
    (by, at) = (reader.name(), reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(kind, count, unit, from, note, Name(by), at) }
}

extension PaymentBatch: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      id: reader.text(), number: reader.next(), office: reader.next(), at: reader.next(),
      numbers: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(id, number, office, at, numbers) }
}

// MARK: - Applicants

extension ApplicantChange: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      fields: reader.list { $0.value(.name) }, by: reader.name(), at: reader.next(), filesThen: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(fields, Name(by), at, filesThen) }
}

extension FormerName: Packed {
  init(from reader: inout PackedReader) {
    self.init(name: reader.next(), code: reader.next(), until: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(name, code, until) }
}

extension ParentChange: Packed {
  init(from reader: inout PackedReader) { self.init(from: reader.next(), before: reader.next()) }
  func pack(into writer: inout PackedWriter) { writer.put(from, before) }
}

extension Applicant: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      id: reader.next(), name: reader.next(), kind: reader.value(.individual), district: reader.name())
    for field in Self.optionalFields {
      let text: String? = reader.next()
      if (try? put(text, in: field)) == nil { reader.fail() }
    }
  }

  func pack(into writer: inout PackedWriter) {
    // An office has tens of thousands: no rows of values are made.
    writer.text(id)
    writer.text(name)
    writer.name(kind.rawValue)
    writer.name(district)
    for field in Self.optionalFields { writer.optional(self[field]) { $0.text($1) } }
  }
}

// MARK: - Caps

extension CapUse: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      row: CapRow(group: reader.next(), limit: reader.next(), used: reader.next()), decided: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(row.group, row.limit, row.used, decided) }
}

extension Claim.Group: Packed {
  init(from reader: inout PackedReader) {
    self.init(cap: reader.next(), holder: reader.next(), year: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(cap, holder, year) }
}

// MARK: - The work register

extension RegisterRecord: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      entry: RegisterEntry(
        id: reader.next(), kind: reader.name(), district: reader.name(), values: reader.next()),
      hands: reader.list { Hand(by: $0.name(), at: $0.next()) }, struckOut: reader.next())
    office = reader.optional { $0.name() }
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(entry.id, Name(entry.kind), Name(entry.district), entry.values)
    writer.list(hands) { $0.put(Name($1.by), $1.at) }
    writer.put(struckOut, office.map(Name.init))
  }
}

extension WorkRegister: Packed {
  init(from reader: inout PackedReader) {
    self.init()
    for record in reader.next() as [RegisterRecord] { keep(record) }
  }

  func pack(into writer: inout PackedWriter) { writer.put(records) }
}
