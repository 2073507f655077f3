import CaseModel
import Casework
import Cells
import Forms
import Wording

/// An applicant being entered.
struct ApplicantForm: Sendable {
  var fields: [Field]
  /// The head office, for a branch.
  var parent = Lookup()
  /// The fields in their order; the head office comes last.
  var focus = 0
  var isChanged = false

  init(name: String) {
    let kinds = ApplicantKind.allCases.map { Field.Choice(id: $0.rawValue, label: Labels.label($0)) }
    let districts = District.all.map { Field.Choice(id: $0.code, label: $0.name) }
    fields = [
      Field(id: "name", label: "名称", hint: "照证件填写", kind: .text, text: name),
      Field(id: "kind", label: "类型", hint: Self.numbered(kinds), kind: .choice(kinds), text: ""),
      Field(id: "district", label: "所在地区", hint: Self.numbered(districts), kind: .choice(districts)),
      Field(id: "code", label: "代码", hint: "统一社会信用代码；个人填身份证号", kind: .text),
      Field(id: "contact", label: "联系人", kind: .text),
      Field(id: "phone", label: "电话", kind: .text),
      Field(id: "bank", label: "开户银行", kind: .text),
      Field(id: "account", label: "账号", kind: .text),
    ]
  }

  private static func numbered(_ choices: [Field.Choice]) -> String {
    choices.enumerated().map { "\($0 + 1)\($1.label)" }.joined(separator: " ")
  }

  var count: Int { fields.count + 1 }

  private func text(_ id: String) -> String { fields.first { $0.id == id }?.editor.text ?? "" }
  private func choice(_ id: String) -> String? { fields.first { $0.id == id }?.choice?.id }

  /// The applicant as typed, or what is still to be filled in.
  func applicant() -> Result<Applicant, Gap> {
    guard !text("name").isEmpty else { return .failure(Gap(field: 0, text: "请填写名称。")) }
    guard let kind = choice("kind").flatMap(ApplicantKind.init(rawValue:)) else {
      return .failure(Gap(field: 1, text: "请选择类型。"))
    }
    guard let district = choice("district") else { return .failure(Gap(field: 2, text: "请选择所在地区。")) }
    guard kind != .agencyBranch || parent.chosen != nil else {
      return .failure(Gap(field: fields.count, text: "分支机构请选择总部。"))
    }
    func optional(_ id: String) -> String? { text(id).isEmpty ? nil : text(id) }
    return .success(
      Applicant(
        id: "", name: text("name"), kind: kind, district: district, parent: parent.chosen?.id,
        code: optional("code").map { TextFolding.search($0) }, contact: optional("contact"),
        phone: optional("phone"), bank: optional("bank"), account: optional("account")))
  }

  /// What is missing, and the field it is missing in.
  struct Gap: Error {
    var field: Int
    var text: String
  }

  /// A question about the code, never a wall: real papers exist that fail their check.
  func codeProblem(today: CivilDate) -> String? {
    let code = text("code")
    guard !code.isEmpty else { return nil }
    if choice("kind") == ApplicantKind.individual.rawValue {
      if case .id = ResidentID.read(code, today: today) { return nil }
      return "身份证号校验不符，请核对"
    }
    switch CreditCode.read(code) {
    case .code: return nil
    case .oldRegistrationNumber: return "这是旧版15位工商注册号"
    case .wrongCheck: return "代码校验位不符，请核对"
    default: return "不是 18 位统一社会信用代码，请核对"
    }
  }

  // MARK: - Keys

  mutating func type(_ text: String, state: OfficeState) { edit(state) { $0.insert(text) } }

  mutating func press(_ key: Key, state: OfficeState) -> Bool {
    switch key {
    case .tab, .enter: moveFocus(by: 1, state)
    case .backTab: moveFocus(by: -1, state)
    case .down: if isChoosing { parent.move(by: 1) } else { moveFocus(by: 1, state) }
    case .up: if isChoosing { parent.move(by: -1) } else { moveFocus(by: -1, state) }
    case .backspace: edit(state) { $0.backspace() }
    case .delete: edit(state) { $0.delete() }
    case .left: move { $0.left() }
    case .right: move { $0.right() }
    case .home: move { $0.home() }
    case .end: move { $0.end() }
    default: return false
    }
    return true
  }

  private var isChoosing: Bool { focus == fields.count && parent.chosen == nil && !parent.candidates.isEmpty }

  private mutating func moveFocus(by step: Int, _ state: OfficeState) {
    if focus == fields.count, !parent.editor.text.isEmpty { _ = parent.accept() }
    focus = max(0, min(focus + step, count - 1))
    if focus == fields.count { offer(state) }
  }

  private mutating func offer(_ state: OfficeState) {
    guard parent.chosen == nil else { return }
    parent.candidates = Lookup.Candidate.applicants(parent.editor.text, state, agenciesOnly: true)
  }

  private mutating func edit(_ state: OfficeState, _ change: (inout LineEditor) -> Void) {
    isChanged = true
    if fields.indices.contains(focus) {
      change(&fields[focus].editor)
    } else {
      parent.edit(change)
      offer(state)
    }
  }

  private mutating func move(_ change: (inout LineEditor) -> Void) {
    if fields.indices.contains(focus) { change(&fields[focus].editor) } else { change(&parent.editor) }
  }
}
