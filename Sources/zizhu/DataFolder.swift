import CaseModel
import Casework
import Glibc
import Interchange
import JSONText
import Journal
import SubsidyRules
import Wording

/// Where the program's own data lies: policies, the pinyin table, the demo.
struct DataFolder {
  var path: String

  /// The first that is there of: the one asked for, `ZIZHU_DATA`, `../share/zizhu` beside the program, `./data`.
  static func find(_ asked: String?) throws -> DataFolder {
    var candidates: [String] = []
    if let asked {
      candidates = [asked]
    } else {
      if let named = getenv("ZIZHU_DATA") { candidates.append(String(cString: named)) }
      if let program = programFolder() { candidates.append(program + "/../share/zizhu") }
      candidates.append("data")
      // A program that SwiftPM built lies in .build/<triple>/<configuration>.
      if let program = programFolder() { candidates.append(program + "/../../../data") }
    }
    for path in candidates where access(path + "/policies", R_OK) == 0 { return DataFolder(path: path) }
    throw Failure(.notFound, "找不到数据文件夹（policies、pinyin.tsv）。请用 --data 指明，或设置环境变量 ZIZHU_DATA。")
  }

  /// Says that program and data are of different versions, where they are: each was made for the other.
  func complainOfOtherVersion() {
    let read = try? Streams.read(path + "/version")
    let version = read.map { String(decoding: $0.prefix { $0 > 32 && $0 < 127 }, as: UTF8.self) } ?? ""
    guard version != ProgramVersion.number else { return }
    let found = version.isEmpty ? "没有写明版本" : "是 \(version) 版"
    Streams.complain(
      "zizhu：程序是 \(ProgramVersion.number) 版，数据文件夹\(found)：政策、模板和演示可能与程序不合。请重新安装程序，连同数据。文件夹：\(path)")
  }

  private static func programFolder() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// The policies at hand, each with its file, the newest first.
  func policies() throws -> [(policy: Policy, path: String)] {
    let names = (try? PosixFiles().list(path + "/policies")) ?? []
    return try names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted().map { name in
      let file = path + "/policies/" + name
      return (try Self.readPolicy(file), file)
    }.sorted { $0.policy.signed > $1.policy.signed }
  }

  func policyPath(_ id: String) -> String { path + "/policies/" + id + ".json" }

  /// The policy of an id; nil where there is no such file.
  func policy(_ id: String) throws -> Policy? {
    // An id comes from a file: it must not lead out of the folder.
    let isName = id.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        || UnicodeScalar(byte).properties.isAlphabetic || (48...57).contains(byte)
    }
    guard isName, !id.isEmpty, access(policyPath(id), R_OK) == 0 else { return nil }
    return try Self.readPolicy(policyPath(id))
  }

  /// The readings of all characters.
  func pinyin() throws -> PinyinTable { PinyinTable(tsv: try Streams.read(path + "/pinyin.tsv")) }

  /// The holidays; none, with a complaint, where the table can't be read, so that only what needs them is refused.
  static func calendar(_ asked: String?) -> WorkCalendar {
    table(asked, "holidays.json", or: WorkCalendar(), HolidayFile.read) { mistake in
      "\(mistake.location)：\(HolidayWording.sentence(mistake))这张表暂不使用。"
    }
  }

  /// The official annuities; none, with a complaint, where the table can't be read, so that nothing is asked about them.
  static func tariff(_ asked: String?) -> AnnuityTariff {
    table(asked, "annuity-tariff.json", or: AnnuityTariff(), AnnuityTariffFile.read) { mistake in
      "\(mistake.location)：年费标准表读不出来，暂不使用。"
    }
  }

  private static func table<Table, Mistake: Error>(
    _ asked: String?, _ name: String, or none: Table, _ read: ([UInt8]) throws(Mistake) -> Table,
    _ words: (Mistake) -> String
  ) -> Table {
    guard let path = try? find(asked).path + "/" + name, let bytes = try? Streams.read(path) else {
      return none
    }
    do throws(Mistake) {
      return try read(bytes)
    } catch {
      Streams.complain("zizhu：\(path):\(words(error))")
      return none
    }
  }

  /// Reads a policy file, or says every mistake in it.
  static func readPolicy(_ path: String) throws -> Policy {
    try readPolicy(try Streams.read(path), from: path)
  }

  static func readPolicy(_ bytes: [UInt8], from path: String) throws -> Policy {
    switch PolicyFile.read(bytes) {
    case .success(let policy): return policy
    case .failure(let mistakes):
      let all = mistakes.mistakes
      var lines = all.prefix(100).map { "\(path):\($0.location)：\(MistakeWording.sentence($0))" }
      if all.count > lines.count { lines.append("还有 \(all.count - lines.count) 处，改好上面的再检查。") }
      throw Failure(.badInput, "政策文件有误。\n" + lines.joined(separator: "\n"))
    }
  }
}
