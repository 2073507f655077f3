import CaseModel
import SubsidyRules

/// What somebody wants to do between offices.
public enum OfficesCommand: Sendable {
  /// The city writes down that it enrols an office.
  case enrol(EnrolledOffice)
  /// The city takes in the answer to an enrolment.
  case admit(enrolment: String, OfficeWriter)
  case retire(office: String, note: String)
  /// An office that has lost its keys, and whatever paper they stood on, goes on with new ones.
  case rekey(office: String, OfficeWriter)
  /// The county joins a city, whose policy files the store keeps already, and whose rules it takes over.
  case join(CityLink, CityRules)
  /// The county writes a bundle.
  case bundle(number: Int)
  /// The city takes others' journals in, which stand in the store already, and says where histories part.
  case gather([GatheredHead], parting: [PartedHistory] = [], admitting: [Admission])
  case rule(Ruling)
  /// The city's steps on others' filings, as the joint office has worked them out, with those on its own.
  case decide([CityStep], own: [Change])
  /// The city takes in what it had decided and lost, as it stands in its offices' journals.
  case recall([CityStep])
  case reply(office: String, number: Int)
  /// The city gives an office its own records back up to one.
  case recover(office: String, LineName)
  /// The city accepts a year as an office has closed it, or gives it back with a note.
  case acceptClose(office: String, YearClose)
  case returnClose(office: String, YearClose)
  /// The county takes a reply in, with the city's rules, whose policy files the store keeps already.
  case take(TakenReply, CityRules)

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

extension OfficesCommand {
  /// Whose right it is; nil where that is the step's to say.
  fileprivate var role: Operator.Role? {
    switch self {
    case .bundle, .reply: .reviewer
    case .gather(_, _, let admissions): admissions.isEmpty ? .reviewer : .supervisor
    case .decide: nil
    default: .supervisor
    }
  }
}

extension OfficeState {
  /// Turns a command between offices into changes, or refuses it.
  func changes(for command: OfficesCommand, by who: Operator) throws(Refusal) -> [Change] {
    if let role = command.role { try need(role, who) }
    switch command {
    case .enrol(let office):
      try checkEnrolment(of: office)
      return [.offices(.enrolled(office))]
    case .admit(let enrolment, let writer):
      return [.offices(try admitted(enrolment, writer))]
    case .retire(let code, let note):
      let office = try enrolledOffice(code)
      guard TextFolding.isReason(note) else { throw .noteMissing }
      return office.isRetired ? [] : [.offices(.retired(office: code, note: note))]
    case .rekey(let code, let writer):
      guard let known = offices.office(code), let old = known.writer else {
        throw .offices(.unknownOffice(code))
      }
      guard !known.isRetired else { throw .offices(.retired(code)) }
      var new = old
      (new.signing, new.opening) = (writer.signing, writer.opening)
      return new == old ? [] : [.offices(.admitted(office: code, new))]
    case .join(let link, let rules):
      return try joined(link, rules, by: who)
    case .bundle(let number):
      guard offices.city != nil else { throw .offices(.notJoined) }
      return [.offices(.bundled(number: number))]
    case .gather(let heads, let partings, let admissions):
      return try gathered(heads, partings, admissions)
    case .rule(let ruling):
      guard offices.isCity else { throw .offices(.isCounty) }
      guard TextFolding.isReason(ruling.note) else { throw .noteMissing }
      try checkOtherEyes(ruling, by: who)
      return [.offices(.ruled(ruling))]
    case .decide(let steps, let own):
      guard offices.isCity else { throw .offices(.isCounty) }
      return own + steps.map { .offices(.stepped($0)) }
    case .recall(let steps):
      guard offices.isCity else { throw .offices(.isCounty) }
      let known = Set(offices.steps.map(\.save))
      let lost = steps.filter { !known.contains($0.save) }
      return lost.isEmpty ? [] : [.offices(.recalled(lost))]
    case .reply(let code, let number):
      guard offices.office(code)?.writer != nil else { throw .offices(.unknownOffice(code)) }
      return [.offices(.replied(office: code, number: number))]
    case .recover(let code, let head):
      return try enrolledOffice(code).recovered == head ? [] : [.offices(.recovered(office: code, head))]
    case .acceptClose(let code, let close):
      return try enrolledOffice(code).closes.contains(close)
        ? [] : [.offices(.closeAccepted(office: code, close))]
    case .returnClose(let code, let close):
      _ = try enrolledOffice(code)
      guard TextFolding.isReason(close.note) else { throw .noteMissing }
      guard seal(of: close.year) == nil else { throw .seal(.sealed(close.year)) }
      return [.offices(.closeReturned(office: code, close))]
    case .take(let reply, let rules):
      return try taken(reply, rules, by: who)
    }
  }

