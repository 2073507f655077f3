import CaseModel
import Interchange
import Testing

@testable import Desk

/// An old ledger is looked at before anything of it goes in.
@Suite struct LedgerTests {
  static let preview: OldLedgerPreview = {
    var preview = OldLedgerPreview(
      request: OldLedgerRequest(path: ""), about: "旧账.csv：GB18030，第 2 行为栏目，5 行。",
      columns: [
        .init(heading: "申请人", word: "applicant.name", meaning: "申请人，如 清远市甲陶瓷有限公司"),
        .init(heading: "类型", word: "", meaning: "不读"),
      ],
      meanings: [.init(id: "received", label: "收件日期"), .init(id: "applicant.kind", label: "申请人类型")],
      lacking: [],
      rows: [
        .init(line: 3, kind: .taken, result: "可读入", reason: ""),
        .init(line: 4, kind: .wrong, result: "有误", reason: "专利号：需要申请号，请待受理后再填"),
        .init(line: 5, kind: .known, result: "已在库中", reason: "441881-2019-000001"),
        .init(
          line: 6, kind: .repeated, result: "重复",
          reason: "与第 3 行是同一件：同一专利同一项目只资助一次；旧账确已付过两次的，请用 zizhu import --repeats 读入"),
        .init(line: 7, kind: .taken, result: "可读入", reason: ""),
        .init(line: 8, kind: .noFiling, result: "跳过", reason: "合计行"),
      ])
    preview.filings = 2
    preview.applicants = 1
    preview.decided = MoneyTotal(Money(fen: 150_000))
    return preview
  }()

  /// What is taken over by the only one who may pay could never be paid.
  @Test func takingOverSaysThatNobodyElseCouldPay() throws {
    #expect(try opened(Self.preview, "旧账.csv<F8>").screen.contains("以后没有别人可以"))
  }

  static let open = "<C-p>drjtz<Enter>"

  private func opened(_ preview: OldLedgerPreview?, _ script: String) throws -> DeskSession {
    var desk = try DeskSession.demo(LedgerTests.open)
    desk.ledger = preview
    try desk.press(script)
    return desk
  }

  @Test func aFileIsAskedForAndWhatCannotBeReadIsSaid() throws {
    #expect(try opened(Self.preview, "<F8>").message == "没有读表：请写文件名。")
    let missing = try opened(nil, "旧账.csv<F8>")
    #expect(missing.message == "没有这个文件。")
    // What was typed stays.
    #expect(missing.screen.contains("旧账.csv"))
  }

  @Test func badRowsComeFirstWithTheirReasons() throws {
    var desk = try opened(Self.preview, "旧账.csv<F8>")
    let words = desk.screen.filter { !$0.isWhitespace }
    #expect(words.contains("可读入2行，核定金额合计1,500.00元，新申请人1个；已在库中1行；重复1行；有误1行；合计行1行"))
    let rows = (0..<24).filter { desk.line($0).contains("有误  ") || desk.line($0).contains("可读入  ") }
    #expect(desk.line(try #require(rows.first)).contains("4 有误"))
    #expect(desk.keyNames.contains("F8") && desk.screen.contains("F8 读入 2 件"))
    // Nothing is in before F8 is pressed again.
    #expect(desk.journal.isEmpty)
    try desk.press("<Down><Down><F8>")
    #expect(desk.message == "已读入申报 2 件。" && desk.title.contains("1 待办"))
  }

  @Test func doubtfulRowsComeNextAndAreCounted() throws {
    var doubtful = Self.preview
    doubtful.rows[4] = .init(
      line: 7, kind: .taken, result: "要核对", reason: "代码校验位不符，请核对证照", isDoubtful: true)
    let desk = try opened(doubtful, "旧账.csv<F8>")
    #expect(desk.screen.filter { !$0.isWhitespace }.contains("其中要核对1行"))
    let lines = (0..<24).map(desk.line)
    let order = ["4 有误", "6 重复", "7 要核对", "3 可读入"].map { row in
      lines.firstIndex { $0.contains("  \(row)") } ?? -1
    }
    #expect(order == order.sorted() && !order.contains(-1), "\(desk.screen)")
  }

  @Test func aColumnIsReadOtherwise() throws {
    var lacking = Self.preview
    lacking.lacking = ["申请人类型"]
    var desk = try opened(lacking, "旧账.csv<F8>")
    // What lacks a column shows its columns, and takes nothing in.
    #expect(desk.screen.contains("缺少申请人类型") && desk.screen.contains("[栏目 2]"))
    #expect(!desk.keyNames.contains("F8"))
    try desk.press("<F8>")
    #expect(desk.message == "没有读入：缺少申请人类型。")
    try desk.press("<Down><F4><Down><Down>")
    #expect(desk.screen.contains("3  申请人类型"))
    try desk.press("<Enter>")
    #expect(desk.screen.contains("类型                     申请人类型"))
    #expect(!desk.screen.contains("缺少"))
    try desk.press("<Left><F8>")
    #expect(desk.message == "已读入申报 2 件。")
  }

  /// A row that comes before others stays out until somebody says why, for which one goes back to what was asked.
  @Test func aRowThatComesBeforeOthersIsAskedWhy() throws {
    var early = Self.preview
    early.rows[1] = .init(
      line: 4, kind: .wrong, result: "有误", reason: "这个收件日期排到了已收件的申报之前", isEarly: true)
    var desk = try opened(early, "旧账.csv<F8>")
    #expect(desk.screen.contains("F4 写提前理由") && desk.screen.contains("缺提前理由的按 F4 写"))
    try desk.press("<F4>")
    #expect(desk.screen.contains("旧账.csv") && desk.screen.contains("提前理由"))
    try desk.press("邮戳为 6 月 1 日<F8>")
    let page = try #require(desk.model.overlay as? OldLedgerPage)
    #expect(page.preview.request.earlyReason == "邮戳为 6 月 1 日" && page.preview.request.path == "旧账.csv")
    // Where nothing is asked, the same key leads back to what was asked.
    desk = try opened(Self.preview, "旧账.csv<F8><F4>")
    #expect(desk.screen.contains("表格文件"))
  }

  @Test func whatCouldNotBeTakenIsReadAgain() throws {
    var desk = try opened(Self.preview, "旧账.csv<F8>")
    desk.refusal = "库里的内容刚有变动，没有读入。"
    try desk.press("<Down><F8>")
    #expect(desk.message == "库里的内容刚有变动，没有读入。" && desk.screen.contains("F8 重新读表"))
    desk.refusal = nil
    try desk.press("<Down><F8>")
    #expect(desk.screen.contains("F8 读入 2 件"))
    try desk.press("<Down><F8>")
    #expect(desk.message == "已读入申报 2 件。")
  }

  /// The same file a second time.
  @Test func whatIsInAlreadyChangesNothing() throws {
    var known = Self.preview
    (known.filings, known.applicants, known.decided) = (0, 0, .zero)
    known.rows = known.rows.filter { $0.kind == .known }
    var desk = try opened(known, "旧账.csv<F8>")
    #expect(desk.screen.contains("可读入 0 行；已在库中 1 行"))
    try desk.press("<F8>")
    #expect(desk.message == "没有新的内容，库里没有改动。")
  }
}
