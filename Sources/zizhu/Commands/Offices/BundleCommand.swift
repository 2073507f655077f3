import ArgumentParser
import Casework
import Journal
import Office
import Parcels
import Wording

/// What a county hands to its city.
struct BundleCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "县局：把市局还没有的记录写成报送件；--show 查看一个报送件",
    discussion: "写出的文件已签名，只有市局能打开；印出的交接单随它一起交去。")

  @Argument(help: "写到（或查看）这个文件") var file: String
  @Flag(help: "从头写起，不管市局收到了哪里") var all = false
  @Flag(help: "不加密；谁拿到谁都能看") var plain = false
  @Flag(help: "查看一个报送件、回执件的抬头；有密钥的（--store 写收件的库）也看交接单") var show = false
  @OptionGroup var options: StoreOptions

  func openStore() throws -> OpenOffice { try options.openToHandOut() }

  func run() throws { try show ? showHead() : runOnStore() }

  func run(on office: OpenOffice) throws {
    let who = try options.actor(in: office)
    let bundle = try NewFile.write(to: file, \.bytes) {
      try office.bundle(all: all, isPlain: plain, by: who)
    }
    try Streams.write(
      ExchangeWording.cover(
        bundle.cover, office: office.state, number: bundle.head.number,
        head: bundle.head.end.head.description, isSealed: bundle.isSealed))
  }

  private func showHead() throws {
    let bytes = try Streams.read(file)
    let header = try ParcelHeader.read(bytes, verifiedBy: nil)
    let head = FileHead(header.about)
    try Streams.write(
      ExchangeWording.head(
        kind: header.kind, isSealed: header.seal != nil, signer: header.signer.text, office: head?.office,
        number: head?.number, from: head?.from, to: head?.to))
    try Streams.write(contents(of: bytes, header.kind))
  }

  /// What it says to whoever has the key: the store that is named, else the usual one where that is there.
  private func contents(of bytes: [UInt8], _ kind: ParcelKind) throws -> String {
    let reader = options.store == nil ? try? options.open() : try options.open()
    do throws(OfficeError) {
      switch kind {
      case .bundle:
        let cover = try OpenOffice.cover(ofBundle: bytes, with: reader)
        return cover.map { ExchangeWording.cover($0, reader?.state.policy) } ?? ""
      case .reply where reader?.own.offices.city != nil:
        guard let arrived = try reader?.reply(bytes), let state = reader?.state else { return "" }
        return ExchangeWording.reply(arrived.reply, arrived.rules, changes: [], state)
      default: return ""
      }
    } catch {
      // Who did not ask to have it opened is told what anybody can see.
      guard options.store != nil else { return "" }
      throw Failure(error)
    }
  }
}
