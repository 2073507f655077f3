import CaseModel
import SubsidyRules

/// What somebody wants to do between offices.
public enum OfficesCommand: Sendable {
  /// The city writes down that it enrols an office.
  case enrol(EnrolledOffice)
  /// The city takes in the answer to an enrolment.
  case admit(enrolment: String, OfficeWriter)
  case retire(office: String, note: String)
  /// The county joins a city, whose policy files the store keeps already, by their hashes, and whose readings it takes.
  case join(CityLink, policies: [String], readings: [String: String])
  /// The county writes a bundle.
  case bundle(number: Int)
  /// The city takes others' journals in, which stand in the store already.
  case gather([GatheredHead], admitting: [Admission])
  case rule(Ruling)
  /// The city's steps on others' filings, as the joint office has worked them out, with those on its own.
  case decide([CityStep], own: [Change])
  case reply(office: String, number: Int)
  /// The county takes a reply in.
  case take(TakenReply)

  /// An office that comes in with a backup of its own and was never asked.
  public struct Admission: Sendable {
    public var office: EnrolledOffice
    public var writer: OfficeWriter

    public init(office: EnrolledOffice, writer: OfficeWriter) {
      self.office = office
      self.writer = writer
    }
  }
}

extension OfficeState {
  /// Turns a command between offices into changes, or refuses it.
  func changes(for command: OfficesCommand, by who: Operator) throws(Refusal) -> [Change] {
    switch command {
    case .enrol(let office):
      try need(.supervisor, who)
      try checkEnrolment(of: office)
      return [.offices(.enrolled(office))]
    case .admit(let enrolment, let writer):
      try need(.supervisor, who)
      return [.offices(try admitted(enrolment, writer))]
    case .retire(let code, let note):
      try need(.supervisor, who)
      guard let office = offices.office(code) else { throw .offices(.unknownOffice(code)) }
      guard !TextFolding.isBlank(note) else { throw .noteMissing }
      return office.isRetired ? [] : [.offices(.retired(office: code, note: note))]
    case .join(let link, let policies, let readings):
      try need(.supervisor, who)
      return try joined(link, policies: policies, readings: readings, by: who)
    case .bundle(let number):
      try need(.reviewer, who)
      guard offices.city != nil else { throw .offices(.notJoined) }
      return [.offices(.bundled(number: number))]
    case .gather(let heads, let admissions):
      try need(admissions.isEmpty ? .reviewer : .supervisor, who)
      for admission in admissions where admission.writer.isTrial != self.office?.isTrial {
        throw .offices(.trialDiffers)
      }
      let new = Set(admissions.map(\.writer.writer))
      for head in heads where offices.office(ofWriter: head.writer) == nil && !new.contains(head.writer) {
        throw .offices(.unknownOffice(head.writer))
      }
      return admissions.flatMap { admission -> [Change] in
        let isEnrolled = offices.enrolled.contains { $0.enrolment == admission.office.enrolment }
        return (isEnrolled ? [] : [.offices(.enrolled(admission.office))])
          + [.offices(.admitted(office: admission.office.code, admission.writer))]
      } + (heads.isEmpty ? [] : [.offices(.gathered(heads))])
    case .rule(let ruling):
      try need(.supervisor, who)
      guard offices.isCity else { throw .offices(.isCounty) }
      guard !TextFolding.isBlank(ruling.note) else { throw .noteMissing }
      return [.offices(.ruled(ruling))]
    case .decide(let steps, let own):
      guard offices.isCity else { throw .offices(.isCounty) }
      return own + steps.map { .offices(.stepped($0)) }
    case .reply(let code, let number):
      try need(.reviewer, who)
      guard offices.office(code)?.writer != nil else { throw .offices(.unknownOffice(code)) }
      return [.offices(.replied(office: code, number: number))]
    case .take(let reply):
      try need(.supervisor, who)
      return try taken(reply)
    }
  }

  // MARK: - City

  private func checkEnrolment(of enrolled: EnrolledOffice) throws(Refusal) {
    guard offices.city == nil else { throw .offices(.isCounty) }
    guard districts.contains(where: { $0.code == enrolled.district }) else {
      throw .offices(.unknownDistrict(enrolled.district))
    }
    if let letter = enrolled.letter {
      guard letter.utf8.count == 1, letter.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        throw .offices(.badLetter(letter))
      }
    }
    if offices.enrolled.contains(where: { $0.code == enrolled.code && $0.writer != nil }) {
      throw .offices(.codeTaken(enrolled.code))
    }
  }

  private func admitted(_ enrolment: String, _ writer: OfficeWriter) throws(Refusal) -> OfficesChange {
    guard let office = offices.enrolled.last(where: { $0.enrolment == enrolment }) else {
      throw .offices(.unknownEnrolment)
    }
    if let known = offices.office(ofWriter: writer.writer), known.code != office.code {
      throw .offices(.writerTaken(known.code))
    }
    guard office.writer == nil || office.writer == writer else { throw .offices(.codeTaken(office.code)) }
    guard writer.isTrial == self.office?.isTrial else { throw .offices(.trialDiffers) }
    return .admitted(office: office.code, writer)
  }

  // MARK: - County

  private func joined(
    _ link: CityLink, policies hashes: [String], readings: [String: String], by who: Operator
  ) throws(Refusal) -> [Change] {
    guard !offices.isCity else { throw .offices(.isCity) }
    if let city = offices.city { throw .offices(.joinedAlready(city.name)) }
    guard link.office.district == office?.district else {
      throw .offices(.otherDistrict(enrolled: link.office.district, own: office?.district ?? ""))
    }
    guard link.city.isTrial == office?.isTrial else { throw .offices(.trialDiffers) }
    let note = "随入网：\(link.name)"
    var changes: [Change] = []
    var joining = self
    for hash in hashes {
      let adopted = try joining.adopted(hash, note: note, by: who)
      joining.fold(Transaction(by: who.name, at: "", policy: hash, changes: adopted))
      changes += adopted
    }
    for (reading, option) in readings.sorted(by: { $0.key < $1.key })
    where joining.readingChoices[reading] != option {
      guard joining.policy.choosing(option, for: reading) != nil else {
        throw .unknownReading("\(reading)=\(option)")
      }
      changes.append(.readingChosen(reading: reading, option: option, note: note))
    }
    return changes + [.offices(.joined(link))]
  }

  private func taken(_ reply: TakenReply) throws(Refusal) -> [Change] {
    guard offices.city != nil else { throw .offices(.notJoined) }
    if let last = offices.taken, last.writer == reply.writer,
      (reply.head.epoch, reply.number) <= (last.head.epoch, last.number)
    {
      guard reply.number == last.number, reply.file == last.file else {
        throw .offices(.olderReply(number: reply.number, last: last.number))
      }
      return []
    }
    var reply = reply
    // A reply repeats everything that the city does not know to be taken.
    let known = offices.takenSteps
    reply.steps.removeAll { known.contains($0.sequence) || file($0.filing.id) == nil }
    return [.offices(.taken(reply))]
  }

  // MARK: - What a city or a county leaves to the other

  /// Refuses changes that are the city's where the office has joined one.
  func checkCity(_ changes: [Change], of command: Command) throws(Refusal) {
    guard offices.city != nil else { return }
    if case .offices = command { return }
    for change in changes {
      switch change {
      case .readingChosen, .policyAdopted, .policyJoined, .policyWithdrawn: throw .offices(.cityChooses)
      case .filingTakenOver(let filing, _) where filing.decided != nil || !filing.stage.isUndecided:
        throw .offices(.takeOverAtCity(filing.id))
      default: continue
      }
    }
  }
}
