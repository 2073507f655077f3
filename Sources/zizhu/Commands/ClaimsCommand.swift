import ArgumentParser
import CaseModel
import Casework
import Glibc
import Interchange
import Journal
import Office
import SubsidyRules
import Wording

/// Writes what every filing asks of shared caps and once-only keys, for an engine that settles.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "写出每件申报要占用的限额和只付一次的依据，供 DuckDB、PostgreSQL、Spark 等结算",
    discussion: """
      每件申报一行 JSON，单独核算，不看别人；谁先谁后、各得多少，由 data/engine 里的查询算，再用 zizhu awards --check 核对。
      可以写几个数据库（--store 可以重复），也可以写几个交换文件，一个接一个。占用限额的单位写统一社会信用代码或名称，个人只写摘要；不含姓名、证件号码、电话和账号。
      """)

  @Argument(help: "交换文件，可以有几个") var files: [String] = []
  @Option(help: "数据库文件夹，可以有几个") var store: [String] = []
  @Option(help: "写到这个新文件夹里") var into: String
  @Option(help: "按什么分文件夹：office,year 或 office 或 year；none 不分") var by = "office,year"
  @Flag(help: "每行写明属于哪一组：不同组的申报没有共同的限额和依据，可以分开结算") var component = false
  @Option(help: "政策文件（交换文件用；默认按文件里的名称在数据文件夹中查找）") var policy: String?
  @Option(help: "数据文件夹") var data: String?

  func run() throws {
    guard files.isEmpty != store.isEmpty else {
      throw Failure(.usage, "请写明数据库（--store）或交换文件，两者取一。")
    }
    let divisions = try divisions()
    let writer = ClaimsWriter(try ClaimsFolder(into, by: divisions))
    let joined = component ? try components() : nil
    for place in store {
      try each(of: place, joined) { source, batch in
        try writer.put(batch.count) { source.pieces(of: batch, by: divisions) }
      }
      try writer.endSource()
    }
    for file in files {
      do {
        try stream(file, into: writer, by: divisions, joined)
      } catch is CaseFileStream.Unfit {
        writer.clearSource()
        try whole(file, joined) { source, batch in
          try writer.put(batch.count) { source.pieces(of: batch, by: divisions) }
        }
      }
      try writer.endSource()
    }
    Streams.complain("已写出 \(writer.count) 件：\(into)")
  }

  private func divisions() throws -> [ClaimSource.Division] {
    if by == "none" { return [] }
    return try by.split(separator: ",").map { word in
      guard let division = ClaimSource.Division(rawValue: String(word)) else {
        throw Failure(.usage, "--by 只能是 office,year、office、year 或 none。")
      }
      return division
    }
  }

  /// Goes over all claims once, for what connects them.
  private func components() throws -> Components {
    var components = Components()
    func join(_ source: ClaimSource, _ batch: ClaimSource.Batch) {
      for line in source.lines(of: batch) { components.join(line) }
    }
    for place in store { try each(of: place, nil, join) }
    for file in files { try whole(file, nil, join) }
    return components
  }

  // MARK: - Where the filings come from

  private func each(
    of store: String, _ joined: Components?, _ take: (ClaimSource, ClaimSource.Batch) throws -> Void
  ) throws {
    let office = try StoreOptions.open(store, pinyin: PinyinTable(), clock: Clock())
    try storeFailures(at: store) { try office.requireWhole() }
    let names = office.joint?.holderNames ?? office.state.holderNames
    let source = ClaimSource(office.state.policy, components: joined)
    for batch in source.batches(of: office.state, writer: office.journal.head.writer, names: names) {
      try take(source, batch)
    }
  }

  /// Reads a file piece by piece.
  private func stream(
    _ file: String, into writer: ClaimsWriter, by divisions: [ClaimSource.Division], _ joined: Components?
  ) throws {
    var stream = CaseFileStream(policy: try finding())
    try Streams.read(file, inPiecesOf: 1 << 22) { piece in
      let filings = try stream.take(piece)
      guard let policy = stream.policy, !filings.isEmpty else { return }
      let source = ClaimSource(policy, components: joined)
      let batch = source.batch(of: filings, stream.facts)
      try writer.put(batch.count) { source.pieces(of: batch, by: divisions) }
    }
    try stream.end()
  }

  private func whole(
    _ file: String, _ joined: Components?, _ take: (ClaimSource, ClaimSource.Batch) throws -> Void
  ) throws {
    let cases: CaseFile
    do {
      cases = try CaseFile.read(try Streams.read(file), policy: try finding())
    } catch let error as CaseFileError {
      throw Failure(.badInput, "\(MistakeWording.sentence(error))没有写出这个文件的内容：\(file):\(error.location)")
    }
    let units = Units(cases.applicants)
    let facts = FactsOfApplicants(cases.applicants, units: units)
      .named(by: HolderNames(cases.applicants, units: units), writer: "-")
    let source = ClaimSource(cases.policy, components: joined)
    for batch in source.batches(of: cases.filings, facts) { try take(source, batch) }
  }

  private func finding() throws -> (String) -> Policy? {
    if let given = try policy.map({ try DataFolder.readPolicy($0) }) {
      return { $0 == given.id ? given : nil }
    }
    let folder = try DataFolder.find(data)
    return { try? folder.policy($0) }
  }
}
