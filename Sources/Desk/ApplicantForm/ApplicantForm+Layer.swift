import CaseModel
import Casework
import Cells
import Wording

/// The form of an applicant as what lies over a screen, or over the filing that it is entered for.
extension ApplicantForm {
  var heading: String { amended == nil ? "新申请人" : "修改申请人" }
  var wheel: Wheel { .lines }
  var records: [String] { amended.map { [$0.applicant.id] } ?? [] }
  var action: String? { "保存" }
  var staysBelow: Bool { true }
  var typing: Typing { fields.typing }
  var commands: [Palette.Command] { [.init("保存", .f(8)), .init("从列表选择", .f(4)), .back] }

  /// Columns that the fields take of a form's; what is found beside them has the rest, behind a line and a blank.
  func fieldsWidth(_ desk: Surroundings) -> Int { desk.columns * 3 / 5 }

  mutating func follow(_ cause: EntryCause, _ desk: Surroundings) {
    placeParent()
    fields.offer(desk.state)
  }

  // MARK: - Saving

  func saved(by way: Request, _ desk: Surroundings) -> String? { "申请人" }

  mutating func save(_ desk: Surroundings) -> Answer {
    let (state, today) = (desk.state, desk.today)
    // What was typed to look something up counts as if the field had been left.
    _ = moveFocus(by: 0, desk)
    let applicant: Applicant
    switch self.applicant() {
    case .success(let typed): applicant = typed
    case .failure(let gap): return refuse(gap, today: today)
    }
    // Of an equal code the office says so itself.
    if amended == nil, codeOwner(state) == nil, let known = namesakes(state).first(where: { $0.kind.isUnit }),
      applicant.note == nil
    {
      askForReason()
      return .warns("没有保存：已有同名的 \(known.id) \(known.name)。确要另立一个，请在“说明”写明理由。")
    }
    if let amended, amended.applicant.parent != applicant.parent, askSince() {
      return .warns("还没有保存：总部改了。一直如此的再按 F8（更正）；自某日起变更的先填变更日。")
    }
    guard let since = since(today: today) else { return .fails("没有保存：总部变更日读不出来，请写如 2019-05-01。") }
    guard let amended else { return .asks(.save(.enterApplicant(applicant))) }
    return .asks(
      .save(
        .changeApplicant(applicant, touching: touched(today: today), since: since),
        expecting: Expected(changes: [applicant.id: amended.changes])))
  }

  private mutating func refuse(_ gap: Gap, today: CivilDate) -> Answer {
    fields.show(gap.field)
    isTried = true
    // What was typed and can't be read says more than that something is missing.
    let problem = fields.focused?.kind == .text ? nil : fields.focused?.problem(today: today)
    let others = gaps.dropFirst().map(\.text).joined()
    return .fails(gap.text + (problem.map { "\($0)。" } ?? "") + others)
  }

  func afterSave(_ changes: [Change], _ desk: Surroundings) -> Answer {
    let amended = amended
    return .works { model, state in
      if let amended {
        model.close()
        // An overrun says more than how the change was taken.
        let outcome = FamilyWording.outcome(of: changes, state)
        let told = outcome.last { $0.hasPrefix("超出上限") } ?? outcome.first ?? ""
        model.message = Notice(
          .good, changes.isEmpty ? "没有变化。" : "已修改申请人 \(amended.applicant.id)。\(told)")
      } else if case .applicantEntered(let applicant)? = changes.first {
        model.close()
        model.entered(applicant, state)
      }
      return []
    }
  }
}

extension Model {
  /// Goes on with an applicant who has just been entered: in the filing that it was for, or in the list.
  fileprivate mutating func entered(_ applicant: Applicant, _ state: OfficeState) {
    message = Notice(.good, "已保存申请人 \(applicant.id)。")
    let desk = surroundings(state)
    let filing: Void? = change(FilingForm.self) { form in
      form.choose(applicant, state: state, today: desk.today)
      if form.focus == 1 { _ = form.moveFocus(by: 1, desk) }
    }
    if filing == nil { show(applicant: applicant.id, state) }
  }
}
