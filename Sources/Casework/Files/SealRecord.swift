import CaseModel

/// Sealed years as bytes.
extension RecordWriter {
  mutating func seal(_ seal: YearSeal) {
    count(seal.year)
    text(seal.head)
    text(seal.note)
    name(seal.by)
    text(seal.at)
    count(seal.sequence)
    list(seal.sums.lines) { writer, line in
      writer.name(line.item)
      writer.count(line.filings)
      for sum in [line.requested, line.committed, line.paid, line.returned] { writer.total(sum) }
    }
    list(seal.heads.sorted { $0.key < $1.key }) { writer, head in
      writer.text(head.key)
      writer.count(head.value.epoch)
      writer.count(head.value.sequence)
      writer.text(head.value.link)
    }
    optional(seal.opening) { writer, opening in
      writer.text(opening.note)
      writer.name(opening.by)
      writer.text(opening.at)
      writer.count(opening.sequence)
    }
  }
}

extension RecordReader {
  mutating func seal() -> YearSeal {
    let (year, head, note) = (integer(), text(), text())
    let (by, at, sequence) = (name(), text(), integer())
    let lines = list { reader in
      YearSums.Line(
        item: reader.name(), filings: reader.integer(), requested: reader.total(), committed: reader.total(),
        paid: reader.total(), returned: reader.total())
    }
    var seal = YearSeal(year: year, head: head, sums: YearSums(lines: lines), note: note)
    seal.by = by
    seal.at = at
    seal.sequence = sequence
    seal.heads = Dictionary(
      list { reader in
        (
          reader.text(),
          RecordName(epoch: reader.integer(), sequence: reader.integer(), link: reader.text())
        )
      }, uniquingKeysWith: { first, _ in first })
    seal.opening = optional { reader in
      .init(note: reader.text(), by: reader.name(), at: reader.text(), sequence: reader.integer())
    }
    return seal
  }
}
