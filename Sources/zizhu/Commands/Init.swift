import ArgumentParser
import CaseModel
import Casework
import Glibc
import Office
import SubsidyRules

/// Makes a store.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "新建数据库")

  @Argument(help: "数据库文件夹") var folder: String
  @Option(help: "办公室名称") var office: String
  @Option(help: "办公室所在地区代码，如 441881") var district: String
  @Option(name: .customLong("operator"), help: "第一位操作员（主管）的姓名；默认用系统登录名") var founder: String?
  @Option(help: "政策的编号或文件；默认用含有该地区的最新一份") var policy: String?
  @Flag(help: "几个系统登录名共用（文件夹 2770，文件 0660）") var group = false
  @Flag(help: "只有一人办公：允许独自审定，每次都注明") var alone = false
  @Flag(help: "试用：可以把日期往后设，每份文书都注明试用；以后不能转为正式") var trial = false
  @Option(help: "（试用）编号由这个词算出，第一位操作员不绑定登录名：同样的步骤做出同样的数据库，做演示数据用") var play: String?
  @Option(help: "（试用）现在的时刻，如 2019-04-01T09:30") var today: String?
  @Option(help: "数据文件夹") var data: String?

  func run() throws {
    let clock = try playedClock()
    let data = try DataFolder.find(data)
    data.complainOfOtherVersion()
    let found = try Self.policy(asked: policy, district: district, data)
    let login = StoreOptions.login()
    let founder = Operator(
      name: founder ?? login, role: .supervisor, login: play == nil ? login : nil)
    let store = NewStore(
      path: folder,
      office: .init(name: office, district: district, policy: found.policy.id, isTrial: trial),
      founder: founder,
      policyPath: found.path, isShared: group, isAlone: alone, seed: play)
    _ = try store.make(pinyin: PinyinTable(), clock: clock)
    let title = "《\(found.policy.title)》（\(found.policy.document)）"
    let made = "已建立\(trial ? "试用" : "")数据库 \(folder)：\(office)，主管 \(founder.name)，采用\(title)。\n"
    try Streams.write(made)
  }

  /// The device's clock, or for a trial the moment that was given.
  private func playedClock() throws -> Clock {
    guard trial || play == nil && today == nil else {
      throw Failure(.usage, "--play 和 --today 只用于试用数据库，请同时写 --trial。没有新建。")
    }
    guard let today else { return Clock() }
    guard let clock = Clock(standing: today) else {
      throw Failure(.usage, "--today“\(today)”应写成 2019-04-01T09:30。没有新建。")
    }
    return clock
  }

  /// The policy that an office of a district begins with: the one asked for by id or file, else the newest at hand
  /// that has the district.
  private static func policy(
    asked: String?, district: String, _ data: DataFolder
  ) throws -> (policy: Policy, path: String) {
    var atHand: [(policy: Policy, path: String)] = []
    if let asked {
      if let policy = try data.policy(asked) {
        atHand = [(policy, data.policyPath(asked))]
      } else if access(asked, R_OK) == 0 {
        atHand = [(try DataFolder.readPolicy(asked), asked)]
      } else {
        throw Failure(.notFound, "找不到政策“\(asked)”：数据文件夹里没有这个编号，也没有这个文件。")
      }
    } else {
      atHand = try data.policies()
    }
    if let found = atHand.first(where: { $0.policy.districts.named(by: district) != nil }) { return found }
    let known = atHand.flatMap(\.policy.districts).map { "\($0.code) \($0.name)" }.joined(separator: "、")
    let name = Country.table.fullName(district).map { "（\($0)）" } ?? ""
    throw Failure(.usage, "手头的政策没有地区代码“\(district)”\(name)。可用的有：\(known)。其他城市请用 --policy 指明政策文件。")
  }
}
