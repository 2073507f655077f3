import CaseModel
import Interchange

/// How a policy file is written, from the tables that the reader itself goes by: every key and word with what it means.
public enum PolicyGuide {
  /// One object of the file, or one list of words, with what each key or word means.
  public struct Part: Sendable {
    public var title: String
    public var words: [String]
    /// Those of the words that must be there; empty for a list of words.
    public var required: Set<String>
    /// By word, what it means; where it is written in an example, that stands behind `例：`.
    public var meanings: [String: String]
  }

  public static let parts: [Part] = [
    object("文件", PolicyWords.policy, policy),
    object("期间 periods", PolicyWords.period, period),
    object("区划 districts（只写代码的，名称从国家区划表查）", PolicyWords.district, district),
    object("项目 items", PolicyWords.item, item),
    object("填报栏 inputs", PolicyWords.input, input),
    words("填报栏的种类 kind", PolicyWords.inputKinds, inputKinds),
    object("算出的值 values", PolicyWords.value, value),
    words("一个值可以这样算", PolicyWords.operations, operations),
    words("金额 amount（只写一种，可另加 ceiling 封顶）", PolicyWords.amounts, amounts),
    words("条件 conditions（另写 reason）", PolicyWords.tests + ["any"], tests),
    words("不符合的理由 reason", PolicyWords.reasons, reasons),
    object("限额 caps", PolicyWords.cap, cap),
    object("口径 readings", PolicyWords.reading, reading),
    object("材料 papers", PolicyWords.paper, paper),
    object(
      "金额不能表达的条文 unexpressed（amount 写 {\"paid\": \"approvedAmount\"}，由本局核定）", PolicyWords.unexpressed,
      unexpressed),
    object(
      "单个条件不能表达的，在 conditions 里写 {\"unexpressed\": {…}}，由本局确认", PolicyWords.confirmation, confirmation),
    object("条文 articles", PolicyWords.article, article),
    words(
      "申请人类型", PolicyWords.applicants,
      Dictionary(first: ApplicantKind.allCases.map { ($0.rawValue, Labels.label($0)) })),
    words(
      "专利类型", PolicyWords.patentTypes,
      Dictionary(first: PatentType.allCases.map { ($0.rawValue, Labels.label($0)) })),
  ]

  /// The whole guide, for a terminal or a file.
  public static var lines: [String] {
    var lines = [
      "政策文件（\(PolicyFile.format)）是一个 JSON 文件，UTF-8，键和词用英文，给人看的文字用中文。",
      "金额写成“80000元”，比例写成“30%”，日期写成“2018-01-01”，都放在双引号里；数不加引号。",
      "一个值可以是：填报栏或前面算出的值的编号、kind（申请人类型）、event（计算日）、received（收件日）、数、true 或 false、金额、比例、日期，或下面的一步运算。",
      "按情形不同的写成 {\"by\": 值, \"cases\": {\"情形\": …}}，情形里还可以再分情形；按口径不同的写成 {\"reading\": 口径, \"options\": {\"选项\": …}}。",
      "从 zizhu policy new 打印的一份开始改，用 zizhu policy check 检查，用 --explain 和 --boundaries 对照原文校对。",
    ]
    for part in parts {
      lines += ["", "【\(part.title)】"]
      let width = (part.words.map(\.utf8.count).max() ?? 0) + 2
      for word in part.words {
        let gap = String(repeating: " ", count: max(width - word.utf8.count, 1))
        let need = part.required.contains(word) ? "（必有）" : ""
        lines.append("  \(word)\(gap)\(need)\(part.meanings[word] ?? "")")
      }
    }
    for place in Recipe.Place.allCases {
      lines += ["", "【\(title(place))】"]
      for recipe in recipes where recipe.place == place {
        lines += ["  \(recipe.clause)：", "    \(recipe.json)"]
      }
    }
    return lines
  }

  private static func object(_ title: String, _ shape: PolicyWords.Shape, _ meanings: [String: String])
    -> Part
  {
    Part(title: title, words: shape.keys, required: Set(shape.required), meanings: meanings)
  }

  private static func words(_ title: String, _ words: [String], _ meanings: [String: String]) -> Part {
    Part(title: title, words: words, required: [], meanings: meanings)
  }
}
