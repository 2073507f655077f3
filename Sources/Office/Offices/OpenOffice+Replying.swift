import CaseModel
public import Casework
import Interchange
import JSONText
import Journal
import Parcels

/// What the city sends back, and the county takes in: 回执件.
extension OpenOffice {
  /// A reply that was written.
  public struct Reply: Sendable {
    public var bytes: [UInt8]
    public var number: Int
    public var acknowledged: LineName?
    /// How many of the city's steps it carries, those of earlier replies that are not known to be taken with them.
    public var steps: Int
    /// How many filings of a tail that does not count it takes back.
    public var returned: Int
    /// How many steps and changes on such a tail it names, to be done again.
    public var toRedo: Int
  }

  /// Writes the reply to an office: how far its journal is here, and every verdict on its filings that it is not known to
  /// have; sealed to the office's key.
  public func reply(to code: String, by who: SignedIn) throws(OfficeError) -> Reply {
    try requireWhole()
    guard let office = own.offices.office(code), let writer = office.writer,
      let recipient = writer.keys?.sealing
    else { throw .refused(.offices(.unknownOffice(code))) }
    let keys = try keys()
    let number = office.replies + 1
    _ = try save(.offices(.reply(office: code, number: number)), by: who)
    let kept = others.first { $0.writer.writer == writer.writer }
    let other = kept?.state
    let limit = OthersReader.countedLimit(of: writer.writer, waiting: waiting, own.offices.rulings)
    let head = journal.head
    let reply = TakenReply(
      number: number, writer: head.writer,
      head: LineName(head),
      // While its history parts the office is told of what both tails have, and sends the rest again.
      acknowledged: limit.map { kept?.name(of: $0) } ?? office.gathered?.head,
      steps: try whole(untoldSteps(of: code)),
      // What the office has opened again, or closed anew, is not given back once more.
      reopened: office.returned.filter { other?.seal(of: $0.year)?.sequence == $0.seal }, file: "")
    var rules = CityRules(
      policies: own.rules.inForce.entries.map(\.hash), readings: own.rules.choices,
      note: "随回执第 \(number) 号：\(own.office?.name ?? "")\(own.rules.changes.last.map { " \($0.by)" } ?? "")")
    rules.words = Ruling.words(own.offices.rulings, of: writer.writer)
    rules.holidays = own.given.calendar
    rules.news = joint?.untoldNews(of: writer.writer) ?? []
    var members = [ParcelMember(Member.reply, OfficesFile.write(reply))]
    members.append(ParcelMember(Member.rules, OfficesFile.write(rules)))
    members += try policyMembers()
    let returned = try filingsToReturn(to: writer.writer)
    if !returned.isEmpty { members.append(ParcelMember(Self.returnedMember, ReturnedFile.write(returned))) }
    let redo = try savesToRedo(by: writer.writer)
    if !redo.isEmpty {
      let lines = redo.flatMap { TransactionLine.write($0) + [UInt8(ascii: "\n")] }
      members.append(ParcelMember(Self.redoMember, lines))
    }
    if let joint {
      let key = try officeErrors { try OfficeKeys.makeIndex(journal.folder) }
      let shared = joint.sharedUse(besides: writer.writer, day: clock.today())
      members.append(ParcelMember(Member.indexKey, Array(key.text.utf8)))
      members.append(ParcelMember(Member.shared, SharedUseFile.write(shared) { key.tag(of: $0).text }))
    }
    let parcel = Parcel(.reply, members: members) {
      $0.member("office", code)
      $0.member("number", number)
      $0.member("head", head.description)
    }
    return Reply(
      bytes: try written(parcel, by: keys, to: recipient), number: number, acknowledged: reply.acknowledged,
      steps: reply.steps.count, returned: returned.count, toRedo: redo.reduce(0) { $0 + $1.changes.count })
  }

  private enum Member {
    static let reply = "reply.json"
    static let rules = "rules.json"
    static let indexKey = "index.key"
    static let shared = "shared.json"
  }

  /// The city's steps on an office's filings that it is not known to have taken in: what the next reply carries. What rests
  /// on lines that do not count has no effect, and is not told.
  public func untoldSteps(of code: String) -> [CityStep] {
    guard let writer = own.offices.office(code)?.writer?.writer else { return [] }
    let known = others.first { $0.writer.writer == writer }?.state.offices.takenSteps ?? [:]
    return own.offices.steps.filter {
      $0.filing.writer == writer && known[$0.save] == nil && joint?.takesEffect($0) ?? true
    }
  }

  /// The city's steps as its journal has them, each approval with the decision that it was given on.
  func whole(_ steps: [CityStep]) throws(OfficeError) -> [CityStep] {
    let book = own.offices
    return try officeErrors {
      let lines = try Dictionary(
        first: journal.records(Set(steps.map(book.line))).map {
          ($0.position.sequence, try Self.transaction($0))
        })
      return steps.map { step in
        var step = step
        for change in lines[book.line(of: step)]?.changes ?? [] {
          switch change {
          case .offices(.stepped(let written))
          where written.filing == step.filing && written.step.step == step.step.step:
            step.step = written.step
          case .offices(.recalled(let found)): step = found.first { $0.isSame(as: step) } ?? step
          default: continue
          }
        }
        return step
      }
    }
  }

