import CaseModel
import Casework
import Cells
import Interchange
import SubsidyRules
import Wording

/// Asks which table of records is to be read into the register.
struct RecordsTableForm: FieldsLayer {
  let kind: RecordKind
  var fields: FieldSet
  var pane = LinesPane()

  init(_ kind: RecordKind, _ desk: Surroundings) {
    self.kind = kind
    let districts = desk.state.districts
    let own = desk.state.office?.district ?? ""
    fields = FieldSet([
      Field(
        id: "path", label: "表格文件", hint: "xlsx 工作簿，或 CSV（UTF-8、GB18030）；单写文件名就在个人文件夹里找", kind: .text),
      Field(id: "sheet", label: "工作表", hint: "工作簿里有几张表时，写要读的那一张，可不填", kind: .text),
      Field(
        id: "district", label: "县区", hint: "按 F4 选择",
        kind: .choice(of: districts),
        text: districts.named(by: own)?.name ?? ""),
    ])
    renew(desk)
  }

  var heading: String { "读入台账" }
  var action: String? { "读表" }
  /// Nothing is lost with it: the file is there.
  var isChanged: Bool { false }
  var help: [String] { ["先读表、列出要登记的各条，什么也不登记；看过以后再按 F8 才登记。同一份表再读一次，不会重复。"] }

  func title(_ desk: Surroundings) -> String { "把表格里的\(kind.label)读进工作台账" }

  func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    let needed = kind.fields.filter { !$0.isOptional }.map(\.rule.label).joined(separator: "、")
    let others = kind.fields.filter(\.isOptional).map(\.rule.label).joined(separator: "、")
    return DecisionLines.wrapped("必须有的栏：\(needed)。", width)
      + (others.isEmpty ? [] : DecisionLines.wrapped("可以有的栏：\(others)。", width))
      + DecisionLines.wrapped("栏的先后不论，标题上面可以有表名；国家知识产权局清单的栏名也认得。", width, .dim)
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    let path = fields.text("path")
    guard !TextFolding.isBlank(path) else { return fields.fails("没有读表：请写文件名。", at: "path") }
    guard let district = fields.choice("district") else {
      return fields.fails("没有读表：请选定这些记录属于哪个县区。", at: "district")
    }
    var request = RecordsRequest(kind: kind.id, path: path, district: district)
    request.sheet = fields.text("sheet")
    return .asks(.readRecords(request))
  }
}

/// What a table of records would come to: looked at, and then entered.
struct RecordsTablePage: LinesLayer {
  let preview: RecordsPreview
  var pane = LinesPane()

  init(_ preview: RecordsPreview, _ desk: Surroundings) {
    self.preview = preview
    renew(desk)
  }

  private var fresh: [RegisterEntry] { preview.intake.fresh }

  var heading: String { "读入台账" }
  var canSave: Bool { !fresh.isEmpty }
  var keyHints: [KeyHint] { (canSave ? [KeyHint(.f(8), "登记 \(fresh.count) 条")] : []) + pane.keyHints }
  var help: [String] { ["按 F8 之前什么也没有登记。已有的、逐栏相同的不再登记。"] }

  func lines(_ desk: Surroundings) -> [DecisionLines.Line] {
    let width = desk.columns - 2
    let kind = desk.state.recordKind(preview.request.kind)
    let left =
      preview.leftOut.isEmpty ? "" : "；没有读的栏：\(preview.leftOut.joined(separator: "、"))"
    let head =
      "\(kind?.label ?? preview.request.kind)：要登记 \(fresh.count) 条，已有 \(preview.intake.known) 条\(left)。"
    let lines = fresh.enumerated().flatMap { place, entry in
      DecisionLines.wrapped("\(place + 1)  \(RegisterWording.summary(entry, kind))", width)
    }
    let end =
      canSave
      ? DecisionLines.Line(text: "以上还没有登记；看过以后按 F8。", style: .good)
      : DecisionLines.Line(text: "没有要登记的。按 F10 返回。", style: .warning)
    return DecisionLines.wrapped(head, width, .strong) + [end] + lines
  }

  mutating func save(_ desk: Surroundings) -> Answer {
    guard canSave else { return .warns("没有要登记的。") }
    return desk.saving(.enterRecords(fresh), orSay: "没有登记：")
  }

  func saved(_ changes: [Change], _ desk: Surroundings) -> Notice {
    Notice(.good, "已登记 \(changes.count) 条。")
  }
}
