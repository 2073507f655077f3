import CaseModel
import SubsidyRules

/// A filing with its facts and its story as the bytes of a record.
///
/// The record begins with the filing's id. Stage and decision are not in it: they stand in its row.
extension FiledFiling {
  func write(into writer: inout PackedWriter) {
    writer.text(filing.id)
    writer.name(filing.item)
    writer.name(filing.applicant)
    writer.count(filing.received.dayNumber)
    writer.count(filing.inputs.count)
    for input in filing.inputs { writer.input(input) }
    writer.count(filing.overrides.count)
    for override in filing.overrides {
      writer.name(override.input)
      writer.text(override.reason)
    }
    writer.optional(filing.decided) { $0.money($1) }
    writer.optional(filing.reclaimed) { $0.money($1) }
    writer.facts(received)
    writer.flag(isTakenOver)
    writer.story(self)
  }

  /// Reads a record; nil where the bytes are none.
  init?(from reader: inout PackedReader, row: FileRow, because: Because) {
    let facts = reader.filing(row)
    let isTakenOver = reader.flag()
    let story = reader.story()
    guard !reader.failed, reader.place == reader.bytes.count, let (filing, received) = facts else {
      return nil
    }
    self.init(
      filing, received, row.decision(because), isTakenOver: isTakenOver, standing: story.standing,
      history: story.history,
      marks: story.marks)
  }
}

extension PackedWriter {
  mutating func input(_ input: Filing.Input) {
    name(input.name)
    switch input.value {
    case .null: count(0)
    case .text(let text):
      count(1)
      self.text(text)
    case .count(let number):
      count(2)
      signed(Int64(number))
    case .flag(let flag): count(flag ? 4 : 3)
    case .other(let json):
      count(5)
      text(json)
    }
  }
}

extension PackedReader {
  /// Reads the beginning of a record, which has all that a decision rests on; nil where the bytes are none.
  mutating func filing(_ row: FileRow) -> (Filing, FactsAtReceipt)? {
    let id = text()
    let item = name()
    let applicant = name()
    let day = day()
    let inputs = list { $0.input() }
    let overrides = list { Filing.Override($0.name(), reason: $0.text()) }
    let decided = optional { $0.money() }
    let reclaimed = optional { $0.money() }
    let facts = facts()
    guard !failed else { return nil }
    let filing = Filing(
      id: id, item: item, applicant: applicant, received: day, stage: row.stage, inputs: inputs,
      overrides: overrides, decided: decided, reclaimed: reclaimed)
    return (filing, facts)
  }

  /// The numbers of the heads in whose families the filing counts as of receipt, its own first; none where the bytes mean
  /// nothing.
  mutating func familyNumbers() -> [UInt32] {
    _ = textBytes()
    for _ in 0..<2 { _ = nameNumber() }
    _ = number()
    for _ in 0..<count() where !failed {
      _ = nameNumber()
      _ = textOrRawInput()
    }
    for _ in 0..<count() where !failed {
      _ = nameNumber()
      _ = textBytes()
    }
    for _ in 0..<2 { _ = optional { $0.money() } }
    for _ in 0..<2 { _ = nameNumber() }
    let heads = [nameNumber()] + list { $0.nameNumber() }
    return failed ? [] : heads
  }

  /// Where the filing stands in its story; nil where the bytes mean nothing.
  mutating func standing() -> Standing? {
    _ = familyNumbers()
    _ = flag()
    let standing: Standing = value(.received)
    return failed ? nil : standing
  }

  mutating func input() -> Filing.Input { Filing.Input(name(), rawInput()) }

  mutating func rawInput() -> RawInput { rawInput(of: number()) }

  /// The bytes of an input that is stated as a text; of any other what was stated.
  mutating func textOrRawInput() -> (text: UnsafeRawBufferPointer?, raw: RawInput) {
    let kind = number()
    return kind == 1 ? (textBytes(), .null) : (nil, rawInput(of: kind))
  }

  private mutating func rawInput(of kind: UInt64) -> RawInput {
    switch kind {
    case 0: return .null
    case 1: return .text(text())
    case 2: return .count(Int(signed()))
    case 3: return .flag(false)
    case 4: return .flag(true)
    case 5: return .other(text())
    default:
      fail()
      return .null
    }
  }
}
