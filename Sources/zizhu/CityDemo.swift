import Folders
import CaseModel
import Casework
import DemoCity
import Glibc
import Interchange
import Office
import SubsidyRules

/// The demo of a city and its counties: all ten offices on one device, one desk after the other.
struct CityDemo {
  let data: DataFolder
  let desk: DeskOptions

  init(_ data: DataFolder, _ desk: DeskOptions) { (self.data, self.desk) = (data, desk) }

  func run() throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let pinyin = try data.pinyin()
    var line = ProgressLine("正在编排演示的十个局", of: 10)
    let city = try Self.play(data, in: scratch.path, pinyin) { done, _ in line.show(done) }
    line.end()
    var place = city.places[0]
    while true {
      try open(place, of: city, pinyin)
      guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, let next = try ask(city) else { return }
      place = next
    }
  }

  static func play(
    _ data: DataFolder, in folder: String, _ pinyin: PinyinTable,
    progress: (_ done: Int, _ whole: Int) -> Void = { _, _ in }
  ) throws -> DemoCity {
    let file = data.path + "/demo/qingyuan-demo.json"
    let bytes = try Streams.read(file)
    let cases: CaseFile
    do throws(CaseFileError) {
      cases = try CaseFile.read(bytes) { try? data.policy($0) }
    } catch {
      throw Failure(.badInput, "演示数据 \(file) 读不了，请重新安装。")
    }
    return try storeFailures(at: folder) {
      try DemoCity.play(
        in: folder,
        from: .init(
          policy: try Streams.read(data.policyPath(cases.policy.id)), cases: cases, pinyin: pinyin,
          calendar: DataFolder.calendar(data.path), tariff: DataFolder.tariff(data.path)), progress: progress)
    }
  }

  /// Opens one office's desk, on the demo's own day.
  private func open(_ place: DemoCity.Place, of city: DemoCity, _ pinyin: PinyinTable) throws {
    let clock = Clock(runningFrom: city.today)
    let office = try StoreOptions.open(place.path, pinyin: pinyin, clock: clock, looksThrough: false)
    office.calendar = DataFolder.calendar(data.path)
    office.tariff = DataFolder.tariff(data.path)
    let who = try storeFailures(at: place.path) {
      try office.signIn(place.head, login: StoreOptions.login(), pin: nil)
    }
    try runDesk(
      on: office, as: who, expecting: who.name, clock: clock,
      printer: Printer(office: office, path: place.path, data: data), isDemo: true,
      greeting: office.own.offices.isCity
        ? "演示：市局。按 9 看各局；F10 离开以后可以换一个局看，改动在演示里都留着。"
        : "演示：县局。F5 办下一步，Ctrl-P 里报送、收回执；F10 离开以后可以换一个局看。",
      exchangeFolder: city.sticks, pinyin: pinyin, desk)
  }

  /// Which office's desk is opened next; nil where somebody is done.
  private func ask(_ city: DemoCity) throws -> DemoCity.Place? {
    try Streams.write("\n换一个局看（报送件和回执件在 \(city.sticks)）：\n\n")
    for (number, place) in city.places.enumerated() {
      try Streams.write("  \(number < 9 ? " " : "")\(number + 1)  \(place.name)（\(place.code)）\n")
    }
    try Streams.write("   0  结束演示\n\n")
    while true {
      try Streams.write("请输入编号或代码：")
      guard let typed = readLine(), typed != "0", !typed.isEmpty else { return nil }
      if let number = Int(typed), city.places.indices.contains(number - 1) { return city.places[number - 1] }
      if let named = city.places.first(where: { $0.code == typed }) { return named }
      try Streams.write("没有这个局。\n")
    }
  }
}
