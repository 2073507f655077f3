import CaseModel
import Casework
import Cells
import SubsidyRules
import Testing

@testable import Desk

/// What all forms of fields have in common: terminal.md, Fields and Keys.
@Suite struct EntryFormTests {
  @Test(
    "Behind the last field it is said which key does what the form is for",
    arguments: [
      ("<F3><S-Tab>", 7, "已是最后一栏，保存请按 F8。"), ("6<Down><F2>", 9, "已是最后一栏，保存请按 F8。"),
      ("<F9><Enter><F8>", 3, "已是最后一栏，保存请按 F8。"), ("<C-b>", 6, "已是最后一栏，登记并办理请按 F8。"),
      ("<F2>", 3, "请先选项目。"),
    ])
  func theEnd(_ start: String, _ most: Int, _ says: String) throws {
    var session = try DeskSession.demo(start)
    var messages: [String] = []
    for _ in 0..<most + 2 {
      try session.press("<Tab>")
      messages.append(session.message)
    }
    #expect(messages.last == says && messages.first != says, "\(messages)")
  }

  @Test(arguments: ["<F5>", "<F3>", "<F2>", "6<Down><F2>", "<C-b>"])
  func nothingToTakeBackIsSaidOnEveryForm(_ start: String) throws {
    #expect(try DeskSession.demo(start + "<C-z>").message == "这一栏没有可以撤销的输入。")
    #expect(try !DeskSession.demo(start + "2<C-z>").message.contains("没有可以撤销"))
  }

  @Test(
    "Help says of the field of any form how it may be written",
    arguments: ["<F5><F1>", "6<Down><F2><F4><Esc><F1>"])
  func helpOfAField(_ script: String) throws {
    let session = try DeskSession.demo(script, rows: 30, columns: 110)
    #expect(session.screen.contains("2019年3月1日、今天") || session.screen.contains("拼音首字母，或按 F4 选择"))
  }

  /// However many fields an item has, the one with the cursor stands on the smallest screen.
  @Test func theFieldInFocusIsInSight() throws {
    for item in try DemoOffice.full().policy.items {
      var session = try DeskSession.demo("<F2><F4>", rows: 16, columns: 60)
      try session.press(item.label + "<Tab>A017<Tab><Tab>")
      let form = try #require(session.model.filing)
      #expect(form.item.chosen?.id == item.id)
      for place in FilingForm.firstInput..<form.fields.count {
        #expect(session.model.filing?.focus == place, "\(item.id)")
        let row = try #require(session.grid.caret?.row, "\(item.id) \(place)")
        #expect((1..<14).contains(row), "\(item.id) \(place)")
        let label = session.model.filing?.fields.focused?.label ?? "材料"
        #expect(session.line(row).contains(label.prefix(4)), "\(item.id) \(label)\n\(session.screen)")
        try session.press("<Tab>")
      }
    }
  }

  @Test("A press on a field goes there, from the item too, and one on a candidate takes it")
  func theMouse() throws {
    var session = try DeskSession.demo(Scene.cutGrant + "<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>")
    #expect(session.model.filing?.focus == 0)
    try session.press("<Press 6 20>")
    #expect(session.model.filing?.focus == 4)
    var applicant = try DeskSession.demo("<F3>甲<Tab>分支<Tab>1")
    let branch = try #require(applicant.model.applicantForm)
    try applicant.press(String(repeating: "<Tab>", count: branch.fields.count - 3))
    #expect(applicant.model.applicantForm?.fields.focused?.id == ApplicantForm.parent)
    let first = try #require(applicant.model.applicantForm?.fields.openLookup?.candidates.first)
    try applicant.press("<Press 2 60>")
    #expect(applicant.model.applicantForm?.fields.field(ApplicantForm.parent)?.chosen == first)
  }

  /// terminal.md: "a paste of several columns fills several fields", and a reason of several lines is one.
  @Test func aReasonOfSeveralLinesLosesNone() throws {
    var session = try DeskSession.demo("<C-b><S-Tab>")
    try session.press("<Tab><Tab><Tab><Tab><Tab><Paste \"法院判决\\n一审\\n已生效\">")
    #expect(session.screen.contains("法院判决 一审 已生效"), "\(session.screen)")
    let form = try DeskSession.demo("<F3><Paste \"甲公司\\t企业\\t英德市\\t\">")
    #expect(form.screen.contains("甲公司") && form.screen.contains("英德市"))
  }

  /// A spreadsheet's empty cell passes its field over, and what finds no field is counted: nothing goes without a word.
  @Test func aPasteOfColumnsLosesNoneUnsaid() throws {
    let form = try DeskSession.demo("<F3><Paste \"甲公司\\t\\t英德市\">")
    let applicant = try #require(form.model.applicantForm)
    #expect(applicant.fields.text("kind").isEmpty && applicant.fields.choice("district") == "441881")
    let columns = (1...12).map(String.init).joined(separator: "\\t")
    let over = try DeskSession.demo("<F3><Paste \"\(columns)\">")
    #expect(over.message == "粘贴的还有 4 栏没有放进去：后面没有栏了。请从头一栏起粘贴，或去掉多余的栏。")
    #expect(over.model.applicantForm?.fields.text("account") == "8")
    // The row of papers behind a filing's fields takes none.
    let filing = try DeskSession.demo("<F2>专利保险<Tab>A017<Tab><Paste \"2020.3.1\\t合同\\t500\\t甲\\t乙\\t丙\">")
    #expect(filing.message.contains("栏没有放进去"), "\(filing.screen)")
  }

