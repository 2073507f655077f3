import CaseModel
import Cells

/// Asks in which form and under which name a document is to be kept.
struct PrintFile: EntryForm {
  let document: PrintedDocument
  var fields: FieldSet

  init(_ document: PrintedDocument, _ desk: Surroundings) {
    self.document = document
    let choices = document.formats(desk.outlets).map { Field.Choice(id: $0.rawValue, label: $0.label) }
    fields = FieldSet([
      Field(id: "format", label: "格式", kind: .choice(choices), text: choices.first?.label ?? ""),
      Field(
        id: "name", label: "文件名", hint: "已有的文件不会被覆盖。", kind: .text, text: document.fileName),
      Field(
        id: "folder", label: "文件夹", hint: "不填为个人文件夹；下次还放在这里。", kind: .text, text: desk.printFolder),
    ])
  }

  var heading: String { "存成文件" }
  var action: String? { "保存" }
  /// The document is laid out anew at any time.
  var isChanged: Bool { false }
  var rowsAboveFields: Int { 2 }

  mutating func save(_ desk: Surroundings) -> Answer {
    guard let format = fields.choice("format").flatMap(PrintedDocument.Format.init(rawValue:))
    else { return fields.fails("没有保存：请选择格式。", at: "format") }
    guard format != .printer else { return .asks(.write(document, format, name: document.fileName)) }
    let name = fields.text("name")
    guard !TextFolding.isBlank(name) else { return fields.fails("没有保存：请填写文件名。", at: "name") }
    return .asks(.write(document, format, name: path(name)))
  }

  /// A name that says its folder itself stays as it is.
  private func path(_ name: String) -> String {
    var folder = self.folder
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    guard !folder.isEmpty, !name.contains("/") else { return name }
    return folder == "/" ? folder + name : folder + "/" + name
  }

  /// The folder as typed, without blanks around it.
  var folder: String {
    String(fields.text("folder").drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    if let list = fields.list { return list.draw(into: &pane) }
    pane.write(document.title, row: 0, column: 1, width: pane.columns - 2, style: .strong)
    pane.within(pane.area.splitTop(2).rest) { fields.draw(into: &$0, today: desk.today) }
  }
}
