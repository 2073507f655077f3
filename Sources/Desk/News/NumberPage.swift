import CaseModel
import Casework
import Cells
import Wording

/// One look at an application number: every filing, by anyone, in any year, that rests on it.
struct NumberPage: FieldsLayer {
  var fields = FieldSet([
    Field(id: "number", label: "专利申请号", hint: "ZL、点、空格、校验位可有可无", kind: .applicationNumber)
  ])
  var pane = LinesPane()

  init(_ desk: Surroundings) { renew(desk) }

  var heading: String { "查申请号" }
  var action: String? { nil }
  func title(_ desk: Surroundings) -> String { "以一件专利申请为依据的申报" }

  /// Nothing is looked for before the number is whole.
  mutating func look(_ desk: Surroundings, width: Int) -> [DecisionLines.Line] {
    guard let number = News.application(fields.text("number")) else {
      return DecisionLines.wrapped("输入号码，这里就列出以它为依据的每一件申报。", width, .dim)
    }
    return NewsWording.lines(restingOn: number, desk.state).flatMap { DecisionLines.wrapped($0, width) }
  }
}
