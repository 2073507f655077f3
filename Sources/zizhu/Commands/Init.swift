import ArgumentParser
import CaseModel
import Casework
import Office

/// Makes a store.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "新建数据库")

  @Argument(help: "数据库文件夹") var folder: String
  @Option(help: "办公室名称") var office: String
  @Option(help: "办公室所在地区代码，如 441881") var district: String
  @Option(name: .customLong("operator"), help: "第一位操作员（主管）的姓名；默认用系统登录名") var founder: String?
  @Option(help: "政策") var policy = NewStore.policy
  @Flag(help: "几个系统登录名共用（文件夹 2770，文件 0660）") var group = false
  @Flag(help: "只有一人办公：允许独自审定，每次都注明") var alone = false
  @Flag(help: "试用：可以把日期往后设，每份文书都注明试用；以后不能转为正式") var trial = false
  @Option(help: "数据文件夹") var data: String?

  func run() throws {
    try reporting {
      guard District.named(by: district) != nil else {
        let known = District.all.map { "\($0.code) \($0.name)" }.joined(separator: "、")
        throw Failure(status: .usage, sentence: "没有地区代码“\(district)”。可用的有：\(known)。")
      }
      let data = try DataFolder.find(data)
      let login = StoreOptions.login()
      let founder = Operator(
        name: founder ?? login, role: .supervisor, login: login)
      let store = NewStore(
        path: folder, office: .init(name: office, district: district, policy: policy, isTrial: trial),
        founder: founder, isShared: group, isAlone: alone)
      _ = try store.make(data, pinyin: PinyinTable(), clock: Clock())
      try Streams.write(Array("已建立\(trial ? "试用" : "")数据库 \(folder)：\(office)，主管 \(founder.name)。\n".utf8))
    }
  }
}
