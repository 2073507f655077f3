import CaseModel
import Casework
import JSONText

/// A step as it stands in the journal; `CaseworkLine` describes the keys.
enum StepLine {
  static func write(_ step: StepTaken, of id: String, into writer: inout JSONWriter) {
    CaseworkLine.begin(.step, &writer)
    writer.member("id", id)
    writer.member("step", step.step.rawValue)
    writer.member("day", step.day.description)
    if !step.note.isEmpty { writer.member("note", step.note) }
    if !step.grounds.isEmpty { writer.texts("grounds", step.grounds) }
    if !step.paper.isEmpty { writer.member("paper", step.paper) }
    if step.isAlone { writer.member("alone", true) }
    if let due = step.due { writer.member("due", due.description) }
    write(step.detail, into: &writer)
  }

  private static func write(_ detail: StepTaken.Detail, into writer: inout JSONWriter) {
    switch detail {
    case .none: break
    case .figures(let figures):
      writer.key("figures")
      figures.write(into: &writer)
    case .notice(let notice):
      writer.object("notice") { writer in
        writer.member("due", notice.due.description)
        write(notice.points, "points", into: &writer)
        if !notice.late.isEmpty { write(notice.late, "late", into: &writer) }
      }
    case .approval(let approval):
      writer.object("approval") { writer in
        writer.member("amount", approval.amount.description)
        if !approval.overtakes.isEmpty { writer.texts("overtakes", approval.overtakes) }
        if !approval.doubts.isEmpty {
          writer.objects("doubts", approval.doubts) { DoubtLine.write($1, into: &$0) }
        }
        guard let kept = approval.kept else { return }
        writer.key("decision")
        KeptDecisionLine.write(kept, into: &writer)
      }
    case .payment(let payment):
      writer.key("payment")
      writer.object { write(payment, into: &$0) }
    case .batched(let entry):
      writer.object("batched") { writer in
        writer.member("batch", entry.batch)
        write(entry.payment, into: &writer)
      }
    case .bounced(let amount, let due):
      writer.object("returned") { writer in
        writer.member("amount", amount.description)
        writer.member("due", due.description)
      }
    case .recovery(let recovery):
      writer.object("recovery") { writer in
        writer.member("amount", recovery.amount.description)
        if let other = recovery.setOffAgainst { writer.member("setOffAgainst", other) }
      }
    case .whole(let amount): writer.member("whole", amount.description)
    case .undone(let step): writer.member("undone", step.rawValue)
    case .service(let service):
      writer.object("service") { writer in
        writer.member("of", service.of.rawValue)
        writer.member("number", service.number)
        writer.member("way", service.way.rawValue)
      }
    }
  }

  private static func write(_ payment: Payment, into writer: inout JSONWriter) {
    writer.member("amount", payment.amount.description)
    writer.member("name", payment.payee.name)
    writer.member("bank", payment.payee.bank)
    writer.member("account", payment.payee.account)
    guard let setOff = payment.setOff else { return }
    writer.object("setOff") { writer in
      writer.member("id", setOff.filing)
      writer.member("amount", setOff.amount.description)
    }
  }

  private static func write(_ points: [CorrectionPoint], _ key: String, into writer: inout JSONWriter) {
    writer.objects(key, points) { writer, point in
      switch point {
      case .missingInput(let input):
        writer.member("input", input)
        writer.member("fault", "missing")
      case .invalidInput(let input):
        writer.member("input", input)
        writer.member("fault", "invalid")
      case .remark(let text): writer.member("remark", text)
      case .paper(let paper, let fault):
        writer.member("paper", paper)
        write(fault, into: &writer)
      }
    }
  }

  private static func write(_ fault: PaperFault, into writer: inout JSONWriter) {
    switch fault {
    case .missing: writer.member("fault", "missing")
    case .original: writer.member("fault", "original")
    case .copies(let have, let need):
      writer.member("fault", "copies")
      writer.member("have", have)
      writer.member("need", need)
    case .failing(let why):
      writer.member("fault", "failing")
      writer.member("why", why)
    }
  }

