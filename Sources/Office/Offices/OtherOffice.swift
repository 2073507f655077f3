import Casework
import Interchange
import Journal

/// An office of the city as far as its journal was gathered.
struct OtherOffice: Sendable {
  var writer: OfficeWriter
  var end: OtherJournal.End
  var state: OfficeState
  /// The links of its records; that of number 1 first.
  var links: [Link]
  /// Up to which record it counts; nil where all of it does.
  var limit: Int?
  /// Up to which record its last snapshot reaches.
  var covered = 0
  /// Whether its state is known to be what its journal says; not behind a snapshot that nobody has checked.
  var isChecked = true
  /// What it was when a year was sealed in which it has done something since, by year.
  var atSeals: [Int: AtSeal] = [:]
  /// Filings on lines of it that do not count, on which the city has paid.
  var uncounted: [UncountedFiling] = []

  struct AtSeal: Sendable {
    /// The number of the record with which the seal ends.
    var sequence: Int
    var state: OfficeState
  }

  /// Whether a record stands in the journal as far as it counts.
  func holds(_ record: LineName) -> Bool {
    links.indices.contains(record.sequence - 1) && links[record.sequence - 1].hex == record.link
  }

  /// The name of a record by its number; nil where the journal has none.
  func name(of sequence: Int) -> LineName? {
    guard links.indices.contains(sequence - 1) else { return nil }
    return LineName(epoch: end.head.epoch, sequence: sequence, link: links[sequence - 1].hex)
  }

  /// The same with further records taken in.
  func taking(
    _ records: [JournalRecord], to end: OtherJournal.End, _ shelf: PolicyShelf
  ) throws(OfficeError) -> OtherOffice {
    var other = self
    other.end = end
    other.links += records.map(\.head.link)
    if records.count > Self.many { other.state.beginReplay() }
    for record in records {
      let transaction = try OpenOffice.transaction(record)
      try shelf.takeAdopted(in: transaction, into: &other.state)
      other.state.fold(transaction)
    }
    if records.count > Self.many { other.state.settle() }
    return other
  }

  /// The same as far as it counts where its history parts behind a record; nil where nothing of it does.
  func counting(upTo limit: Int, in folder: StoreFolder) throws(OfficeError) -> OtherOffice? {
    if limit < links.count {
      guard case .office(let office) = try OthersReader.read(writer, in: folder, upTo: end, counting: limit)
      else { return nil }
      return office
    }
    var office = self
    if limit == links.count { office.limit = limit }
    return office
  }

  /// An office of which nothing was known.
  ///
  /// - Parameter records: let go as soon as they are taken in, since their bytes are more than what becomes of them.
  static func new(
    _ writer: OfficeWriter, _ records: consuming [JournalRecord], to end: OtherJournal.End,
    _ folder: StoreFolder,
    besides policies: [String: [UInt8]]
  ) throws(OfficeError) -> OtherOffice {
    let intake = Intake(Opening(folder, pinyin: PinyinTable(), isOther: true, besides: policies))
    let links = records.map(\.head.link)
    try take(records, into: intake)
    let state = try intake.whenTaken { opening throws(OfficeError) in try opening.finished() }
    return OtherOffice(writer: writer, end: end, state: state, links: links)
  }

  private static func take(
    _ records: consuming [JournalRecord], into intake: Intake<Opening>
  ) throws(OfficeError) {
    for start in stride(from: 0, to: records.count, by: Self.batch) {
      let batch = Array(records[start..<min(start + Self.batch, records.count)])
      intake.take(
        try zip(batch, OpenOffice.transactions(batch)).map { record, read throws(OfficeError) in
          do throws(TransactionError) {
            return try read.get()
          } catch {
            throw .unreadableLine(sequence: record.position.sequence, error)
          }
        })
    }
  }

  /// So many lines are read on all cores while those before are folded.
  private static let batch = 4096

  /// Folding more than so many lines one by one costs more than deciding everything once.
  private static let many = 500
}

extension OfficePart {
  init(_ enrolled: EnrolledOffice, _ other: OtherOffice) {
    self.init(
      writer: other.writer.writer, office: enrolled.code, name: enrolled.name, letter: enrolled.letter,
      state: other.state, lastSequence: other.links.count, holds: other.holds)
    atSeals = other.atSeals.mapValues { (sequence: $0.sequence, state: $0.state) }
    know(other.uncounted)
  }
}

extension LineName {
  /// The line that a journal ends with.
  init(_ head: JournalHead) {
    self.init(epoch: head.epoch, sequence: head.sequence, link: head.link.hex)
  }
}

extension GatheredHead {
  /// A writer's journal up to where it ends, with what came last of it.
  init(_ end: OtherJournal.End, bundle: Int? = nil, file: String = "", cover: [CoverLine] = []) {
    self.init(
      writer: end.head.writer, head: LineName(end.head), segment: end.segment, size: end.size, bundle: bundle,
      file: file, cover: cover)
  }

  var end: OtherJournal.End? {
    guard let link = Link(hex: head.link) else { return nil }
    return OtherJournal.End(
      head: JournalHead(writer: writer, epoch: head.epoch, sequence: head.sequence, link: link),
      segment: segment, size: size)
  }
}
