import Office
import SubsidyRules

/// Which program this is, for whoever is asked about it.
enum ProgramVersion {
  static let number = "1.0"

  /// Version, commit, compiler, build and policy files, a line each.
  static var text: String {
    let data = try? DataFolder.find(nil)
    let note =
      data.flatMap { try? Streams.read($0.path + "/build") }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    func noted(_ name: String) -> String? {
      note.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map {
        String($0.dropFirst(name.count + 1))
      }
    }
    var lines = ["zizhu \(number)"]
    lines.append("提交 " + (noted("commit") ?? "未记（从源码直接编译）"))
    lines.append("Swift " + (noted("swift") ?? compiler))
    lines.append("构建 " + (ProgramIdentity.build ?? "未记"))
    let policies = data.flatMap { try? $0.policies() }?.map(\.policy.id)
    lines.append("政策 " + (policies?.joined(separator: "、") ?? "找不到数据文件夹"))
    return lines.joined(separator: "\n")
  }

  /// What the compiler lets a program know of it.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 以上"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.3 以下"
    #endif
  }
}
