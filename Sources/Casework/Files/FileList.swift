import CaseModel
import SubsidyRules

/// The office's filings by number, in the order in which they were entered.
///
/// Each is kept as a short record of bytes that is read when somebody looks at it, and a row of what lists and
/// sums need. So an office of a hundred thousand filings takes some twenty megabytes, and is there as soon as its
/// bytes are. A filing that changes is kept as it is for a while and written again with others.
public struct FileList: RandomAccessCollection, Sendable {
  public private(set) var rows: [FileRow]
  private(set) var pages: PackedPages
  private(set) var writer = PackedWriter(bytes: [], names: NameTable())
  private var becauses: BecauseTable
  private(set) var ids: NumberTable
  private var chains: FilingChains
  /// Filings that changed since their record was written.
  private var changed: [Int: FiledFiling] = [:]
  /// Day and id behind which nobody stands in the order of receipt; it stays where whoever stood there is moved forward.
  private var end: (day: Int32, id: String)?
  /// The numbers that lists and sums go through, where one office is looked at among others; nil for all. Whatever is
  /// looked up by number or id is there whether it is shown or not.
  var shown: Range<Int>?
  /// Which applicants are one.
  var units = Units()
  /// How many changed filings are kept at least before they are written: most filings change again within weeks.
  var mostChanged = 16_384

  init() {
    self.init(rows: [], records: [], names: NameTable(), becauses: BecauseTable(), ids: NumberTable())
  }

  /// A list of records that stand in `records` where their rows say, under page 0.
  init(rows: [FileRow], records: [UInt8], names: NameTable, becauses: BecauseTable, ids: NumberTable) {
    self.rows = rows
    pages = PackedPages(records)
    self.becauses = becauses
    self.ids = ids
    chains = FilingChains(rows, names: names.texts.count)
    writer.names = names
    let lastDay = rows.lazy.map(\.receivedDay).max()
    for number in rows.indices where rows[number].receivedDay == lastDay { noteEnd(number) }
  }

  // MARK: - Looking

  public var startIndex: Int { shown?.lowerBound ?? 0 }
  public var endIndex: Int { shown?.upperBound ?? rows.count }

  public subscript(number: Int) -> FiledFiling {
    let file = changed[number] ?? record(number)
    return units.isEmpty ? file : file.counted(in: units)
  }

  /// The number of a filing; nil where there is none of this id.
  public func number(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { utf8 in
      let (rows, pages) = (rows, pages)
      return ids.number(hash: NumberTable.hash(utf8)) { number in
        pages.withID(rows[number].place) { $0.elementsEqual(utf8) }
      }
    }
  }

  public func id(of number: Int) -> String { withID(of: number) { String(decoding: $0, as: UTF8.self) } }

  /// Whether some bytes stand in a filing's id; none stand nowhere.
  func id(of number: Int, holds part: [UInt8]) -> Bool {
    withID(of: number) { id in
      guard !part.isEmpty, part.count <= id.count else { return false }
      return (0...(id.count - part.count)).contains { start in
        part.indices.allSatisfy { id[start + $0] == part[$0] }
      }
    }
  }

  /// What a filing states, without its story, which takes longer to read.
  func filing(_ number: Int) -> Filing {
    statement(number).filing
  }

  /// What a filing states, and its facts as of receipt.
  func statement(_ number: Int) -> (filing: Filing, received: FactsAtReceipt) {
    if let file = changed[number] { return (file.filing, file.received) }
    return reading(number) { $0.filing(rows[number]) }
  }

  /// The texts that some inputs of a filing state, by its record, of which nothing else is made; of one that changed lately
  /// all that it states.
  func texts(of number: Int, in inputs: Set<NameNumber>) -> [String] {
    if let file = changed[number] { return file.filing.inputs.compactMap(\.text) }
    var texts: [String] = []
    _ = reading(number) { reader in
      reader.head { name, input in
        if case .text(let text) = input, inputs.contains(name) {
          texts.append(String(decoding: text, as: UTF8.self))
        }
      }
    }
    return texts
  }

