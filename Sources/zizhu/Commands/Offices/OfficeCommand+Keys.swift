import ArgumentParser
import Casework
import Office
import Parcels
import Wording

extension OfficeCommand {
  /// The keys on paper: no backup has them, and a store that was restored gets them back by typing.
  struct Keys: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys", abstract: "印出本库的两把密钥，抄好锁进保险柜（主管）；--take 照纸上的输回来",
      discussion: "备份里没有密钥。数据库恢复以后，用 --take 从标准输入读两行：第一行签名密钥，第二行开启密钥。")

    @Flag(help: "从标准输入读纸上的两把密钥，放回本库") var take = false
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let who = try options.actor(in: office)
      if take {
        let keys = try TypedKeys.read()
        try office.put(keys, by: who)
        return try Streams.write("密钥已放回本库。\n")
      }
      let keys = try office.keysForTheSafe(by: who)
      try Streams.write(ExchangeWording.keys(keys.signing, keys.opening))
    }
  }
}

/// The two keys of an office as somebody types them from paper.
enum TypedKeys {
  /// Reads them from standard input, the key to sign on the first line, the key to open on the second.
  static func read() throws -> OfficeKeys {
    let lines = String(decoding: try Streams.read("-"), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init)
    guard lines.count == 2 else {
      throw Failure(.usage, "请输入两行：第一行签名密钥，第二行开启密钥。")
    }
    return OfficeKeys(
      signing: try KeyWords.signingKey(typed: lines[0]), opening: try KeyWords.openingKey(typed: lines[1]))
  }
}
