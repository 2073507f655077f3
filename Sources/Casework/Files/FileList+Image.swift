import SubsidyRules

/// A list as bytes: units, names, reasons, rows, the table of ids and the records.
///
/// Rows and table stand as they lie in memory; the image's header says on what kind of machine.
extension FileList {
  /// The places where the records come to stand, one after another in the order of their numbers, and their size in
  /// bytes together.
  func placesInOrder() -> (places: [UInt64], size: Int) {
    var size = 0
    let places = rows.map { row in
      defer { size += pages.size(row.place) }
      return UInt64(size)
    }
    return (places, size)
  }

  /// Appends the record of a filing to a page, as `placesInOrder` counts it.
  func appendRecord(of number: Int, to page: inout [UInt8]) {
    pages.with(rows[number].place) { PackedPages.append($0, to: &page) }
  }

  /// Gives the list to `send`, behind what is still in the writer, a part at a time: a large office's records are not
  /// copied all at once.
  func write<Failure: Error>(
    with writer: inout PackedWriter, to send: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let list = unshared()
    writer.put(list.units.heads, list.nameTexts)
    writer.list(list.becauseList) { writer, because in
      writer.list(because.reasons) { $0.reason($1) }
      writer.list(because.warnings) { $0.warning($1) }
    }
    let (places, size) = list.placesInOrder()
    var rows = list.rows
    for number in rows.indices { rows[number].place = places[number] }
    writer.block(rows)
    writer.block(list.idPlaces)
    writer.count(size)
    for number in list.indices {
      list.appendRecord(of: number, to: &writer.bytes)
      if writer.bytes.count >= Self.imagePart { try writer.send(to: send) }
    }
    try writer.send(to: send)
  }

  /// About how many bytes of an image are written at once.
  private static var imagePart: Int { 1 << 18 }

  /// Reads a list whose records stay where they stand in `image`, of which `reader` reads; nil where the bytes
  /// are none.
  init?(from reader: inout PackedReader, image: [UInt8]) {
    let units = Units(heads: reader.next())
    let names: [String] = reader.next()
    let becauses = reader.list { reader in
      Because(reasons: reader.list { $0.reason() }, warnings: reader.list { $0.warning() })
    }
    var rows = reader.block(of: FileRow.self)
    let places = reader.block(of: UInt32.self)
    let records = reader.skipBlock()
    guard !reader.failed, !becauses.isEmpty, let ids = NumberTable(places: places, count: rows.count) else {
      return nil
    }
    for number in rows.indices { rows[number].place &+= UInt64(records.lowerBound) }
    self.init(
      rows: rows, records: image, names: NameTable(names), becauses: BecauseTable(becauses), ids: ids)
    self.units = units
  }
}

extension PackedWriter {
  /// Gives what was written so far to `send` and begins anew.
  mutating func send<Failure: Error>(to send: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    try send(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout PackedWriter, Value) -> Void) {
    count(values.count)
    for value in values { write(&self, value) }
  }

  /// Values as they lie in memory, after their size in bytes.
  mutating func block<Value: BitwiseCopyable>(_ values: [Value]) {
    values.withUnsafeBytes { block in
      count(block.count)
      bytes.append(contentsOf: block)
    }
  }

  mutating func reason(_ reason: Reason) {
    let (kind, text) =
      switch reason {
      case .missing(let input): (0, input)
      case .invalid(let input): (1, input)
      case .applicantKind: (2, "")
      case .notLocal: (3, "")
      case .outsideValidity: (4, "")
      case .eventAfterReceived: (5, "")
      case .numberAfterEvent: (6, "")
      case .patentType: (7, "")
      case .condition(let input): (8, input)
      // As its code has it: no input is called so.
      case .neededAward: (8, "needs")
      case .belowThreshold: (9, "")
      case .shareTooLow: (10, "")
      case .window: (11, "")
      case .duplicate(let filing): (12, filing)
      case .cap(let cap): (13, cap)
      }
    count(kind)
    self.text(text)
  }

  mutating func warning(_ warning: Warning) {
    switch warning {
    case .retroactive: text("")
    case .readingDiffers(let reading): text(reading)
    }
  }
}

extension PackedReader {
  mutating func block<Value: BitwiseCopyable>(of type: Value.Type) -> [Value] {
    let range = skipBlock()
    let stride = MemoryLayout<Value>.stride
    guard range.count.isMultiple(of: stride) else {
      fail()
      return []
    }
    return [Value](unsafeUninitializedCapacity: range.count / stride) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
      count = range.count / stride
    }
  }

  /// Steps over a block and gives the bytes it stands in.
  mutating func skipBlock() -> Range<Int> {
    let length = count()
    let range = place..<place + length
    place = range.upperBound
    return range
  }

  mutating func reason() -> Reason {
    let kind = number()
    let text = text()
    switch kind {
    case 0: return .missing(text)
    case 1: return .invalid(text)
    case 2: return .applicantKind
    case 3: return .notLocal
    case 4: return .outsideValidity
    case 5: return .eventAfterReceived
    case 6: return .numberAfterEvent
    case 7: return .patentType
    case 8: return Reason(code: "condition:" + text) ?? .condition(text)
    case 9: return .belowThreshold
    case 10: return .shareTooLow
    case 11: return .window
    case 12: return .duplicate(text)
    case 13: return .cap(text)
    default:
      fail()
      return .window
    }
  }

  mutating func warning() -> Warning {
    let reading = text()
    return reading.isEmpty ? .retroactive : .readingDiffers(reading)
  }
}
