import CaseModel
import Cells

/// Asks which table of an old ledger is to be read.
struct OldLedgerForm: FieldsLayer {
  var fields: FieldSet
  var pane = LinesPane()
  /// What was asked before, with what was said of columns.
  private let before: OldLedgerRequest

  init(_ request: OldLedgerRequest, _ desk: Surroundings) {
    before = request
    fields = FieldSet([
      Field(
        id: "path", label: "表格文件", hint: "xlsx 工作簿，或 CSV（UTF-8、GB18030）；单写文件名就在个人文件夹里找", kind: .text,
        text: request.path
      ),
      Field(
        id: "fixed", label: "各行相同", hint: "表里没有的栏，如 项目=实用新型授权；几个用分号隔开，可不填", kind: .text, text: request.fixed),
      Field(id: "sheet", label: "工作表", hint: "工作簿里有几张表时，写要读的那一张，可不填", kind: .text, text: request.sheet),
      Field(
        id: "filldown", label: "空格照上行", hint: "合并过的单元格：空着的申请人、项目、日期照上一行填", kind: .flag,
        text: request.fillsDown ? "是" : "否"),
      Field(id: "mapping", label: "栏目对应", hint: "上次存下的栏目对应关系文件，可不填", kind: .text, text: request.mapping),
      Field(
        id: "early", label: "提前理由", hint: "收件日期排到已收件的申报之前、使其资助额减少的，须写明理由；没有的不填", kind: .text,
        text: request.earlyReason),
    ])
    renew(desk)
  }

  var heading: String { "导入旧台账" }
  var action: String? { "读表" }
  /// Nothing is lost with it: the file is there.
  var isChanged: Bool { false }
  var help: [String] { ["先读表、列出每一行会怎样，什么也不读入；看过以后再按 F8 才读入。同一份表再读一次，不会重复。"] }

  func title(_ desk: Surroundings) -> String { "把电子表格里的旧台账读进来" }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    DecisionLines.wrapped("按 F8 读表，先列出每一行的结果；看过以后再按 F8 才读入。读入的结果写成一个文件，放在原表旁边。", width, .dim)
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    let path = fields.text("path")
    guard !TextFolding.isBlank(path) else { return fields.fails("没有读表：请写文件名。", at: "path") }
    var request = OldLedgerRequest(path: path)
    if path == before.path { request.columns = before.columns }
    request.earlyReason = fields.text("early")
    request.fixed = fields.text("fixed")
    request.mapping = fields.text("mapping")
    request.sheet = fields.text("sheet")
    request.fillsDown = fields.isYes("filldown", today: desk.today)
    return .asks(.readOldLedger(request))
  }
}