  private func enrolledOffice(_ code: String) throws(Refusal) -> EnrolledOffice {
    guard let office = offices.office(code) else { throw .offices(.unknownOffice(code)) }
    return office
  }

  // MARK: - City

  private func gathered(
    _ heads: [GatheredHead], _ partings: [PartedHistory], _ admissions: [OfficesCommand.Admission]
  ) throws(Refusal) -> [Change] {
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
      + (partings.isEmpty ? [] : [.offices(.parted(partings))])
  }

  private func checkEnrolment(of enrolled: EnrolledOffice) throws(Refusal) {
    guard offices.city == nil else { throw .offices(.isCounty) }
    guard !TextFolding.isBlank(enrolled.name) else { throw .offices(.officeNameMissing) }
    guard TextFolding.isVisible(enrolled.name) else { throw .nameNotVisible }
    guard enrolled.district != office?.district else { throw .offices(.ownDistrict(enrolled.district)) }
    guard districts.contains(where: { $0.code == enrolled.district }) else {
      throw .offices(.unknownDistrict(enrolled.district))
    }
    if let letter = enrolled.letter {
      guard letter.utf8.count == 1, letter.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        throw .offices(.badLetter(letter))
      }
    }
    if offices.enrolled.contains(where: { $0.code == enrolled.code && $0.writer != nil && !$0.isUnsigned }) {
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
    // Who came with a backup has no keys yet; the same journal gets them now.
    let isSame =
      office.writer == writer
      || (office.isUnsigned && office.writer?.store == writer.store && office.writer?.writer == writer.writer)
    guard office.writer == nil || isSame else { throw .offices(.codeTaken(office.code)) }
    guard writer.isTrial == self.office?.isTrial else { throw .offices(.trialDiffers) }
    return .admitted(office: office.code, writer)
  }

  // MARK: - County

  private func joined(
    _ link: CityLink, _ rules: CityRules, by who: Operator
  ) throws(Refusal) -> [Change] {
    guard !offices.isCity else { throw .offices(.isCity) }
    if let city = offices.city {
      // The same city enrols the office anew where it was restored from a backup of before it first did.
      guard city.city == link.city, city.office.enrolment != link.office.enrolment else {
        throw .offices(.joinedAlready(city.name))
      }
      guard city.office.letter == link.office.letter else {
        throw .offices(.otherLetter(enrolled: link.office.code, own: city.office.code))
      }
    }
    guard link.office.district == office?.district else {
      throw .offices(.otherDistrict(enrolled: link.office.district, own: office?.district ?? ""))
    }
    guard link.city.isTrial == office?.isTrial else { throw .offices(.trialDiffers) }
    return try taken(over: rules, by: who) + [.offices(.joined(link))]
  }

  private func taken(
    _ reply: TakenReply, _ rules: CityRules, by who: Operator
  ) throws(Refusal) -> [Change] {
    guard offices.city != nil else { throw .offices(.notJoined) }
    if let last = offices.taken, last.writer == reply.writer,
      (reply.head.epoch, reply.number) <= (last.head.epoch, last.number)
    {
      guard reply.head.epoch >= last.head.epoch else {
        throw .offices(.replyBeforeRestore(number: reply.number))
      }
      guard reply.number == last.number, reply.file == last.file else {
        throw .offices(.olderReply(number: reply.number, last: last.number))
      }
      return []
    }
    var reply = reply
    // A reply repeats everything that the city does not know to be taken.
    let known = offices.takenSteps
    reply.steps.removeAll { known[$0.save] != nil || file($0.filing.id) == nil }
    reply.reopened.removeAll { seal(of: $0.year)?.sequence != $0.seal }
    let reopened = reply.reopened.map { Change.yearUnsealed(year: $0.year, note: $0.note) }
    return try taken(over: rules, by: who) + [.offices(.taken(reply))] + reopened
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
