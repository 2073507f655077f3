import CaseModel
import Casework
import Cells
import Wording

/// An applicant being entered.
struct ApplicantForm: EntryForm {
  var fields: FieldSet
  /// The head office, while the applicant is no branch and has none to name.
  private var aside = Field(id: ApplicantForm.parent, label: "总部 *", among: .agencies)
  /// Whether saving was tried: what is missing is marked from then on.
  var isTried = false
  /// The applicant whose data are changed, as it was seen; nil where a new one is entered.
  private(set) var amended: Amended?

  /// An applicant whose data are changed.
  struct Amended: Sendable {
    var applicant: Applicant
    /// How many changes it had seen.
    var changes: Int
    /// Filings that nobody has decided, which rest on the facts as of their receipt.
    var open: [String]
  }

  /// The form of an applicant that is known, to change what it says.
  ///
  /// `revision` is how many changes it had seen when it was looked at, where that was not now.
  init(amending applicant: Applicant, seenAt revision: Int? = nil, _ state: OfficeState) {
    self.init(name: applicant.name, districts: Self.districts(for: applicant, state), state)
    let open = state.files(of: applicant.id).filter { $0.standing.isUndecided && $0.filing.decided == nil }
    let changes = revision ?? state.changeCount(of: applicant.id) ?? 0
    amended = Amended(applicant: applicant, changes: changes, open: open.map(\.filing.id))
    fields.fill(Applicant.fields.compactMap { field in applicant[field].map { (field.rawValue, $0) } })
    fields.fill([
      ("kind", Labels.label(applicant.kind)),
      ("district", Labels.district(applicant.district, among: state.districts)),
    ])
    if let head = applicant.parent.flatMap({ state.applicant($0) }) { aside.choose(.init(head)) }
    placeParent()
    if let note = applicant.note { add(noteField(note)) }
    if !open.isEmpty {
      add(
        Field(
          id: Self.touch, label: "未审定的申报",
          hint: "有 \(open.count) 件未审定的申报按收件时的类型、地区、总部核算。填“是”则改按新的核算。", kind: .flag, text: "否"))
    }
    fields.focus = 0
    fields.fields[0].enter()
  }

  /// The form of an applicant whom another machine had entered, to enter them anew.
  init(anew applicant: Applicant, _ state: OfficeState) {
    self.init(amending: applicant, seenAt: 0, state)
    amended = nil
    fields.isChanged = true
  }

  /// A head office that was named for a kind that is no longer chosen would be lost too.
  var isChanged: Bool {
    let isNamed = !aside.isEmpty || aside.chosen != nil
    return fields.isChanged || fields.isTouched && isNamed && fields.field(Self.parent) == nil
  }

  static let parent = "parent"
  private static let touch = "touch"

  /// The open filings that are to rest on the applicant as it is now.
  func touched(today: CivilDate) -> [String] {
    fields.isYes(Self.touch, today: today) ? amended?.open ?? [] : []
  }

  /// The office's districts, and the applicant's own where that lies elsewhere, so that it can stay.
  private static func districts(for applicant: Applicant, _ state: OfficeState) -> [District] {
    let code = applicant.district
    guard state.districts.named(by: code) == nil else { return state.districts }
    return state.districts + [District(code: code, name: Labels.district(code, among: state.districts))]
  }

  /// - Parameter districts: what may be chosen from.
  init(name: String, districts: [District], _ state: OfficeState) {
    fields = FieldSet([
      Field(id: "name", label: Self.label(.name) + " *", hint: "照营业执照或身份证填写。", kind: .text, text: name),
      Field(
        id: "kind", label: Self.label(.kind) + " *",
        kind: .choice(of: ApplicantKind.self) { Labels.label($0) }),
      Field(id: "district", label: Self.label(.district) + " *", kind: .choice(of: districts)),
      Field(id: "code", label: Self.label(.code), hint: "统一社会信用代码（18 位）；个人填身份证号。", kind: .text, mask: .code),
      Field(id: "contact", label: Self.label(.contact), hint: "前来办理的人。", kind: .text),
      Field(id: "phone", label: Self.label(.phone), hint: "查找申请人时也可以输入电话。", kind: .text, mask: .code),
      Field(id: "bank", label: Self.label(.bank), hint: "写到支行。", kind: .text),
      Field(id: "account", label: Self.label(.account), hint: "户名应与申请人名称一致。", kind: .text, mask: .code),
    ])
    fields.spell(state)
  }

  private static func label(_ field: Applicant.Field) -> String { Labels.label(field) }

  /// Only a branch has a head office to name.
  private var head: Lookup.Candidate? { fields.field(Self.parent)?.chosen }

  /// Puts the field of the head office last where the applicant is a branch, and takes it away where it is none.
  mutating func placeParent() {
    let isBranch = fields.choice("kind") == ApplicantKind.agencyBranch.rawValue
    let place = fields.fields.firstIndex { $0.id == Self.parent }
    if isBranch, place == nil {
      fields.fields.append(aside)
    } else if !isBranch, let place {
      aside = fields.fields.remove(at: place)
    }
  }

