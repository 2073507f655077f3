import Folders
import ArgumentParser
import Casework
import Journal
import Office
import Parcels
import Wording

extension OfficeCommand {
  /// A county that has lost its disk gets its records back, as far as it had handed them over.
  struct Recover: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "recover", abstract: "市局：县局丢了数据库时，把收到的它的全部记录写成恢复件还给它（主管）",
      discussion: """
        恢复件封给县局保险柜里的那把开启密钥，别人打不开。县局用 zizhu restore 恢复件 新文件夹 --fingerprint 市局指纹 恢复，
        从标准输入照纸上输入两把密钥。最后一次报送以后的记录不在里面，要照纸面材料补录。
        保险柜里的密钥也丢了的，县局先用 zizhu office new-keys 做两把新的，市局加 --new-keys 文件 --fingerprint 县局函上的指纹：
        从此只认新的密钥，恢复件封给新的。
        """)

    @Argument(help: "局的代码，如 441881、441881B") var office: String
    @Argument(help: "恢复件写到哪里，不能已经存在") var file: String
    @Option(help: "县局连密钥也丢了：它用 zizhu office new-keys 做的文件") var newKeys: String?
    @Option(help: "新密钥的指纹，照县局函上写的输入，二十四位数字") var fingerprint: String?
    @OptionGroup var options: StoreOptions

    func run(on open: OpenOffice) throws {
      let office = try open.officeCode(office)
      let who = try options.actor(in: open)
      let scratch = try TemporaryFolder()
      defer { scratch.remove() }
      let made = try NewFile.write(to: file, \.bytes) {
        if let newKeys { try take(newKeys, of: office, in: open, by: who) }
        return try open.recovery(of: office, in: scratch.path, by: who)
      }
      try Streams.write(
        ExchangeWording.recovery(office, made.head.sequence, made.fingerprint.description, file))
    }

    /// Knows the office by the keys of a file from here on.
    private func take(_ file: String, of office: String, in open: OpenOffice, by who: SignedIn) throws {
      guard let typed = fingerprint.flatMap(Fingerprint.init(typed:)) else {
        throw Failure(.usage, "请用 --fingerprint 照县局函上写的新密钥指纹输入，二十四位数字。")
      }
      let bytes = try Streams.read(file)
      _ = try open.rekey(office, bytes, fingerprint: typed, by: who)
    }
  }

  /// An office that has lost its store and the paper in its safe makes itself new keys.
  struct NewKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new-keys", abstract: "县局：数据库和保险柜里的密钥都丢了，做两把新密钥，印出来，并写成给市局的文件",
      discussion: """
        不需要数据库。把印出的两把密钥抄好锁进保险柜；文件交市局，指纹写在盖章的函上。
        市局用 zizhu office recover 局 恢复件 --new-keys 文件 --fingerprint 指纹 写恢复件；县局用 zizhu restore 恢复，照新的纸输入密钥。
        """)

    @Option(name: .customLong("out"), help: "给市局的文件写到哪里，不能已经存在") var out: String

    func run() throws {
      let made = try NewFile.write(to: out, \.bytes) { try storeFailures { try OpenOffice.newKeys() } }
      let text =
        ExchangeWording.keys(KeyWords(made.keys.signing), KeyWords(made.keys.opening))
        + "给市局的文件：\(out)\n新密钥的指纹（写在盖章的函上）：\(made.fingerprint)\n"
      try Streams.write(text)
    }
  }
}