  // MARK: - Reading

  /// - Parameter isForStory: whether what only the line itself holds, an approval's decision, is passed over.
  static func read(_ record: CaseworkRecord, isForStory: Bool) throws(JSONError) -> StepTaken {
    StepTaken(
      try record.word("step", Step.self), day: try record.day("day"), note: try record.optionalText("note"),
      grounds: try record.texts("grounds"), paper: try record.optionalText("paper"),
      isAlone: try record.flag("alone"), detail: try detail(record, isForStory: isForStory),
      due: record.has("due") ? try record.day("due") : nil)
  }

  private static func detail(
    _ record: CaseworkRecord, isForStory: Bool
  ) throws(JSONError) -> StepTaken.Detail {
    if record.has("figures") { return .figures(try record.inputs("figures")) }
    if record.has("notice") {
      let notice = try record.record("notice")
      return .notice(
        CorrectionNotice(
          due: try notice.day("due"), points: try points(notice, "points"),
          late: notice.has("late") ? try points(notice, "late") : []))
    }
    if record.has("approval") {
      let approval = try record.record("approval")
      let keeps = !isForStory && approval.has("decision")
      var doubts: [PatentDoubt] = []
      for doubt in approval.has("doubts") ? try approval.records("doubts") : [] {
        doubts.append(try DoubtLine.read(doubt))
      }
      return .approval(
        Approval(
          amount: try approval.money("amount"), overtakes: try approval.texts("overtakes"), doubts: doubts,
          kept: keeps ? try KeptDecisionLine.read(approval.record("decision")) : nil))
    }
    if record.has("payment") { return .payment(try payment(try record.record("payment"))) }
    if record.has("batched") {
      let batched = try record.record("batched")
      return .batched(BatchEntry(batch: try batched.text("batch"), payment: try payment(batched)))
    }
    if record.has("returned") {
      let returned = try record.record("returned")
      return .bounced(try returned.money("amount"), due: try returned.day("due"))
    }
    if record.has("recovery") {
      let recovery = try record.record("recovery")
      let other = recovery.has("setOffAgainst") ? try recovery.text("setOffAgainst") : nil
      return .recovery(Recovery(amount: try recovery.money("amount"), setOffAgainst: other))
    }
    if record.has("whole") { return .whole(try record.money("whole")) }
    if record.has("service") {
      let service = try record.record("service")
      return .service(
        Service(
          of: try service.word("of", Step.self), number: try service.text("number"),
          way: try service.word("way", Service.Way.self)))
    }
    if record.has("undone") { return .undone(try record.word("undone", Step.self)) }
    return .none
  }

  private static func payment(_ record: CaseworkRecord) throws(JSONError) -> Payment {
    var payment = Payment(
      amount: try record.money("amount"),
      payee: .init(
        name: try record.text("name"), bank: try record.text("bank"), account: try record.text("account")))
    if record.has("setOff") {
      let setOff = try record.record("setOff")
      payment.setOff = .init(filing: try setOff.text("id"), amount: try setOff.money("amount"))
    }
    return payment
  }

  private static func points(
    _ record: CaseworkRecord, _ key: StaticString
  ) throws(JSONError) -> [CorrectionPoint] {
    var points: [CorrectionPoint] = []
    for point in try record.records(key) { points.append(try self.point(point)) }
    return points
  }

  private static func point(_ record: CaseworkRecord) throws(JSONError) -> CorrectionPoint {
    if record.has("remark") { return .remark(try record.text("remark")) }
    let fault = try record.text("fault")
    if record.has("input") {
      let input = try record.text("input")
      return fault == "invalid" ? .invalidInput(input) : .missingInput(input)
    }
    let paper = try record.text("paper")
    switch fault {
    case "missing": return .paper(paper, .missing)
    case "original": return .paper(paper, .original)
    case "copies":
      return .paper(paper, .copies(have: try record.number("have"), need: try record.number("need")))
    case "failing": return .paper(paper, .failing(try record.optionalText("why")))
    default: throw try record.expected("missing | original | copies | failing", "fault")
    }
  }
}
