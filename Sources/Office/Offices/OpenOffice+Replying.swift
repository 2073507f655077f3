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
    public var acknowledged: RecordName?
    /// How many of the city's steps it carries, those of earlier replies that are not known to be taken with them.
    public var steps: Int
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
    let known = others.first { $0.writer.writer == writer.writer }?.state.offices.takenSteps ?? []
    let head = journal.head
    let reply = TakenReply(
      number: number, writer: head.writer,
      head: RecordName(epoch: head.epoch, sequence: head.sequence, link: head.link.hex),
      acknowledged: office.gathered?.head,
      steps: try whole(
        own.offices.steps.filter {
          $0.filing.writer == writer.writer && !known.contains($0.sequence)
        }), file: "")
    let parcel = Parcel(.reply, members: [ParcelMember("reply.json", OfficesFile.write(reply))]) {
      $0.member("office", code)
      $0.member("number", number)
      $0.member("head", head.description)
    }
    return Reply(
      bytes: try written(parcel, by: keys, to: recipient), number: number, acknowledged: reply.acknowledged,
      steps: reply.steps.count)
  }

  /// The city's steps as its journal has them, each approval with the decision that it was given on.
  private func whole(_ steps: [CityStep]) throws(OfficeError) -> [CityStep] {
    try officeErrors {
      let lines = try Dictionary(
        journal.records(Set(steps.map(\.sequence))).map { ($0.position.sequence, try Self.transaction($0)) },
        uniquingKeysWith: { first, _ in first })
      return steps.map { step in
        var step = step
        for case .offices(.stepped(let written)) in lines[step.sequence]?.changes ?? []
        where written.filing == step.filing && written.step.step == step.step.step {
          step.step = written.step
        }
        return step
      }
    }
  }

  /// Reads a reply of the city that this office has joined.
  public func reply(_ bytes: [UInt8]) throws(OfficeError) -> TakenReply {
    guard let city = own.offices.city, let signer = city.city.keys?.verifying else {
      throw .refused(.offices(.notJoined))
    }
    let parcel = try Self.opened(bytes, .reply, with: try keys().opening, by: signer)
    var reply = try Self.content("reply.json", of: parcel, OfficesFile.reply)
    guard reply.writer == city.city.writer else { throw .exchange(.unknownWriter) }
    let writer = journal.identity.writer
    guard reply.steps.allSatisfy({ $0.filing.writer == writer }) else {
      throw .exchange(.otherOffice(city.office.code))
    }
    if let acknowledged = reply.acknowledged {
      let found: JournalHead?
      do throws(JournalError) {
        found = try journal.records([acknowledged.sequence]).first?.head
      } catch {
        throw .journal(error)
      }
      guard found?.link.hex == acknowledged.link else {
        throw .exchange(.acknowledgedMissing(sequence: acknowledged.sequence))
      }
    }
    reply.file = Link.over(bytes).hex
    return reply
  }

  /// Takes a reply in; nil where it was taken in before. The file as it came is kept.
  public func take(_ reply: TakenReply, _ bytes: [UInt8], by who: SignedIn) throws(OfficeError) -> Saved? {
    let saved = try save(.offices(.take(reply)), by: who)
    guard saved != nil else { return nil }
    try inFiles { folder throws(FileError) in
      try folder.makeFolderIfMissing(StoreLayout.city)
      let number = String(reply.number)
      let name =
        StoreLayout.city + "/" + String(repeating: "0", count: max(0, 6 - number.count)) + number + ".zb"
      try folder.replace(name, with: bytes)
    }
    return saved
  }
}
