import ArgumentParser
import Glibc

/// Looks whether this computer suits the desk, and says what to do where it does not.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查这台电脑：终端、汉字、按键、磁盘、时钟、打印机，并说明怎么办",
    discussion: "结果里没有姓名、号码和文件夹的名字，可以原样发给帮忙的人。")

  @Option(help: "数据库文件夹（默认 $XDG_DATA_HOME/zizhu-office）") var store: String?
  @Flag(help: "不试按键") var noKeys = false

  func run() throws {
    var checkup = Checkup()
    checkup.lookAtProgram()
    checkup.lookAtTerminal()
    checkup.lookAtCharacters()
    if !noKeys { checkup.tryKeys() }
    let folder = try StoreOptions.parse(store.map { ["--store", $0] } ?? []).path()
    checkup.lookAtFiles(folder)
    checkup.lookAtClock()
    checkup.lookAtPrinter()
    try Streams.write(checkup.text)
  }
}
