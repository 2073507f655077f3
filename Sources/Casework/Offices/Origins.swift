/// Of which office each filing is, where several offices are looked at together; empty in a single office.
public struct Origins: Hashable, Sendable {
  /// The office of another that keeps a filing.
  public struct Origin: Hashable, Sendable {
    /// The filing as its office has it.
    public var filing: OfficeFiling
    /// What commands call the office.
    public var office: String
    /// The places of the city's own steps in the filing's history.
    var cityEntries: Set<Int>

    /// Whether the entry at a place of the filing's history is the city's own.
    public func isOfCity(entry: Int) -> Bool { cityEntries.contains(entry) }
  }

  /// The numbers of an office's filings.
  struct Span: Hashable, Sendable {
    var numbers: Range<Int>
    var writer: String
    var office: String
  }

  /// An office's filings stand together, by their numbers.
  private(set) var offices: [Span] = []
  /// Of filings whose number the office has given another name, or that the city has taken steps on.
  private(set) var told: [Int: Origin] = [:]

  public init() {}

  /// No filing of another office is there.
  public var isEmpty: Bool { offices.isEmpty }

  /// Some filings are an office's.
  mutating func put(_ numbers: Range<Int>, of writer: String, office: String) {
    if !numbers.isEmpty { offices.append(Span(numbers: numbers, writer: writer, office: office)) }
  }

  /// The numbers of a writer's filings.
  func numbers(of writer: String) -> [Int] {
    offices.filter { $0.writer == writer }.flatMap { Array($0.numbers) }
  }

  /// The numbers of an office's filings, which stand together; the city's own stand before those of all others.
  func numbers(of office: String, isCity: Bool) -> Range<Int>? {
    if isCity { return offices.first.map { 0..<$0.numbers.lowerBound } }
    let own = offices.filter { $0.office == office }
    guard let first = own.first, let last = own.last else { return 0..<0 }
    return first.numbers.lowerBound..<last.numbers.upperBound
  }

  mutating func tell(_ origin: Origin, of number: Int) { told[number] = origin }

  /// The id of a filing that stands under another than its office gave it.
  func name(of filing: OfficeFiling, _ id: (Int) -> String) -> String? {
    told.first { $0.value.filing == filing }.map { id($0.key) }
  }

  /// The number of the first filing of the office whose a filing is; nil where it is the city's own.
  func first(beside number: Int) -> Int? {
    offices.first { $0.numbers.contains(number) }?.numbers.lowerBound
  }

  /// The office that keeps a filing, where no step of the city's stands on it; nil of all others.
  func plainWriter(of number: Int) -> String? {
    told[number] == nil ? offices.first { $0.numbers.contains(number) }?.writer : nil
  }

  func origin(of number: Int, id: String) -> Origin? {
    if let told = told[number] { return told }
    guard let office = offices.first(where: { $0.numbers.contains(number) }) else { return nil }
    return Origin(
      filing: OfficeFiling(writer: office.writer, id: id), office: office.office, cityEntries: [])
  }
}

extension OfficeState {
  /// The id that another office's filing has among all; nil where it is not there.
  public func id(among filing: OfficeFiling) -> String? {
    if origin(of: filing.id)?.filing == filing { return filing.id }
    // Another's number was given twice: it stands under a name of its own.
    return joint.origins.name(of: filing) { files.id(of: $0) }
  }

  /// Whose a filing is; nil where it is the office's own.
  public func origin(of filing: String) -> Origins.Origin? {
    guard !joint.origins.isEmpty, let number = number(ofFile: filing) else { return nil }
    return joint.origins.origin(of: number, id: filing)
  }
}
