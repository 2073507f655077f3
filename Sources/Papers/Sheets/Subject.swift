public import CaseModel
import Wording

/// What a paper about one filing is about: its number, item and clause, and who filed it when.
public struct Subject: Hashable, Sendable {
  public var filing: String
  public var item: String
  /// The item's article as the policy file numbers it: `18`.
  public var article: String
  public var received: CivilDate
  public var party: Party

  static func fields<Content>(_ subject: @escaping @Sendable (Content) -> Subject) -> [TemplateField<Content>]
  {
    [
      .text("filing", "收件编号") { subject($0).filing },
      .text("item", "项目名称") { subject($0).item },
      .text("article", "依据的条款，如 第18条") { Labels.articleName(subject($0).article) },
      .text("received", "收件日期，如 2019年4月2日") { subject($0).received.onPaper },
      .text("receivedDay", "收件日期，如 2019-04-02，用于表格") { subject($0).received.description },
    ] + Party.fields { subject($0).party }
  }
}

/// A label with what was stated under it: 授权公告日, 2019年6月15日.
public struct LabelledText: Hashable, Sendable {
  public var label: String
  public var text: String

  static let fields: [TemplateField<LabelledText>] = [
    .text("label", "栏目名称") { $0.label }, .text("text", "填报内容") { $0.text },
  ]
}

/// A numbered line of a letter.
struct NumberedLine: Hashable, Sendable {
  var number: Int
  var text: String

  /// Lines of a paper, whose days are written out like those of its own text.
  static func all(_ texts: [String]) -> [NumberedLine] {
    texts.enumerated().map { place, text in
      let written = text.replacing(/[ ]?\b([0-9]{4}-[0-9]{2}-[0-9]{2})\b[ ]?/) { found in
        CivilDate(String(found.output.1))?.onPaper ?? String(found.output.0)
      }
      return NumberedLine(number: place + 1, text: written)
    }
  }

  static let fields: [TemplateField<NumberedLine>] = [
    .text("number", "序号") { String($0.number) }, .text("text", "内容") { $0.text },
  ]
}
