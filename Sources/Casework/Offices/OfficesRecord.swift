import CaseModel

// What an office knows of others, as bytes.

extension OfficesBook: Packed {
  init(from reader: inout PackedReader) {
    self.init()
    (enrolled, rulings, steps) = (reader.next(), reader.next(), reader.next())
    (city, joinedAt) = (reader.next(), reader.next())
    bundles = reader.list { .init(number: $0.next(), sequence: $0.next(), at: $0.next()) }
    taken = reader.next()
    (takenSteps, recalledSteps) = (reader.lines(), reader.lines())
    (ownApprovals, jointSnapshot, holidays) = (reader.next(), reader.next(), reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(enrolled, rulings, steps, city, joinedAt)
    writer.list(bundles) { $0.put($1.number, $1.sequence, $1.at) }
    writer.put(taken)
    writer.lines(takenSteps)
    writer.lines(recalledSteps)
    writer.put(ownApprovals, jointSnapshot, holidays)
  }
}

extension WorkCalendar: Packed {
  init(from reader: inout PackedReader) {
    let years = reader.list { ($0.integer(), Year(off: $0.next(), work: $0.next())) }
    self.init(Dictionary(first: years))
  }

  func pack(into writer: inout PackedWriter) {
    writer.list(years.sorted { $0.key < $1.key }) { $0.put($1.key, $1.value.off, $1.value.work) }
  }
}

extension SaveName: Packed {
  init(from reader: inout PackedReader) {
    self.init(epoch: reader.next(), sequence: reader.next(), at: reader.next(), filing: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(epoch, sequence, at, filing) }
}

extension PackedWriter {
  mutating func lines(_ lines: [SaveName: Int]) {
    list(lines.sorted { $0.key < $1.key }) { $0.put($1.key, $1.value) }
  }
}

extension PackedReader {
  mutating func lines() -> [SaveName: Int] {
    Dictionary(first: list { ($0.next(), $0.integer()) })
  }
}

extension EnrolledOffice: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      name: reader.next(), district: reader.next(), letter: reader.next(), enrolment: reader.next())
    (writer, admittedAt, gathered) = (reader.next(), reader.next(), reader.next())
    (partings, retiredBy) = (reader.next(), reader.next())
    gatherings = reader.list { .init(save: $0.next(), at: $0.next(), sequence: $0.next()) }
    (replies, repliedAt, recovered) = (reader.next(), reader.next(), reader.next())
    (closes, returned, snapshot) = (reader.next(), reader.next(), reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(name, district, letter, enrolment, self.writer, admittedAt, gathered, partings, retiredBy)
    writer.list(gatherings) { $0.put($1.save, $1.at, $1.sequence) }
    writer.put(replies, repliedAt, recovered, closes, returned, snapshot)
  }
}

extension NamedSnapshot: Packed {
  init(from reader: inout PackedReader) { self.init(head: reader.next(), sum: reader.next()) }
  func pack(into writer: inout PackedWriter) { writer.put(head, sum) }
}

extension YearClose: Packed {
  init(from reader: inout PackedReader) {
    self.init(year: reader.next(), seal: reader.next(), note: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(year, seal, note) }
}

extension CityLink: Packed {
  init(from reader: inout PackedReader) {
    self.init(name: reader.next(), city: reader.next(), office: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(name, city, office) }
}

extension OfficeWriter: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      store: reader.next(), writer: reader.next(), signing: reader.next(), opening: reader.next(),
      isTrial: reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(store, self.writer, signing, opening, isTrial)
  }
}

extension GatheredHead: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      writer: reader.next(), head: reader.next(), segment: reader.next(), size: reader.next(),
      bundle: reader.next(), file: reader.next(), cover: reader.next())
    at = reader.next()
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(self.writer, head, segment, size, bundle, file, cover, at)
  }
}

extension CoverLine: Packed {
  init(from reader: inout PackedReader) {
    self.init(item: reader.name(), filings: reader.next(), award: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(Name(item), filings, award) }
}

extension PartedHistory: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      writer: reader.next(), after: reader.next(), known: reader.next(), other: reader.next(),
      bundle: reader.next(), file: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(self.writer, after, known, other, bundle, file) }
}

extension OfficeRecord: Packed {
  init(from reader: inout PackedReader) { self.init(writer: reader.name(), id: reader.next()) }
  func pack(into writer: inout PackedWriter) { writer.put(Name(self.writer), id) }
}

extension OfficeFiling: Packed {
  init(from reader: inout PackedReader) { self.init(writer: reader.name(), id: reader.next()) }
  func pack(into writer: inout PackedWriter) { writer.put(Name(self.writer), id) }
}

extension Ruling.Verdict: Packed {
  init(from reader: inout PackedReader) {
    self =
      switch reader.integer() {
      case 0: .link
      case 1: .distinct
      case 2: .keep(reader.next())
      case 3: .head(reader.next())
      case 4: .confirm
      case 5: .noted
      case 6: .forkKeep(reader.next())
      case 7: .void
      case 8: .map(reader.next())
      default: reader.failing(.noted)
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .link: writer.put(0)
    case .distinct: writer.put(1)
    case .keep(let filing): writer.put(2, filing)
    case .head(let head): writer.put(3, head)
    case .confirm: writer.put(4)
    case .noted: writer.put(5)
    case .forkKeep(let link): writer.put(6, link)
    case .void: writer.put(7)
    case .map(let code): writer.put(8, code)
    }
  }
}

extension Ruling: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      conflict: reader.next(), verdict: reader.next(), parties: reader.next(), note: reader.next())
    (by, at) = (reader.name(), reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(conflict, verdict, parties, note, Name(by), at)
  }
}

extension Basis: Packed {
  init(from reader: inout PackedReader) {
    self.init(filing: reader.next(), applicant: reader.next(), rules: reader.name())
  }

  func pack(into writer: inout PackedWriter) { writer.put(filing, applicant, Name(rules)) }
}

extension CityStep: Packed {
  init(from reader: inout PackedReader) {
    let (filing, basis): (OfficeFiling, Basis) = (reader.next(), reader.next())
    let entry: HistoryEntry = reader.next()
    guard case .stepped(let taken) = entry.deed else {
      reader.fail()
      self.init(filing: filing, basis: basis, step: StepTaken(.undo, day: .first))
      return
    }
    self.init(filing: filing, basis: basis, step: taken)
    (by, at, day, sequence) = (entry.by, entry.at, entry.day, entry.sequence)
    epoch = reader.next()
  }

  func pack(into writer: inout PackedWriter) { writer.put(filing, basis, entry, epoch) }
}

extension TakenReply: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      number: reader.next(), writer: reader.next(), head: reader.next(), acknowledged: reader.next(),
      steps: reader.next(), reopened: reader.next(), file: reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(number, self.writer, head, acknowledged, steps, reopened, file)
  }
}
