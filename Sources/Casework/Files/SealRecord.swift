import CaseModel

// Sealed years as bytes.

extension YearSeal: Packed {
  init(from reader: inout PackedReader) {
    let (year, head, note) = (reader.integer(), reader.text(), reader.text())
    let (by, at, sequence) = (reader.name(), reader.text(), reader.integer())
    self.init(year: year, head: head, sums: YearSums(lines: reader.next()), note: note)
    (self.by, self.at, self.sequence, heads) = (by, at, sequence, reader.next())
    opening = reader.optional {
      .init(note: $0.next(), by: $0.name(), at: $0.next(), sequence: $0.next())
    }
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(year, head, note, Name(by), at, sequence, sums.lines, heads)
    writer.optional(opening) { $0.put($1.note, Name($1.by), $1.at, $1.sequence) }
  }
}

extension YearSums.Line: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      item: reader.name(), filings: reader.next(), requested: reader.next(), committed: reader.next(),
      paid: reader.next(), returned: reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(Name(item), filings, requested, committed, paid, returned)
  }
}

extension LineName: Packed {
  init(from reader: inout PackedReader) {
    self.init(epoch: reader.next(), sequence: reader.next(), link: reader.next())
  }

  func pack(into writer: inout PackedWriter) { writer.put(epoch, sequence, link) }
}