  /// Where a filing stands in its story, by its record, of which little is read.
  func standing(of number: Int) -> Standing {
    if let file = changed[number] { return file.standing }
    return reading(number) { $0.standing() }
  }

  /// The filings that use room in the family of a head.
  func numbers(inFamilyOf head: String) -> [Int] {
    rows.indices.filter { number in
      let received = statement(number).received
      return received.family == head || received.further.contains(head)
    }
  }

  public func item(of row: FileRow) -> String { writer.names[row.item] }
  public func applicant(of row: FileRow) -> String { writer.names[row.applicant] }
  public func district(of row: FileRow) -> String { writer.names[row.district] }

  func name(_ number: NameNumber) -> String { writer.names[number] }

  /// The number that rows have for a text that they name; nil where no row does.
  func name(_ text: String) -> NameNumber? { writer.names.known(text) }

  /// The numbers of an applicant's filings, in the order in which they were entered.
  public func numbers(ofApplicant id: String) -> [Int] {
    let numbers = name(id).map(chains.numbers) ?? []
    return shown == nil ? numbers : numbers.filter(indices.contains)
  }

  /// The districts that filings' applicants had as of receipt.
  var districts: Set<String> { Set(Set(rows.map(\.district)).map { writer.names[$0] }) }

  /// The items that there are filings of.
  public var items: Set<String> { Set(Set(indices.map { rows[$0].item }).map { writer.names[$0] }) }

  /// Those whose filings these are, by their ids.
  var applicants: Set<String> { Set(Set(indices.map { rows[$0].applicant }).map { writer.names[$0] }) }

  /// The numbers of the filings of some items, in the order in which they were entered.
  public func numbers(ofItems ids: Set<String>) -> [Int] {
    let names = Set(ids.compactMap(writer.names.known))
    return rows.indices.filter { names.contains(rows[$0].item) }
  }

  /// Whether one filing was received before another; on one day by id in UTF-8 bytes.
  public func precedes(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (rows[a], rows[b])
    guard first.receivedDay == second.receivedDay else { return first.receivedDay < second.receivedDay }
    // The pages alone, since a list is dear to hand on.
    let pages = pages
    return pages.withID(first.place) { a in pages.withID(second.place) { a.lexicographicallyPrecedes($0) } }
  }

  /// Whether a filing comes behind all that are here in the order of receipt, so that it takes nothing from anybody.
  func isBehindAll(_ filing: Filing) -> Bool {
    guard let end else { return true }
    let day = Int32(filing.received.dayNumber)
    return day == end.day ? end.id.utf8.lexicographicallyPrecedes(filing.id.utf8) : day > end.day
  }

  private mutating func noteEnd(_ number: Int) {
    let day = rows[number].receivedDay
    if let end, day < end.day { return }
    let id = id(of: number)
    if let end, day == end.day, id.utf8.lexicographicallyPrecedes(end.id.utf8) { return }
    end = (day, id)
  }

  // MARK: - Judging

  /// Judges every filing by itself, on as many cores as there are.
  func judged(under policy: Policy) -> JudgedFiles {
    var all = JudgedFiles()
    all.reserve(rows.count)
    for piece in inPieces(rows.count, { judged($0, under: policy) }) { all.append(piece) }
    return all
  }

  private func judged(_ numbers: Range<Int>, under policy: Policy) -> JudgedFiles {
    var judge = PackedJudge(policy, names: writer.names, units: units)
    judge.reserve(numbers.count)
    for number in numbers {
      if let file = changed[number] {
        judge.judge(file.counted(in: units))
      } else {
        let base = pages.base(of: rows[number].place)
        pages.with(rows[number].place) { judge.judge($0, base: base, rows[number]) }
      }
    }
    return judge.files
  }

