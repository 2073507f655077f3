import Foundation
import Testing

/// `zizhu import` with a table: nothing is taken in before the clerk says so.
struct TableImportTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "zizhu-" + UUID().uuidString)
  private var store: String { folder.appending(path: "store").path }
  private var table: String { folder.appending(path: "台账.csv").path }

  private static let text = """
    申请人,申请人类型,所属县区,项目,专利号,授权日,收件日期,金额,状态
    清远市甲陶瓷有限公司,企业,英德,实用新型,ZL201820123456.0,2019.3.1,2019年7月2日,"1,000元",拨付
    清远市甲陶瓷有限公司,企业,英德,实用新型,申请中,2019.3.1,2019年7月2日,"1,000元",拨付

    """

  private func prepare() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.text.utf8).write(to: URL(filePath: table))
    let made = try Program.run(
      ["init", store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管", "--trial"])
    #expect(made.status == 0)
  }

  private func importing(_ options: String...) throws -> Launch.Result {
    try Program.run(["import", table, "--store", store, "--today", "2020-03-27"] + options)
  }

  private func exported() throws -> String { try Program.run(["export", "--store", store]).output }

  @Test func nothingIsTakenBeforeTheClerkSaysSo() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try exported()
    for options in [[], ["--dry-run"], ["--yes"]] {
      let result = try Program.run(["import", table, "--store", store, "--today", "2020-03-27"] + options)
      #expect(result.status == 65)
      #expect(result.output.contains("可读入 1 行") && result.output.contains("第 3 行  有误：专利号：需要申请号"))
    }
    #expect(try exported() == before)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "台账-结果.csv").path))
  }

  @Test func whatFitsIsTakenOnceAndTheRestExplained() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let mapping = folder.appending(path: "对应.json").path
    #expect(try importing("--yes", "--skip-bad", "--keep-mapping", mapping).status == 0)
    let taken = try exported()
    #expect(taken.contains("441881-2019-000001") && taken.contains("\"1000.00\""))
    let result = try String(contentsOf: folder.appending(path: "台账-结果.csv"), encoding: .utf8)
    #expect(result.contains("\"读入\",\"新申请人 441881-A00001\",\"\t441881-2019-000001\""))
    #expect(result.contains("\"有误\",\"专利号：需要申请号"))
    let again = try importing("--yes", "--skip-bad", "--mapping", mapping)
    #expect(again.status == 0 && again.output.contains("库里没有改动"))
    #expect(try exported() == taken)
  }

  /// One utility model is paid for once (article 18): a row of an earlier day takes it from who is there.
  @Test func aRowThatComesBeforeOthersIsToldAndSkippedOrSaysWhy() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let heading = "申请人,申请人类型,所属县区,项目,专利号,授权日,收件日期,状态\n"
    func write(_ rows: String...) throws {
      try Data((heading + rows.map { $0 + "\n" }.joined()).utf8).write(to: URL(filePath: table))
    }
    try write("清远市甲陶瓷有限公司,企业,英德,实用新型授权,ZL201820123456.0,2019.3.1,2019年7月2日,收件")
    #expect(try importing("--yes").status == 0)
    let early = "清远市乙陶瓷有限公司,企业,英德,实用新型授权,ZL201820123456.0,2019.3.1,2019年6月2日,收件"
    try write(early, "清远市丙陶瓷有限公司,企业,英德,实用新型授权,,2019.3.1,2019年7月3日,收件")
    let why = "第 2 行  有误：这个收件日期排到了已收件的申报之前：441881-2019-000001 由 1,000.00 元 变为 0.00 元"
    for options in [["--dry-run"], ["--yes"]] {
      let told = try Program.run(
        ["import", table, "--repeats", "--store", store, "--today", "2020-03-27"] + options)
      #expect(told.status == 65 && told.output.contains(why), "\(told.output)\(told.errors)")
    }
    let signs = try importing("--dry-run", "--repeats", "--early-reason", "。")
    #expect(signs.status == 65 && signs.output.contains(why), "\(signs.output)")
    let skipped = try importing("--yes", "--repeats", "--skip-bad")
    #expect(skipped.status == 0 && skipped.output.contains("已读入申报 1 件"), "\(skipped.output)\(skipped.errors)")
    #expect(try !exported().contains("清远市乙陶瓷有限公司"))
    try write(early)
    #expect(try importing("--yes", "--repeats", "--early-reason", "邮戳为 6 月 2 日").status == 0)
    #expect(try exported().contains("邮戳为 6 月 2 日"))
  }

  @Test func aFileThatIsThereIsNotWrittenOver() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try exported()
    let result = try importing("--yes", "--skip-bad", "--result", table)
    #expect(result.status == 73 && result.errors.contains("没有覆盖"))
    #expect(try exported() == before)
    #expect(try String(contentsOf: URL(filePath: table), encoding: .utf8) == Self.text)
  }

  @Test func everyDoubtIsToldBeforeTheYes() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    // The account is a word in each of twelve rows that would go in.
    let rows = (1...12).map { "英德市第\($0)陶瓷厂,企业,英德,实用新型授权,工行英德支行,2019年7月2日,收件" }
    let heading = "申请人,申请人类型,所属县区,项目,银行账号,收件日期,状态"
    let text = ([heading] + rows).joined(separator: "\n")
    try Data((text + "\n").utf8).write(to: URL(filePath: table))
    let said = try importing("--dry-run").output
    #expect(said.contains("要核对的 12 行"), "\(said)")
    for line in 2...13 { #expect(said.contains("第 \(line) 行  银行账号不像账号"), "\(said)") }
  }

  @Test func whatWasSaidOfAColumnIsKeptForTheOffice() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = Self.text.replacing("专利号", with: "凭证").replacing("申请中", with: "201820123457.5")
    try Data(text.utf8).write(to: URL(filePath: table))
    #expect(try importing("--dry-run").output.contains("凭证  →  不读\n"))
    #expect(try importing("--yes", "--skip-bad", "--map", "凭证=专利号").status == 0)
    // The next table of this form says it of itself, and shows that it does.
    let again = try importing("--dry-run").output
    #expect(again.contains("凭证  →  专利申请号，如 ZL201820123456.0（照本局上次指明的）"), "\(again)")
    #expect(again.contains("已在库中"))
    // It is a file of the store's own, which backups hold, and may be lost or broken without harm.
    let verified = try Program.run(["verify", "--store", store])
    #expect(verified.status == 0 && !verified.output.contains("columns.json"), "\(verified.output)")
    try Data("{".utf8).write(to: URL(filePath: store).appending(path: "columns.json"))
    #expect(try importing("--dry-run").output.contains("凭证  →  不读\n"))
  }

  @Test func optionsOfATableAreNotForAnInterchangeFile() throws {
    try prepare()
    defer { try? FileManager.default.removeItem(at: folder) }
    let other = folder.appending(path: "office.json")
    try Data(exported().utf8).write(to: other)
    #expect(try Program.run(["import", other.path, "--store", store, "--fill-down"]).status == 64)
  }
}
