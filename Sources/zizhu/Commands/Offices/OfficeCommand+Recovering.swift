import ArgumentParser
import Casework
import Journal
import Office
import Parcels
import Wording

extension OfficeCommand {
  /// A county that has lost its disk gets its records back, as far as it had handed them over.
  struct Recover: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recover", abstract: "市局：县局丢了数据库时，把收到的它的全部记录写成恢复件还给它（主管）",
      discussion: """
        恢复件封给县局保险柜里的那把开启密钥，别人打不开。县局用 zizhu restore 恢复件 新文件夹 --fingerprint 市局指纹 恢复，
        从标准输入照纸上输入两把密钥。最后一次报送以后的记录不在里面，要照纸面材料补录。
        """)

    @Argument(help: "局的代码，如 441881、441881B") var office: String
    @Argument(help: "恢复件写到哪里，不能已经存在") var file: String
    @OptionGroup var options: StoreOptions

    func run() throws {
      try reporting {
        let open = try options.open()
        let who = try options.actor(in: open)
        let scratch = try TemporaryFolder()
        defer { scratch.remove() }
        let made = try NewFile.write(to: file, \.bytes) {
          try exchanging(open, options) { () throws(OfficeError) in
            try open.recovery(of: office, in: scratch.path, by: who)
          }
        }
        try Streams.write(
          Array(ExchangeWording.recovery(office, made.head.sequence, made.fingerprint.description, file).utf8)
        )
      }
    }
  }
}
