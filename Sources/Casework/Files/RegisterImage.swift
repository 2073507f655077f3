import CaseModel

/// The work register as bytes.
extension RecordWriter {
  mutating func register(_ register: WorkRegister) {
    list(register.records) { writer, record in
      writer.text(record.entry.id)
      writer.name(record.entry.kind)
      writer.name(record.entry.district)
      writer.list(record.entry.values) { $0.input($1) }
      writer.list(record.hands) { writer, hand in
        writer.name(hand.by)
        writer.text(hand.at)
      }
      writer.optional(record.struckOut) { $0.text($1) }
      writer.optional(record.office) { $0.name($1) }
    }
  }
}

extension RecordReader {
  mutating func register() -> WorkRegister {
    var register = WorkRegister()
    let records = list { reader in
      var record = RegisterRecord(
        entry: RegisterEntry(
          id: reader.text(), kind: reader.name(), district: reader.name(), values: reader.list { $0.input() }),
        hands: reader.list { RegisterRecord.Hand(by: $0.name(), at: $0.text()) },
        struckOut: reader.optional { $0.text() })
      record.office = reader.optional { $0.name() }
      return record
    }
    for record in records { register.keep(record) }
    return register
  }
}