  /// Item and applicant of a filing stay: whoever types there is told so.
  @Test(arguments: ["啊", "<Backspace>", "<C-u>", "<Paste \"甲\">"])
  func aLockedFieldSaysWhyNothingHappens(_ keys: String) throws {
    var session = try DeskSession.demo("3<Enter>")
    try session.press("<S-Tab>")
    while session.model.filing?.fields.focused?.isLocked == false, session.model.filing?.focus ?? 0 > 0 {
      try session.press("<S-Tab>")
    }
    try #require(session.model.filing?.fields.focused?.isLocked == true)
    try session.press(keys)
    #expect(session.message.contains("项目和申请人不能改"), "\(session.message)")
  }

  /// Whoever opens the list of items and takes that back finds the reason for a number as it was, and only for that time.
  @Test func aReasonComesBackWithItsItem() throws {
    var session = try DeskSession.demo("<F2>实用新型授权<Tab>A017<Tab><Tab>2018201234561<Tab>证书如此")
    func reason() -> String? { session.model.filing?.overrides.first?.reason }
    try #require(reason() == "证书如此", "\(session.screen)")
    try session.press("<S-Tab><S-Tab><S-Tab><S-Tab><F4>")
    #expect(session.model.filing?.item.chosen == nil && reason() == nil)
    try session.press("<C-z>")
    #expect(reason() == "证书如此", "\(session.screen)")
  }

  /// Where a form was begun for an applicant Tab passes the applicant over; a press of the mouse goes where it is.
  @Test func theMouseGoesWhereItPoints() throws {
    let session = try DeskSession.demo("2<F2>发明年费<Tab><S-Tab><S-Tab><S-Tab>")
    for row in 0..<3 {
      var pointed = session
      try pointed.press("<Press \(row + 1) 20>")
      #expect(pointed.model.filing?.focus == row, "\(pointed.screen)")
    }
  }

  /// The reason that saving had asked for comes back with the rest of what was typed.
  @Test func aDraftHasTheReasonToo() throws {
    let session = try DeskSession.demo("<F3>甲<Tab>企业")
    var form = try #require(session.model.applicantForm)
    form.askForReason()
    form.fields.fill([("note", "另一家公司")])
    form.fields.isChanged = true
    let draft = try #require(form.unsaved)
    let again = try #require(ApplicantForm(resuming: draft, state: session.state))
    #expect(again.fields.text("note") == "另一家公司" && again.focus == form.focus)
  }

  /// A choice that stands is typed over, unless what is typed goes on to another.
  @Test func aChoiceIsTypedOverOrGoneOnWith() throws {
    let choices: [Field.Choice] = [
      .init(id: "a", label: "大学"), .init(id: "b", label: "大学附属医院"), .init(id: "c", label: "企业"),
    ]
    var field = Field(id: "kind", label: "类型", kind: .choice(choices))
    let today = try #require(DemoOffice.today)
    for part in ["大", "学", "附", "属"] { field.insert(part, today: today) }
    #expect(field.choice?.id == "b")
    field.edit { $0.replace("大学") }
    field.insert("企", today: today)
    #expect(field.editor.text == "企" && field.choice?.id == "c")
  }

  /// A cell of a list takes what its field takes.
  @Test func anEmptyCellIsTheSameField() {
    var field = Field(id: "count", label: "数量", kind: .count, mask: .code, text: "12")
    field.most = 5_000_000
    let cell = field.emptied
    #expect(cell.isEmpty && cell.most == 5_000_000 && cell.mask == .code && cell.kind == .count)
  }

  /// Where an applicant is a branch no more its head office is not lost: it stands there again as soon as it is one.
  @Test func theHeadOfficeComesBack() throws {
    var session = try DeskSession.demo(
      "<F3>甲<Tab>分支<Tab>1" + String(repeating: "<Tab>", count: 6) + "A001<Tab>")
    func head() -> String? { session.model.applicantForm?.fields.field(ApplicantForm.parent)?.chosen?.id }
    #expect(head() == "A001", "\(session.screen)")
    try session.press(String(repeating: "<S-Tab>", count: 7) + "<C-u>企业")
    #expect(session.model.applicantForm?.fields.field(ApplicantForm.parent) == nil, "\(session.screen)")
    try session.press("<C-u>分支")
    #expect(head() == "A001")
    // So it does after a crash.
    let draft = try #require(session.model.applicantForm?.unsaved)
    let again = try #require(ApplicantForm(resuming: draft, state: session.state))
    #expect(again.fields.field(ApplicantForm.parent)?.chosen?.id == "A001")
    #expect(again.focus == 1 && again.unsaved?.fields == draft.fields)
  }
}
