import CaseModel
public import JSONText
public import SubsidyRules

extension Value {
  /// A value as a trace writes it: a sum has two decimals, a percentage its sign, a day two hyphens, an application
  /// number its check digit behind a dot; everything else is a text.
  init(written text: String) {
    if text.hasSuffix("%"), let percentage = Percentage(text) {
      self = .percentage(percentage)
    } else if text.utf8.dropLast(2).last == UInt8(ascii: "."), let money = Money(text),
      money.description == text
    {
      self = .money(money)
    } else if let day = CivilDate(text) {
      self = .date(day)
    } else if text.utf8.dropLast(1).last == UInt8(ascii: "."), let number = Self.application(text) {
      self = .patent(number)
    } else {
      self = .text(text)
    }
  }

  /// As it stands; a wrong check digit was accepted when it was judged.
  private static func application(_ text: String) -> ApplicationNumber? {
    switch ApplicationNumber.read(text) {
    case .number(let number) where number.description == text: number
    case .wrongCheck(let number) where number.description == text: number
    default: nil
    }
  }

  /// Reads a value; nil for `null`, `isText` where a text looks like something else.
  fileprivate static func read(_ reader: inout JSONReader, isText: Bool = false) throws(JSONError) -> Value? {
    switch try reader.peek() {
    case .null:
      try reader.null()
      return nil
    case .string:
      let text = try reader.string()
      return isText ? .text(text) : Value(written: text)
    case .number: return .number(try reader.integer())
    case .bool: return .flag(try reader.bool())
    case .array, .object: throw reader.error(.expected("value"))
    }
  }
}

extension Trace: JSONValue {
  /// Reads the nodes, as `write` wrote them.
  public init(json reader: inout JSONReader) throws(JSONError) {
    self.init()
    try reader.beginArray()
    while try reader.nextElement() { nodes.append(try Node(JSONMembers(json: &reader))) }
  }
}

extension Trace.Node {
  fileprivate init(_ record: JSONMembers) throws(JSONError) {
    let operation: Trace.Operation = try record.value("op")
    var result = try record.reader(of: "result")
    let reason = (try record.optional("reason") as String?).flatMap(Reason.init(code:))
    guard (reason != nil) == record.has("reason") else { throw try record.expected("reason", "reason") }
    self.init(
      step: try record.value("step"), article: try record.value("article"), operation: operation,
      operands: try Self.operands(record, operation),
      result: try Value.read(&result, isText: record.flag("text")), reason: reason,
      name: try record.optional("name"), reading: try record.optional("reading"))
  }

  private static func operands(
    _ record: JSONMembers, _ operation: Trace.Operation
  ) throws(JSONError) -> [Trace.Operand] {
    var operands: [Trace.Operand] = []
    var reader = try record.reader(of: "operands")
    try reader.beginArray()
    while try reader.nextElement() {
      let isName = operation.names(at: operands.count)
      let mayBeServed = operation == .room || operation == .fact
      operands.append(try Trace.Operand.read(&reader, isName: isName, isServed: mayBeServed))
    }
    return operands
  }
}

extension Trace.Operation {
  /// Whether an operand is a name: of an input, fact, figure, cap, holder or key, or a comparison.
  fileprivate func names(at place: Int) -> Bool {
    switch self {
    case .input, .figure: place == 0
    case .room, .first, .fact: place < 2
    case .holds, .holdsShare: place == 1
    default: false
    }
  }
}

extension Trace.Operand {
  fileprivate static func read(
    _ reader: inout JSONReader, isName: Bool, isServed: Bool
  ) throws(JSONError) -> Trace.Operand {
    switch try reader.peek() {
    case .string where isName: return .name(try reader.string())
    case .object: return .step(try step(&reader))
    case .array where isServed: return .summary(try summary(&reader))
    case .array: return try list(&reader)
    default: return try Value.read(&reader).map(Trace.Operand.value) ?? .none
    }
  }

  private static func step(_ reader: inout JSONReader) throws(JSONError) -> Int {
    try JSONMembers(json: &reader).value("step")
  }

  /// Steps or texts; an empty list is one of steps, since a list of texts is a policy's and never empty.
  private static func list(_ reader: inout JSONReader) throws(JSONError) -> Trace.Operand {
    var texts: [String] = []
    var steps: [Int] = []
    try reader.beginArray()
    while try reader.nextElement() {
      if try reader.peek() == .string {
        texts.append(try reader.string())
      } else {
        steps.append(try step(&reader))
      }
    }
    return texts.isEmpty ? .steps(steps) : .texts(texts)
  }

  private static func summary(_ reader: inout JSONReader) throws(JSONError) -> ServedSummary {
    func next() throws(JSONError) {
      guard try reader.nextElement() else { throw reader.error(.expected("[count, sum, sha256]")) }
    }
    try reader.beginArray()
    try next()
    let count = try reader.integer()
    try next()
    guard let sum = MoneyTotal(try reader.string()) else { throw reader.error(.expected("500.00")) }
    try next()
    let hash = try reader.string()
    guard try !reader.nextElement() else { throw reader.error(.expected("]")) }
    return ServedSummary(count: count, sum: sum, sha256: hash)
  }
}