  /// Puts one more field behind the others, before that of the head office, and the cursor into it.
  private mutating func add(_ field: Field) {
    let place = fields.fields.firstIndex { $0.id == Self.parent } ?? fields.fields.count
    fields.fields.insert(field, at: place)
    fields.focus = place
  }

  /// The applicant as typed, or what is still to be filled in.
  func applicant() -> Result<Applicant, Gap> {
    let gaps = gaps
    guard gaps.isEmpty, let kind, let district = fields.choice("district") else {
      return .failure(gaps.first ?? Gap(field: "", text: ""))
    }
    return .success(typed(kind, in: district))
  }

  /// The applicant as far as it is typed.
  private func typed(_ kind: ApplicantKind, in district: String) -> Applicant {
    var typed = Applicant(
      id: amended?.applicant.id ?? "", name: fields.text("name"), kind: kind, district: district,
      parent: head?.id)
    for field in Applicant.optionalFields where field != .parent {
      let text = fields.text(field.rawValue)
      if !text.isEmpty { try? typed.put(text, in: field) }
    }
    typed.code = typed.code.map { TextFolding.search($0) }
    return typed
  }

  /// Everything that has to be filled in and is not.
  var gaps: [Gap] {
    var gaps: [Gap] = []
    if TextFolding.isBlank(fields.text("name")) { gaps.append(Gap(field: "name", text: "请填写名称。")) }
    if kind == nil { gaps.append(Gap(field: "kind", text: "请选择类型。")) }
    if fields.choice("district") == nil { gaps.append(Gap(field: "district", text: "请选择所在地区。")) }
    if let parent = fields.field(Self.parent), parent.chosen == nil {
      gaps.append(Gap(field: Self.parent, text: "分支机构请选择总部。"))
    }
    return gaps
  }

  private var kind: ApplicantKind? { fields.choice("kind").flatMap(ApplicantKind.init(rawValue:)) }

  /// What is missing, and the field it is missing in.
  struct Gap: Error {
    var field: String
    var text: String
  }

  /// Asks why it is entered beside others of its name; true where that is asked for the first time.
  @discardableResult
  mutating func askForReason() -> Bool {
    guard fields.field(Self.note) == nil else { return false }
    add(noteField())
    return true
  }

  private func noteField(_ reason: String = "") -> Field {
    Field(
      id: Self.note, label: Self.label(.note) + " *", hint: "已有同名的申请人：写明为什么要另立一个。", kind: .text, text: reason)
  }

  /// Asks from when on another head office counts; true where that is asked for the first time.
  @discardableResult
  mutating func askSince() -> Bool {
    guard fields.field(Self.since) == nil else { return false }
    add(
      Field(
        id: Self.since, label: "总部变更日", hint: "空着为更正：一直如此，已占用的额度不退回。自某日起加入或离开的，写那一日。", kind: .date))
    return true
  }

  /// From when on another head office counts; nil where the day can't be read.
  func since(today: CivilDate) -> ParentSince? {
    guard let field = fields.field(Self.since), !field.isEmpty else { return .always }
    return field.reading(today: today).flatMap { CivilDate($0) }.map(ParentSince.day)
  }

  static let note = Applicant.Field.note.rawValue
  static let since = "since"

  /// Those that are there already and that the one being entered may be.
  func namesakes(_ state: OfficeState) -> [Applicant] {
    state.namesakes(fields.text("name"), kind: kind, besides: amended?.applicant.id ?? "")
  }

  /// Who has the code already: the same applicant, whatever it is called.
  func codeOwner(_ state: OfficeState) -> Applicant? {
    let code = TextFolding.search(fields.text("code"))
    guard !code.isEmpty else { return nil }
    return state.people.applicants.first {
      $0.id != amended?.applicant.id && $0.code.map(TextFolding.search) == code
    }
  }

  /// A question about the code, never a wall: real papers exist that fail their check.
  func codeProblem(today: CivilDate) -> String? {
    let code = fields.text("code")
    guard !code.isEmpty else { return nil }
    if kind == .individual {
      return FieldWording.problem(ResidentID.read(code, today: today))
    }
    return FieldWording.problem(CreditCode.read(code))
  }

  /// What else asks for a second look: nothing is paid to what is no account.
  func doubts(today: CivilDate, _ state: OfficeState) -> [Doubt] {
    let typed = typed(kind ?? .enterprise, in: "")
    // Which digit of a code is wrong is said already.
    let doubts = typed.doubts(today: today).filter { $0 != .code && $0 != .notCode }
    return doubts + [namedBeyondOne(typed, state), state.accountDoubt(about: typed)].compactMap(\.self)
  }

  /// That the name is one of several units, so that it is not plain who is counted with whom; who is called the same is
  /// shown already.
  private func namedBeyondOne(_ typed: Applicant, _ state: OfficeState) -> Doubt? {
    guard kind != nil else { return nil }
    switch state.nameDoubt(about: typed) {
    case .sameName?, .sameCode?, nil: return nil
    case let doubt?: return doubt
    }
  }
}
