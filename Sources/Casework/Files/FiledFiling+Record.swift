import CaseModel
import SubsidyRules

/// A filing with its facts and its story as the bytes of a record.
///
/// The record begins with the filing's id. Stage and decision are not in it: they stand in its row.
extension FiledFiling {
  func write(into writer: inout PackedWriter) {
    writer.put(filing.id, Name(filing.item), Name(filing.applicant), filing.received, filing.inputs)
    writer.list(filing.overrides) { $0.put(Name($1.input), $1.reason) }
    writer.put(filing.decided, filing.reclaimed, received, isTakenOver)
    writer.put(Name(standing.rawValue), history, marks)
  }

  /// Reads a record.
  init(from reader: inout PackedReader, row: FileRow, because: Because) {
    let (filing, received) = reader.filing(row)
    self.init(
      filing, received, row.decision(because), isTakenOver: reader.next(), standing: reader.value(.received),
      history: reader.next(), marks: reader.next())
  }
}

extension Filing.Input: Packed {
  init(from reader: inout PackedReader) { self.init(reader.name(), reader.packedInput().stated) }

  func pack(into writer: inout PackedWriter) {
    writer.name(name)
    switch value {
    case .null: writer.put(0)
    case .text(let text): writer.put(1, text)
    case .count(let number): writer.put(2, Signed(number))
    case .flag(let flag): writer.put(flag ? 4 : 3)
    case .other(let json): writer.put(5, json)
    }
  }
}

extension FactsAtReceipt: Packed {
  init(from reader: inout PackedReader) { self = reader.facts(reader.packedFacts()) }

  func pack(into writer: inout PackedWriter) {
    writer.put(kind, Name(district), Name(family), further.map(Name.init))
  }
}

/// The beginning of a record as it stands, which has all that a decision rests on: a name is its number.
struct PackedHead {
  /// Nothing but while the record's bytes are held.
  var id: UnsafeRawBufferPointer
  var item: NameNumber
  var applicant: NameNumber
  var received: CivilDate
  var decided: Money?
  var reclaimed: Money?
  var facts: PackedFacts
}

/// An applicant's facts as of receipt, as they stand.
struct PackedFacts {
  var kind: NameNumber
  var district: NameNumber
  /// The heads in whose families the filing counts.
  var family: NameNumber
  var further: [NameNumber]
}

extension PackedReader {
  /// Goes through the beginning of a record, the one place that knows how it stands; inputs and overrides are given as they
  /// come, by the numbers of their names.
  mutating func head(
    input: (NameNumber, PackedInput) -> Void = { _, _ in },
    override: (NameNumber, UnsafeRawBufferPointer) -> Void = { _, _ in }
  ) -> PackedHead {
    let id = textBytes()
    let (item, applicant, received) = (nameNumber(), nameNumber(), next() as CivilDate)
    for _ in 0..<count() where !failed { input(nameNumber(), packedInput()) }
    for _ in 0..<count() where !failed { override(nameNumber(), textBytes()) }
    return PackedHead(
      id: id, item: item, applicant: applicant, received: received, decided: next(),
      reclaimed: next(), facts: packedFacts())
  }

  /// What a record's filing states, and its facts as of receipt.
  mutating func filing(_ row: FileRow) -> (Filing, FactsAtReceipt) {
    let names = names
    var (inputs, overrides) = ([Filing.Input](), [Filing.Override]())
    inputs.reserveCapacity(4)
    let head = head(
      input: { inputs.append(Filing.Input(names[$0], $1.stated)) },
      override: { overrides.append(Filing.Override(names[$0], reason: String(decoding: $1, as: UTF8.self))) })
    let filing = Filing(
      id: String(decoding: head.id, as: UTF8.self), item: names[head.item], applicant: names[head.applicant],
      received: head.received, stage: row.stage, inputs: inputs, overrides: overrides, decided: head.decided,
      reclaimed: head.reclaimed)
    return (filing, facts(head.facts))
  }

  /// Where a record's filing stands in its story.
  mutating func standing() -> Standing {
    _ = head()
    _ = flag()
    return value(.received)
  }

  /// Whether the bytes are a record's from end to end, and say what its row says.
  mutating func isRecord(of row: FileRow) -> Bool {
    let head = head()
    _ = (facts(head.facts), flag(), value(.received) as Standing)
    _ = (next() as [HistoryEntry], next() as [Mark])
    return !failed && place == bytes.count
      && (head.item, head.applicant, head.facts.district) == (row.item, row.applicant, row.district)
      && head.received.dayNumber == Int(row.receivedDay)
  }

  /// What an applicant's facts as of receipt stand for.
  mutating func facts(_ packed: PackedFacts) -> FactsAtReceipt {
    FactsAtReceipt(
      kind: value(of: packed.kind, .individual), district: names[packed.district],
      family: names[packed.family], further: packed.further.map { names[$0] })
  }

  fileprivate mutating func packedFacts() -> PackedFacts {
    PackedFacts(
      kind: nameNumber(), district: nameNumber(), family: nameNumber(), further: list { $0.nameNumber() })
  }

  fileprivate mutating func packedInput() -> PackedInput {
    switch number() {
    case 0: .raw(.null)
    case 1: .text(textBytes())
    case 2: .raw(.count(Int(signed())))
    case 3: .raw(.flag(false))
    case 4: .raw(.flag(true))
    case 5: .raw(.other(text()))
    default: failing(.raw(.null))
    }
  }
}

/// An input as it stands in a record: of a text the bytes, of any other what was stated.
enum PackedInput {
  case text(UnsafeRawBufferPointer)
  case raw(RawInput)

  var stated: RawInput {
    switch self {
    case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
    case .raw(let raw): raw
    }
  }
}
