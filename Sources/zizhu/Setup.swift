import CaseModel
import Casework
import Glibc
import SubsidyRules

/// What `zizhu` asks where there is no store yet: the office's name, its district, the first operator.
///
/// Plain lines before the screen is opened, so that it works on every terminal.
struct Setup {
  enum Answer {
    case make(NewStore)
    case demo
    case leave
  }

  /// Where the store would stand.
  let path: String
  /// The policies at hand, the newest first.
  let policies: [(policy: Policy, path: String)]

  /// Whether somebody can be asked: a terminal at both ends, and nothing at the path that is no store.
  static func isPossible(at path: String) -> Bool {
    isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && isFree(path)
  }

  /// Whether nothing stands there, or an empty folder.
  private static func isFree(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    // The folder itself and the one above it.
    return count <= 2
  }

  func ask() throws -> Answer {
    try Streams.write(
      """
      这里还没有资助数据库：\(path)

        1  新建本单位的数据库
        2  看演示（虚构数据，改动不保留）
        0  退出

      """)
    while true {
      switch try answer("请输入编号：") {
      case "1": return .make(try newStore())
      case "2": return .demo
      case "0": return .leave
      default: try Streams.write("请输入 1、2 或 0。\n")
      }
    }
  }

  private func newStore() throws -> NewStore {
    while true {
      let name = try self.name("\n单位名称（如 英德市知识产权局）：")
      let (district, policy) = try self.district()
      let login = StoreOptions.login()
      let person = try self.name("第一位操作员（主管）的姓名（直接回车用登录名 \(login)）：", default: login)
      try Streams.write(
        "\n将新建：\(name)（\(district.name)），主管 \(person)。\n政策：《\(policy.policy.title)》\n位置：\(path)\n")
      guard try answer("确认请直接回车，重填请输入 n：").isEmpty else { continue }
      return NewStore(
        path: path, office: .init(name: name, district: district.code, policy: policy.policy.id),
        founder: Operator(name: person, role: .supervisor, login: login), policyPath: policy.path)
    }
  }

  /// The districts of all policies at hand, each with the newest policy that has it.
  private func district() throws -> (District, (policy: Policy, path: String)) {
    var all: [(district: District, policy: (policy: Policy, path: String))] = []
    for policy in policies {
      for district in policy.policy.districts
      where !all.contains(where: { $0.district.code == district.code }) {
        all.append((district, policy))
      }
    }
    try Streams.write("单位所在地区：\n")
    for (index, one) in all.enumerated() {
      try Streams.write((index < 9 ? "   " : "  ") + "\(index + 1)  \(one.district.name)\n")
    }
    while true {
      let typed = try answer("请输入编号、名称或代码：")
      if let number = Int(typed), all.indices.contains(number - 1) { return all[number - 1] }
      if let named = all.first(where: { $0.district.code == typed || $0.district.name == typed }) {
        return named
      }
      try Streams.write("没有这个地区，请输入 1 到 \(all.count)。\n")
    }
  }

  /// A name that can stand in titles and on paper.
  private func name(_ question: String, default usual: String = "") throws -> String {
    while true {
      let typed = try answer(question)
      if typed.isEmpty, !usual.isEmpty { return usual }
      let isReadable = TextFolding.isVisible(typed)
      if !TextFolding.isBlank(typed), isReadable { return typed }
      try Streams.write(isReadable ? "请填写名称。\n" : "里面有不能用的字符，请重新输入。\n")
    }
  }

  /// One line without the blanks around it.
  private func answer(_ question: String) throws -> String {
    try Streams.write(question)
    guard let line = readLine() else {
      throw Failure(.notFound, "没有新建数据库。")
    }
    let blanks: Set<Character> = [" ", "\u{3000}", "\t"]
    return String(line.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
  }
}
