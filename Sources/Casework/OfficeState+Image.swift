import CaseModel
public import SubsidyRules

/// A state as bytes, kept beside the journal so that opening need not fold the whole history.
///
/// It holds what the state holds: office, operators, applicants with their histories, filings with theirs, and
/// what was worked out from them (awards, caps), so that the first screen needs no more than to read it. It is
/// written and read by one version of the program on one kind of machine: any other takes it for unreadable and
/// folds the journal.
public struct StateImage: Sendable {
  /// Raised whenever the bytes or their meaning change, and with every kind of change that a state is folded from.
  private static let form = 23

  /// The program that worked the awards out.
  public let program: String
  /// The id of the policy that the office was founded under.
  public let founding: String
  /// Every policy that was ever in force, by its id and the hash of its file.
  public let policies: [(id: String, hash: String)]

  private let bytes: [UInt8]
  /// Where all but the filings stands, and where the filings begin.
  private let front: Range<Int>
  private let filings: Int

  /// Reads the beginning of an image; nil where it is none of this program's form.
  public init?(_ bytes: [UInt8]) {
    let read = bytes.withUnsafeBytes {
      all -> (String, String, [(id: String, hash: String)], Range<Int>, Int)? in
      var reader = PackedReader(all, from: 0, names: NameTable())
      guard reader.text() == Self.header else { return nil }
      let program = reader.text()
      let founding = reader.text()
      let policies = reader.list { (id: $0.text(), hash: $0.text()) }
      let front = reader.skipBlock()
      return reader.failed ? nil : (program, founding, policies, front, reader.place)
    }
    guard let read else { return nil }
    (program, founding, policies, front, filings) = read
    self.bytes = bytes
  }

  /// What an image begins with: its form, and the order and size of what lies in it as in memory.
  private static var header: String {
    let words =
      [
        "zizhu-state", String(form), String(MemoryLayout<FileRow>.stride),
        Int(1).littleEndian == 1 ? "le" : "be",
      ]
      + FileRow.stages.map(\.rawValue) + FileRow.outcomes.map(\.rawValue)
    return words.joined(separator: " ")
  }

  // MARK: - Writing

  /// Gives the bytes of a state that `program` worked out to `send`, a part at a time; none before the office is founded.
  public static func write<Failure: Error>(
    _ state: OfficeState, program: String, to send: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard let office = state.office else { return }
    var writer = PackedWriter(bytes: [], names: NameTable())
    writer.text(header)
    writer.text(program)
    writer.text(office.policy)
    writer.list(state.given.policies.map { (id: $1.id, hash: $0) }.sorted { $0.hash < $1.hash }) {
      writer, policy in
      writer.text(policy.id)
      writer.text(policy.hash)
    }
    writer.block(front(of: state))
    try state.files.write(with: &writer, to: send)
  }

  /// All but the filings: they are read beside it.
  private static func front(of state: OfficeState) -> [UInt8] {
    var writer = PackedWriter(bytes: [], names: NameTable())
    for part in KeptPart.all { part.write(state, &writer) }
    return writer.bytes
  }

  // MARK: - Reading

  /// The state; nil where the bytes are none. Awards that another program worked out must be settled anew.
  ///
  /// - Parameter looksThrough: whether every filing is gone through, and all is none where one means nothing; whoever
  ///   leaves that out compares the state with the journal behind it.
  public func state(
    policies: [String: Policy], pinyin: PinyinTable, looksThrough: Bool = true
  ) -> OfficeState? {
    guard self.policies.allSatisfy({ policies[$0.hash]?.id == $0.id }),
      let (front, filings) = both({ readFront(policies, pinyin) }, { readFilings(looksThrough) })
    else { return nil }
    var state = front
    let files = filings.files
    state.files = files
    state.sums.byYear = filings.totals
    let chosen = state.policy
    let kept = state.joint.keptFilings.compactMap(files.number)
    state.sums.ledgerHolder = LedgerHolder {
      var sheet = files.judged(under: chosen).sheet
      sheet.keep(kept)
      return Ledger(sheet)
    }
    return state
  }

  private func readFront(_ policies: [String: Policy], _ pinyin: PinyinTable) -> OfficeState? {
    bytes.withUnsafeBytes { all in
      var reader = PackedReader(all, from: front.lowerBound, names: NameTable())
      guard let any = policies.first else { return nil }
      var state = OfficeState(policy: any.value, hash: any.key, pinyin: pinyin)
      state.given.policies = policies
      for part in KeptPart.all { part.read(&reader, &state) }
      guard !reader.failed, reader.place == front.upperBound,
        let policy = state.rules.inForce.joined(policies),
        state.office?.policy == founding,
        state.people.histories.count == state.people.applicants.count
      else { return nil }
      state.policy = state.withChoices(policy)
      // What is worked out from what was kept.
      state.people.numbers = state.people.applicants.places(by: \.id)
      guard state.people.numbers.count == state.people.applicants.count else { return nil }
      state.search = SearchIndex(pinyin: pinyin, applicants: state.people.applicants)
      for (number, applicant) in state.people.applicants.enumerated() {
        for former in state.people.formerNames[applicant.id] ?? [] {
          state.search.put(former, number: number)
        }
      }
      return state
    }
  }

  private func readFilings(_ looksThrough: Bool) -> (files: FileList, totals: [Int: Totals])? {
    bytes.withUnsafeBytes { all in
      var reader = PackedReader(all, from: filings, names: NameTable())
      guard let files = FileList(from: &reader, image: bytes), !reader.failed, reader.place == bytes.count,
        !looksThrough || files.holdsTogether
      else { return nil }
      return (files, files.totalsByYear)
    }
  }
}

extension OfficeState {
  /// A joint state that was read back, at the desk of a city that has moved no filing since: with what whoever opened that
  /// brought along, who works there now, what was sent, and the snapshots that it names.
  public func shown(by city: OfficeState) -> OfficeState {
    var state = self
    state.given.calendar = city.given.calendar
    state.given.tariff = city.given.tariff
    state.takePeople(of: city)
    state.offices = city.offices.standing(as: offices)
    return state
  }

  /// Who works in another state's office, and when it was last saved.
  mutating func takePeople(of city: OfficeState) {
    house.operators = city.house.operators
    house.isAloneAllowed = city.house.isAloneAllowed
    folded.lastAt = city.folded.lastAt
    folded.lastMove = city.folded.lastMove
    folded.clockJumps = city.folded.clockJumps
  }

  /// Works out what was put off on opening: the ledger and the index for searching. Copies share the result.
  public func prepare() {
    _ = ledger
    search.prepare()
  }
}
