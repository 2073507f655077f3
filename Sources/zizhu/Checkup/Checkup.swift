import Cells
import Glibc
import Office

/// What was looked at on this computer, and what to do about it. Nothing of it tells of a person.
struct Checkup {
  enum Mark: String {
    case good = "好    "
    case note = "注意  "
    case bad = "有问题"
    /// Only whoever sits there can tell.
    case look = "请看  "
  }

  /// Whether the desk opens in this terminal; characters and keys are tried only then.
  var opensScreen = false
  /// Whether this is the Linux console, which has no Chinese glyphs.
  var isLinuxConsole = false

  private(set) var findings: [(mark: Mark, what: String, found: String, advice: String)] = []

  mutating func found(_ mark: Mark, _ what: String, _ found: String, _ advice: String = "") {
    findings.append((mark, what, found, advice))
  }

  var text: String {
    let lines = findings.flatMap { finding in
      let head = finding.mark.rawValue + " " + Text.padded(finding.what, to: 10)
      let rest = finding.advice.isEmpty ? finding.found : finding.found + "。" + finding.advice
      return Text.wrapped(rest, to: 62).enumerated().map { index, line in
        (index == 0 ? head : String(repeating: " ", count: Text.columns(of: head))) + line
      }
    }
    let bad = findings.filter { $0.mark == .bad }.count
    let last = bad == 0 ? "没有发现妨碍使用的问题。" : "有 \(bad) 处会妨碍使用，请照上面说的办。"
    // The one line that can be read there comes last, where it is seen.
    let ascii = isLinuxConsole ? ScreenWording.consoleInASCII + "\n" : ""
    return lines.joined(separator: "\n") + "\n" + last + "\n" + ascii
  }

  mutating func lookAtProgram() {
    let build = ProgramIdentity.build.map { "（构建 \($0.prefix(12))）" } ?? ""
    let isWhole = (try? DataFolder.find(nil)) != nil
    found(
      isWhole ? .good : .bad, "程序", "zizhu \(ProgramVersion.number)\(build)",
      isWhole ? "" : "请重新安装程序，连同数据文件夹。")
    var system = utsname()
    uname(&system)
    let release = withUnsafeBytes(of: &system.release) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    let numbers = release.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
    let isOld = numbers.count == 2 && (numbers[0], numbers[1]) < (4, 19)
    found(isOld ? .note : .good, "内核", "Linux " + release, isOld ? "比试过的 4.19 旧，遇到问题请告诉开发的人。" : "")
  }

  // MARK: - Time

  mutating func lookAtClock() {
    var (moment, parts) = (time(nil), tm())
    localtime_r(&moment, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let minutes = parts.tm_gmtoff / 60
    let zone = (minutes < 0 ? "-" : "+") + two(Int32(abs(minutes) / 60)) + ":" + two(Int32(abs(minutes) % 60))
    let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    let shown = "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min))，时区 \(zone)"
    // Before the program was written nobody used it.
    if parts.tm_year + 1900 < 2025 {
      found(.bad, "时钟", shown, "日期不对，收件日期和期限都会错。请先把系统时间调对。")
    } else if minutes != 8 * 60 {
      found(.note, "时钟", shown, "不是北京时间（+08:00）。程序总按北京时间计日，不受影响；要别的程序也一样，请把时区设为 Asia/Shanghai。")
    } else {
      found(.good, "时钟", shown)
    }
  }

  // MARK: - Paper

  mutating func lookAtPrinter() {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
    let hasProgram = folders.contains { access($0 + "/lp", X_OK) == 0 }
    let hasQueue = access("/etc/cups/ppd", R_OK) == 0 || access("/etc/cups/printers.conf", F_OK) == 0
    switch (hasProgram, hasQueue) {
    case (true, true): found(.good, "打印机", "系统里装有打印服务和打印机")
    case (true, false): found(.note, "打印机", "有打印服务，没有看到打印机", "请在系统设置里添加打印机；也可以存成网页，用浏览器打印。")
    default: found(.note, "打印机", "没有打印服务", "文书存成网页，拷到有打印机的电脑上用浏览器打印。")
    }
  }
}