  /// Puts what every filing comes to in place, as it was judged and as a ledger gives.
  mutating func take(_ judged: JudgedFiles, settledIn ledger: Ledger) {
    let numbers = judged.becauses.all.map { becauses.number(of: $0) }
    for number in rows.indices {
      let verdict = judged.verdicts[number]
      rows[number] = rows[number].with(
        verdict, award: ledger.award(of: number), because: numbers[verdict.because.place])
      if verdict.isOpen, !ledger.isPlain(number), let settlement = ledger.settlement(number) {
        var decision = rows[number].decision(becauses[rows[number].because])
        decision.take(settlement)
        setDecision(decision, of: number)
      } else if changed[number] != nil {
        changed[number]?.decision = rows[number].decision(becauses[rows[number].because])
      }
    }
  }

  // MARK: - Changing

  mutating func append(_ file: FiledFiling) {
    var id = file.filing.id
    let hash = id.withUTF8 { NumberTable.hash($0) }
    add(row(for: file, at: write(file)), hash)
  }

  /// Takes another list's filings in as they stand, their records shared and not copied: `shares` says which, of the others
  /// `other` gives what is to be appended, if anything.
  ///
  /// One whose id is taken is never shared. Nothing may change a shared list's records but by writing them anew, which
  /// lists do.
  mutating func share(
    _ list: FileList, _ shares: (Int) -> Bool, other: (inout FileList, Int) -> Void
  ) {
    let list = list.written()
    let base = writer.names.join(list.writer.names)
    let first = pages.share(list.pages, base: base)
    let numbers = list.becauses.all.map { becauses.number(of: $0) }
    let hashes = inParallel(list.count) { numbers in
      numbers.map { list.withID(of: $0, NumberTable.hash) }
    }
    for number in list.rows.indices {
      guard let first, shares(number) else {
        other(&self, number)
        continue
      }
      let hash = hashes[number]
      guard !isTaken(list.rows[number].place, in: list.pages, hash) else {
        other(&self, number)
        continue
      }
      var row = list.rows[number]
      row.place += UInt64(first) << 32
      row.applicant = writer.names.first(of: row.applicant, from: base)
      row.item = writer.names.first(of: row.item, from: base)
      row.district = writer.names.first(of: row.district, from: base)
      row.because = numbers.indices.contains(row.because.place) ? numbers[row.because.place] : .nothing
      add(row, hash)
    }
  }

  /// Whether there is a filing of the id, with its hash, of a record in some pages.
  private func isTaken(_ place: UInt64, in others: PackedPages, _ hash: UInt64) -> Bool {
    let (rows, pages) = (rows, pages)
    return ids.number(hash: hash) { known in
      pages.withID(rows[known].place) { id in others.withID(place) { id.elementsEqual($0) } }
    } != nil
  }