  /// A reply that has come.
  public struct ArrivedReply: Sendable {
    public var reply: TakenReply
    public var rules: CityRules
    /// Filings of another machine of the office's that do not count, to be entered anew.
    public var returned: [ReturnedFiling]
    /// What that machine did to records that the office has, to be done again by hand.
    public var redo: [Transaction]
    var policies: [CityPolicy]
    var bytes: [UInt8]
  }

  /// Whether a reply says in the clear that it is for this office; one that can't be read says nothing, and is told of when
  /// it is read.
  public func isForHere(reply bytes: [UInt8]) -> Bool {
    guard let header = try? ParcelHeader.read(bytes, verifiedBy: nil),
      let office: String = try? JSONMembers(header.about).value("office")
    else { return true }
    return office == own.offices.city?.office.code
  }

  /// Reads a reply of the city that this office has joined.
  public func reply(_ bytes: [UInt8]) throws(OfficeError) -> ArrivedReply {
    guard let city = own.offices.city, let signer = city.city.keys?.verifying else {
      throw .refused(.offices(.notJoined))
    }
    let parcel = try Self.opened(bytes, .reply, with: try keys().opening, by: signer)
    var reply = try Self.content(Member.reply, of: parcel, OfficesFile.reply)
    guard reply.writer == city.city.writer else { throw .exchange(.unknownWriter) }
    let writer = journal.identity.writer
    guard reply.steps.allSatisfy({ $0.filing.writer == writer }) else {
      throw .exchange(.otherOffice(city.office.code))
    }
    if let acknowledged = reply.acknowledged {
      guard try record(acknowledged.sequence)?.head.link.hex == acknowledged.link else {
        throw .exchange(.acknowledgedMissing(sequence: acknowledged.sequence))
      }
    }
    reply.file = Link.over(bytes).hex
    let rules = try Self.content(Member.rules, of: parcel, OfficesFile.rules)
    let back = try returned(in: parcel, reply.number, by: signer)
    return ArrivedReply(
      reply: reply, rules: rules, returned: back.filings, redo: back.redo,
      policies: try Self.policies(rules.policies, in: parcel), bytes: bytes)
  }

  /// What taking a reply in would change; nothing where it was taken in before.
  public func changes(taking arrived: ArrivedReply, by who: SignedIn) throws(OfficeError) -> [Change] {
    for policy in arrived.policies { own.given.policies[policy.hash] = policy.policy }
    return try ownChanges(for: .offices(.take(arrived.reply, arrived.rules)), by: who)
  }

  /// Takes a reply in; nil where it was taken in before. The file as it came is kept: balances and index are read there.
  ///
  /// - Parameter draft: what a filing that comes back is as work that a desk goes on with.
  public func take(
    _ arrived: ArrivedReply, by who: SignedIn, draft: (ReturnedFiling) -> UnsavedWork? = { _ in nil }
  ) throws(OfficeError) -> Saved? {
    // Before the line by which the reply counts: what was left already is not left twice.
    if !arrived.returned.isEmpty, !(try changes(taking: arrived, by: who)).isEmpty {
      for one in arrived.returned {
        if let work = draft(one) { try leave(work, of: one, orFor: who) }
      }
    }
    let saved = try save(
      .offices(.take(arrived.reply, arrived.rules)), keeping: arrived.policies, by: who)
    guard saved != nil else { return nil }
    try officeErrors {
      try journal.folder.makeFolderIfMissing(StoreLayout.city)
      try journal.folder.replace(Self.file(of: arrived.reply.number), with: arrived.bytes)
    }
    readAdvice()
    return saved
  }

  static func file(of number: Int) -> String {
    "\(StoreLayout.city)/\(number.padded(to: 6)).zb"
  }

  /// Makes known what the last reply said of the other offices; it is read when somebody first asks.
  func readAdvice() {
    guard let city = own.offices.city, let taken = own.offices.taken,
      let signer = city.city.keys?.verifying
    else { return }
    let folder = journal.folder
    own.given.advice = CityAdvice {
      // Advice that can't be read is none: nothing rests on it.
      guard let bytes = try? folder.read(Self.file(of: taken.number)),
        Link.over(bytes).hex == taken.file, let keys = try? OfficeKeys.read(folder),
        let parcel = try? Self.opened(bytes, .reply, with: keys.opening, by: signer),
        let key = parcel[Member.indexKey].flatMap({ IndexKey(text: String(decoding: $0, as: UTF8.self)) }),
        let shared = try? Self.content(Member.shared, of: parcel, SharedUseFile.read)
      else { return nil }
      return CityAdvice.Table(shared) { key.tag(of: $0).text }
    }
  }
}
