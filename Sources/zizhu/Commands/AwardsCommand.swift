import ArgumentParser
import Interchange
import Wording

/// Settles claims as the desk would, and holds an engine's answer against it.
struct AwardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "awards", abstract: "结算 zizhu claims 写出的申报，或核对别的程序结算的结果",
    discussion: """
      zizhu awards --claims 文件夹                 按工作台的办法结算，每件一行写到标准输出
      zizhu awards 结果.jsonl                      只算出这份结果的摘要
      zizhu awards 结果.jsonl --claims 文件夹 --check   逐件核对，有不同的列出前十件，退出码 65

      结果每行一件：{"writer":…,"id":…,"award":"200.00","holderWriter":…,"holder":…}，没有先占的可以不写后两项。
      摘要写到标准错误：对按 writer、id 排好的每一件，求 SHA-256；几种引擎的摘要相同，结果就一分不差。
      """)

  @Argument(help: "别的程序结算的结果") var file: String?
  @Option(help: "zizhu claims 写出的文件夹；- 为标准输入") var claims: String?
  @Flag(help: "与工作台的结算逐件核对") var check = false

  func run() throws {
    guard let file else {
      guard let claims, !check else {
        throw Failure(.usage, "请写明结果文件，或用 --claims 写明要结算的文件夹。")
      }
      return try settle(claims)
    }
    let answer = try read(file) { (bytes) throws(ClaimLineError) in try AwardLines.read(bytes) }
    if check {
      guard let claims else {
        throw Failure(.usage, "核对要用 --claims 写明 zizhu claims 写出的文件夹。")
      }
      try compare(answer, with: try ledger(of: claims), file)
    }
    var digest = AwardDigest()
    for row in answer { digest.add(row.name, row.award) }
    Streams.complain("\(answer.count) 件，摘要 \(digest.hex())")
  }

  private func settle(_ claims: String) throws {
    let ledger = try ledger(of: claims)
    var digest = AwardDigest()
    var bytes: [UInt8] = []
    for (number, name) in ledger.names.enumerated() {
      let award = ledger.award(number)
      digest.add(name, award)
      bytes += AwardLines.write(name, award)
      guard bytes.count > 1 << 20 else { continue }
      try Streams.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try Streams.write(bytes)
    Streams.complain("\(ledger.names.count) 件，摘要 \(digest.hex())")
  }

  /// Tells the first filings that differ.
  private func compare(
    _ answer: [(name: FilingName, award: ClaimsLedger.Award)], with ledger: ClaimsLedger, _ file: String
  ) throws {
    var given: [FilingName: ClaimsLedger.Award] = [:]
    for row in answer where given.updateValue(row.award, forKey: row.name) != nil {
      throw Failure(.badInput, "结果里有一件写了两次：\(row.name.id)（\(row.name.writer)）：\(file)")
    }
    var differing: [String] = []
    var count = 0
    for (number, name) in ledger.names.enumerated() {
      let (expected, found) = (ledger.award(number), given.removeValue(forKey: name))
      guard found != expected else { continue }
      count += 1
      guard differing.count < 10 else { continue }
      let shown = found.map(Self.words) ?? "没有这一件"
      differing.append("  \(name.id)（\(name.writer)）：应为 \(Self.words(expected))，结果是 \(shown)")
    }
    count += given.count
    for name in given.keys.sorted().prefix(10 - differing.count) {
      differing.append("  \(name.id)（\(name.writer)）：没有这样的申报")
    }
    guard count == 0 else {
      throw Failure(.badInput, "\(count) 件与工作台的结算不同：\n" + differing.joined(separator: "\n"))
    }
  }

  private static func words(_ award: ClaimsLedger.Award) -> String {
    "\(award.award) 元" + (award.holder.map { "，\($0.id)（\($0.writer)）先占" } ?? "")
  }

  private func ledger(of claims: String) throws -> ClaimsLedger {
    var ledger = ClaimsLedger()
    let files = claims == "-" ? ["-"] : ClaimsFolder.files(below: claims)
    guard !files.isEmpty else { throw Failure(.notFound, "文件夹里没有 .jsonl 文件：\(claims)") }
    for file in files {
      ledger = try read(file) { (bytes) throws(ClaimLineError) in
        var more = ledger
        try more.read(bytes)
        return more
      }
    }
    if let name = ledger.repeated {
      throw Failure(.badInput, "有一件写了两次：\(name.id)（\(name.writer)）。同一办公室的数据请只写一份。")
    }
    ledger.settle()
    return ledger
  }

  private func read<Value>(
    _ file: String, _ read: ([UInt8]) throws(ClaimLineError) -> Value
  ) throws -> Value {
    let bytes = try Streams.read(file)
    do throws(ClaimLineError) {
      return try read(bytes)
    } catch {
      throw Failure(.badInput, "第 \(error.line) 行\(MistakeWording.sentence(error))：\(file)")
    }
  }
}
