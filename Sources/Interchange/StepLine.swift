import CaseModel
public import Casework
public import JSONText

/// A step as it stands in the journal; `ChangeLine` describes the keys.
enum StepLine {
  static func write(_ step: StepTaken, of id: String, into writer: inout JSONWriter) {
    writer.change(
      .step,
      [
        "id": id, "step": step.step, "day": step.day, "note": step.note.ifAny, "grounds": step.grounds.ifAny,
        "paper": step.paper.ifAny, "alone": step.isAlone ? true : nil, "due": step.due,
      ])
    switch step.detail {
    case .none: break
    case .figures(let figures): writer.member("figures", JSONInputs(figures))
    case .notice(let notice): writer.member("notice", notice)
    case .approval(let approval):
      writer.object("approval") { writer in
        Approval.shape.write(approval, &writer)
        writer.member("decision", approval.kept)
      }
    case .payment(let payment): writer.member("payment", payment)
    case .batched(let entry): writer.member("batched", entry)
    case .bounced(let amount, let due):
      writer.object("returned") { $0.members(["amount": amount, "due": due]) }
    case .recovery(let recovery): writer.member("recovery", recovery)
    case .whole(let amount): writer.member("whole", amount)
    case .undone(let step): writer.member("undone", step)
    case .service(let service): writer.member("service", service)
    }
  }

  /// - Parameter isForStory: whether what only the line itself holds, an approval's decision, is passed over.
  static func read(_ record: JSONMembers, isForStory: Bool) throws(JSONError) -> StepTaken {
    StepTaken(
      try record.value("step"), day: try record.value("day"), note: try record.value("note", or: ""),
      grounds: try record.value("grounds", or: []), paper: try record.value("paper", or: ""),
      isAlone: try record.flag("alone"), detail: try detail(record, isForStory: isForStory),
      due: try record.optional("due"))
  }

  private static func detail(
    _ record: JSONMembers, isForStory: Bool
  ) throws(JSONError) -> StepTaken.Detail {
    if let figures: JSONInputs = try record.optional("figures") { return .figures(figures.list) }
    if let notice: CorrectionNotice = try record.optional("notice") { return .notice(notice) }
    if record.has("approval") {
      let inside = try record.record("approval")
      var approval: Approval = try inside.whole()
      if !isForStory { approval.kept = try inside.optional("decision") }
      return .approval(approval)
    }
    if let payment: Payment = try record.optional("payment") { return .payment(payment) }
    if let entry: BatchEntry = try record.optional("batched") { return .batched(entry) }
    if record.has("returned") {
      let returned = try record.record("returned")
      return .bounced(try returned.value("amount"), due: try returned.value("due"))
    }
    if let recovery: Recovery = try record.optional("recovery") { return .recovery(recovery) }
    if let amount: Money = try record.optional("whole") { return .whole(amount) }
    if let service: Service = try record.optional("service") { return .service(service) }
    if let step: Step = try record.optional("undone") { return .undone(step) }
    return .none
  }
}

extension CorrectionNotice: JSONShaped {
  public static let shape = JSONShape<CorrectionNotice>(
    CorrectionNotice.init(due:points:late:), .needed("due", \.due), .needed("points", \.points),
    .spared("late", [], \.late))
}

/// The decision that it keeps stands in the line alone, and is read apart.
extension Approval: JSONShaped {
  public static let shape = JSONShape<Approval>(
    { Approval(amount: $0, overtakes: $1, doubts: $2) }, .needed("amount", \.amount),
    .spared("overtakes", [], \.overtakes), .spared("doubts", [], \.doubts))
}

extension Payment: JSONShaped {
  public static let shape = JSONShape<Payment>(
    Payment.init(amount:payee:setOff:), .needed("amount", \.amount), .among(\.payee),
    .optional("setOff", \.setOff))
}

extension Payment.Payee: JSONShaped {
  public static let shape = JSONShape<Payment.Payee>(
    Payment.Payee.init(name:bank:account:), .needed("name", \.name), .needed("bank", \.bank),
    .needed("account", \.account))
}

extension Payment.SetOff: JSONShaped {
  public static let shape = JSONShape<Payment.SetOff>(
    Payment.SetOff.init(filing:amount:), .needed("id", \.filing), .needed("amount", \.amount))
}

extension BatchEntry: JSONShaped {
  public static let shape = JSONShape<BatchEntry>(
    BatchEntry.init(batch:payment:), .needed("batch", \.batch), .among(\.payment))
}

extension Recovery: JSONShaped {
  public static let shape = JSONShape<Recovery>(
    Recovery.init(amount:setOffAgainst:), .needed("amount", \.amount),
    .optional("setOffAgainst", \.setOffAgainst))
}

extension Service: JSONShaped {
  public static let shape = JSONShape<Service>(
    Service.init(of:number:way:), .needed("of", \.of), .needed("number", \.number), .needed("way", \.way))
}

extension CorrectionPoint: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    let record = try JSONMembers(json: &reader)
    if let remark: String = try record.optional("remark") {
      self = .remark(remark)
      return
    }
    let fault: String = try record.value("fault")
    if let input: String = try record.optional("input") {
      self = fault == "invalid" ? .invalidInput(input) : .missingInput(input)
      return
    }
    let paper: String = try record.value("paper")
    switch fault {
    case "missing": self = .paper(paper, .missing)
    case "original": self = .paper(paper, .original)
    case "copies":
      self = .paper(paper, .copies(have: try record.value("have"), need: try record.value("need")))
    case "failing": self = .paper(paper, .failing(try record.value("why", or: "")))
    default: throw try record.expected("missing | original | copies | failing", "fault")
    }
  }

  public func write(into writer: inout JSONWriter) { writer.object { $0.members(members) } }

  private var members: KeyValuePairs<String, (any JSONWritable)?> {
    switch self {
    case .missingInput(let input): ["input": input, "fault": "missing"]
    case .invalidInput(let input): ["input": input, "fault": "invalid"]
    case .remark(let text): ["remark": text]
    case .paper(let paper, .missing): ["paper": paper, "fault": "missing"]
    case .paper(let paper, .original): ["paper": paper, "fault": "original"]
    case .paper(let paper, .copies(let have, let need)):
      ["paper": paper, "fault": "copies", "have": have, "need": need]
    case .paper(let paper, .failing(let why)): ["paper": paper, "fault": "failing", "why": why]
    }
  }
}