  /// Makes room for so many filings, and for looking among them whether an id is taken, which it mostly is not.
  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    ids.grow(rows.indices.map { withID(of: $0, NumberTable.hash) }, to: count * 2)
  }

  /// Puts a row behind the others, whose id has a hash.
  private mutating func add(_ row: FileRow, _ hash: UInt64) {
    rows.append(row)
    chains.append(row.applicant)
    if ids.isFull { ids.grow(rows.indices.dropLast().map { withID(of: $0, NumberTable.hash) }) }
    ids.append(hash: hash)
    noteEnd(rows.count - 1)
  }

  /// The heads in whose families a filing counts as of receipt, by its record: their numbers among the names.
  func familyNumbers(_ number: Int) -> [NameNumber] {
    if let file = changed[number] { return file.received.heads.compactMap(writer.names.known) }
    let facts = reading(number) { $0.head().facts }
    return [facts.family] + facts.further
  }

  /// Puts another decision in place; its working is not kept.
  mutating func setDecision(_ decision: Decision, of number: Int) {
    let because = becauses.number(of: Because(reasons: decision.reasons, warnings: decision.warnings))
    rows[number] = rows[number].with(decision, because: because)
    changed[number]?.decision = decision
  }

  /// Changes a filing where it is kept, so that its history is not copied for one more entry.
  mutating func change(_ number: Int, _ work: (inout FiledFiling) -> Void) {
    if changed.index(forKey: number) == nil { changed[number] = record(number) }
    guard let place = changed.index(forKey: number) else { return }
    work(&changed.values[place])
    let before = rows[number]
    rows[number] = row(for: changed.values[place], at: before.place, before: before)
    chains.move(number, from: before.applicant, to: rows[number].applicant)
    if rows[number].receivedDay > before.receivedDay { noteEnd(number) }
    // A large office has more of them on the way at once.
    if changed.count >= Swift.max(mostChanged, rows.count / 16) { tidy() }
  }

  /// The row of a filing; `before` is the one it had, whose names are mostly those it has.
  private mutating func row(for file: FiledFiling, at place: UInt64, before: FileRow? = nil) -> FileRow {
    let row = FileRow(
      place: place, file.filing, applicant: number(of: file.filing.applicant, before?.applicant),
      item: number(of: file.filing.item, before?.item),
      district: number(of: file.received.district, before?.district))
    let because = Because(reasons: file.decision.reasons, warnings: file.decision.warnings)
    return row.with(file.decision, because: becauses.number(of: because))
  }

  private mutating func number(of name: String, _ before: NameNumber?) -> NameNumber {
    if let before, writer.names[before] == name { return before }
    return writer.names.number(of: name)
  }

  /// Writes changed filings' records, so that nothing but bytes is kept of them; records that were written anew
  /// are cleared away once they take much room.
  mutating func tidy() {
    writeChanged()
    guard pages.isWasteful else { return }
    let places = pages.compact(keeping: rows.map(\.place))
    for number in rows.indices { rows[number].place = places[number] }
  }

  /// The same at the end of much work: nothing is kept for filings that might change.
  mutating func putAway() {
    tidy()
    changed = [:]
  }

  private mutating func writeChanged() {
    for number in changed.keys.sorted() {
      guard let file = changed[number] else { continue }
      pages.give(up: rows[number].place)
      rows[number] = row(for: file, at: write(file), before: rows[number])
    }
    changed.removeAll(keepingCapacity: true)
  }

  /// The same list with all records in pages; those of changed filings stand behind the others.
  func written() -> FileList {
    guard !changed.isEmpty else { return self }
    var list = self
    list.writeChanged()
    return list
  }

  /// Whether some of its records stand in other lists too.
  var isShared: Bool { pages.areShared }

  /// The same list with all records in pages of its own: whatever keeps it as bytes can't speak of another's names.
  func unshared() -> FileList {
    guard isShared else { return written() }
    var list = FileList()
    list.units = units
    for number in rows.indices { list.append(changed[number] ?? record(number)) }
    return list
  }

  // MARK: - Parts, for an image

  var nameTexts: [String] { writer.names.texts }
  var becauseList: [Because] { becauses.all }
  var idPlaces: [UInt32] { ids.places }

  // MARK: - Records

  /// A filing from its record, which reads: it was written here, or looked at when an image was read (`holdsTogether`).
  private func record(_ number: Int) -> FiledFiling {
    let row = rows[number]
    return reading(number) { FiledFiling(from: &$0, row: row, because: becauses[row.because]) }
  }

  private func reading<Value>(_ number: Int, _ read: (inout PackedReader) -> Value) -> Value {
    let place = rows[number].place
    return pages.with(place) { bytes in
      var reader = PackedReader(bytes, from: 0, names: writer.names, base: pages.base(of: place))
      return read(&reader)
    }
  }

  /// Writes a record behind the others and gives its place.
  private mutating func write(_ file: FiledFiling) -> UInt64 {
    writer.bytes.removeAll(keepingCapacity: true)
    file.write(into: &writer)
    return writer.bytes.withUnsafeBytes { pages.append($0) }
  }

  /// The bytes of a filing's id, with which its record begins.
  func withID<Value>(of number: Int, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    pages.withID(rows[number].place, read)
  }
}
