import CaseModel
import SubsidyRules

// What stands in a state only where several offices are looked at together, as bytes.

extension ConflictKind: Packed {
  init(from reader: inout PackedReader) {
    self = ConflictKind(rawValue: reader.next()) ?? reader.failing(.redelivery)
  }

  func pack(into writer: inout PackedWriter) { writer.put(rawValue) }
}

extension OfficeConflict: Packed {
  init(from reader: inout PackedReader) {
    let id = reader.text()
    self.init(reader.next(), about: "", subject: reader.next(), parties: reader.next())
    self.id = id
    writers = reader.list { $0.name() }
    (filings, amount, group) = (reader.next(), reader.next(), reader.next())
    writer = reader.optional { $0.name() }
    keepable = reader.next()
    code = reader.optional { $0.name() }
    cover = reader.optional { .init(said: $0.next(), came: $0.next()) }
    (ruling, earlierRuling) = (reader.next(), reader.next())
    (isInPieces, isOfHeads, isLate, isOfCopies) = (reader.next(), reader.next(), reader.next(), reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(id, kind, subject, parties, writers.map(Name.init), filings, amount, group)
    writer.put(self.writer.map(Name.init), keepable, code.map(Name.init))
    writer.optional(cover) { $0.put($1.said, $1.came) }
    writer.put(ruling, earlierRuling, isInPieces, isOfHeads, isLate, isOfCopies)
  }
}

extension Origins: Packed {
  init(from reader: inout PackedReader) {
    self.init()
    let offices = reader.list {
      (first: $0.integer(), count: $0.integer(), writer: $0.name(), office: $0.name())
    }
    for one in offices {
      let (end, overflows) = one.first.addingReportingOverflow(one.count)
      guard !overflows else {
        reader.fail()
        break
      }
      put(one.first..<end, of: one.writer, office: one.office)
    }
    let told = reader.list {
      ($0.integer(), Origin(filing: $0.next(), office: $0.name(), cityEntries: $0.next()))
    }
    for (number, origin) in told { tell(origin, of: number) }
  }

  func pack(into writer: inout PackedWriter) {
    writer.list(offices) {
      $0.put($1.numbers.lowerBound, $1.numbers.count, Name($1.writer), Name($1.office))
    }
    writer.list(told.sorted { $0.key < $1.key }) {
      $0.put($1.key, $1.value.filing, Name($1.value.office), $1.value.cityEntries)
    }
  }
}

extension WaitingFile: Packed {
  init(from reader: inout PackedReader) {
    self.init(writer: reader.name(), office: reader.name(), bundle: reader.next(), reason: .damaged)
    (lost, reason) = (reader.next(), reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(Name(self.writer), Name(office), bundle, lost, reason)
  }
}

extension WaitingFile.Lost: Packed {
  init(from reader: inout PackedReader) {
    self.init(file: reader.next(), cause: Cause(rawValue: reader.next()) ?? reader.failing(.missing))
  }

  func pack(into writer: inout PackedWriter) { writer.put(file, cause.rawValue) }
}

extension WaitingFile.Reason: Packed {
  init(from reader: inout PackedReader) {
    self =
      switch reader.integer() {
      case 0: .missing(from: reader.next(), upTo: reader.next())
      case 1: .fork(after: reader.next(), known: reader.next(), other: reader.next())
      case 2: .unopened
      case 3: .damaged
      default: reader.failing(.damaged)
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .missing(let from, let last): writer.put(0, from, last)
    case .fork(let after, let known, let other): writer.put(1, after, known, other)
    case .unopened: writer.put(2)
    case .damaged: writer.put(3)
    }
  }
}

extension PaidUncounted: Packed {
  init(from reader: inout PackedReader) { self.init(filing: reader.next(), kept: reader.next()) }
  func pack(into writer: inout PackedWriter) { writer.put(filing, kept) }
}

extension LostVerdicts: Packed {
  init(from reader: inout PackedReader) {
    self.init()
    offices = reader.list {
      .init(writer: $0.name(), name: $0.next(), lines: $0.lines(), untold: $0.next())
    }
  }

  func pack(into writer: inout PackedWriter) {
    writer.list(offices) { writer, office in
      writer.put(Name(office.writer), office.name)
      writer.lines(office.lines)
      writer.put(office.untold)
    }
  }
}
