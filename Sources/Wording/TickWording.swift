public import Casework
public import SubsidyRules

/// A row of a filing's list of papers.
public enum TickWording {
  /// The paper with what is asked for, and what was found.
  public static func line(_ row: TickRow) -> String {
    "\(mark(row)) \(row.paper.id)  \(row.paper.label)（\(asked(row.paper))）  \(found(row))"
  }

  /// What is asked for: copies, the original, and whether always.
  public static func asked(_ paper: Paper) -> String {
    var parts: [String] = []
    if paper.original { parts.append("原件") }
    if paper.copies > 0 { parts.append("\(paper.copies) 份") }
    if paper.optional { parts.append("需要时") }
    return parts.joined(separator: "，")
  }

  /// That papers were not looked at, before a notice goes out that can't speak of them; nil where all were.
  public static func unchecked(_ papers: [Paper]) -> String? {
    guard !papers.isEmpty else { return nil }
    return "还有 \(papers.count) 项材料尚未核对，没有写进补正通知：\(papers.map(\.label).joined(separator: "、"))。"
      + "补正内容应当一次告知，请先核对。"
  }

  /// What is wrong with a paper.
  public static func words(_ fault: PaperFault) -> String { fault.words }

  private static func mark(_ row: TickRow) -> String {
    if row.tick == nil { return "[ ]" }
    return row.fault == nil ? "[√]" : "[×]"
  }

  private static func found(_ row: TickRow) -> String {
    guard let tick = row.tick else { return "未核对" }
    if let fault = row.fault { return fault.words }
    let pages = tick.pages > 0 ? "，\(tick.pages) 页" : ""
    return (tick.hasOriginal ? "原件，" : "") + "\(tick.copies) 份\(pages)"
  }
}
