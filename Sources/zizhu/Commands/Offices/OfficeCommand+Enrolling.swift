import ArgumentParser
import CaseModel
import Casework
import Interchange
import Office
import Parcels
import Wording

extension OfficeCommand {
  struct Enrol: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "enrol", abstract: "市局：为一个县局做入网文件（主管）",
      discussion: "印出的指纹写在随附的函上，县局加入时核对。同一个县局的第二台机器用 --letter 另给字母。")

    @Argument(help: "县局的名称") var name: String
    @Option(help: "县区代码，如 441881") var district: String
    @Option(help: "第二台机器的字母，A 到 Z") var letter: String?
    @Option(name: .customLong("out"), help: "写到这个文件") var out: String
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let who = try options.actor(in: office)
      let made = try NewFile.write(to: out, \.bytes) {
        try office.enrol(name: name, district: district, letter: letter, by: who)
      }
      try Streams.write(ExchangeWording.enrolled(made.office, made.fingerprint.description, out))
    }
  }

  struct Join: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "join", abstract: "县局：加入市局（主管）；先列出是哪个市局，--confirm 才加入",
      discussion: "加入以后，初审过的申报上报市局核定；政策和口径以市局的为准。--out 写出入网回执，交市局接纳。")

    @Argument(help: "市局做的入网文件") var file: String
    @Option(name: .customLong("out"), help: "入网回执写到这个文件") var out: String?
    @Flag(help: "已核对指纹，确实加入") var confirm = false
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let who = try options.actor(in: office)
      let bytes = try Streams.read(file)
      let offer = try OpenOffice.offer(bytes)
      let own = office.own.office?.district ?? ""
      guard offer.enrolment.link.office.district == own else {
        let enrolled = offer.enrolment.link.office.district
        throw Failure(.badInput, OfficesWording.sentence(.otherDistrict(enrolled: enrolled, own: own)))
      }
      guard confirm, let out else {
        return try Streams.write(
          ExchangeWording.offered(offer.enrolment, offer.fingerprint.description))
      }
      let made = try NewFile.write(to: out, \.bytes) {
        try office.join(offer, by: who)
      }
      try Streams.write(ExchangeWording.joined(offer.enrolment.link, made.fingerprint.description, out))
    }
  }

  struct Admit: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "admit", abstract: "市局：接纳一个县局的入网回执（主管）")

    @Argument(help: "县局交来的入网回执") var file: String
    @Option(help: "照县局函上写的指纹输入，二十四位数字") var fingerprint: String
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let who = try options.actor(in: office)
      guard let typed = Fingerprint(typed: fingerprint) else {
        throw Failure(.usage, "指纹应为二十四位数字（六组，每组四位），请照函上的再输入一次。")
      }
      let bytes = try Streams.read(file)
      _ = try office.admit(bytes, fingerprint: typed, by: who)
      try Streams.write("已接纳。它的报送件从现在起可以汇总。\n")
    }
  }

  struct List: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出入网的局：上次报送、静默天数、件数、金额；县局列出所属的市局")

    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      try Streams.write(
        OfficeListWording.lines(office.own, joint: office.joint, today: options.clock().today()))
    }
  }

  struct Retire: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "市局：一个局（或一台机器）不再报送（主管）；先列出还在路上的，--confirm 才停")

    @Argument(help: "局的代码，如 441881、441881B") var office: String
    @Option(help: "理由") var note: String
    @Flag(help: "看过以后，确实停止报送") var confirm = false
    @OptionGroup var options: StoreOptions

    func run(on open: OpenOffice) throws {
      let office = try open.officeCode(office)
      let who = try options.actor(in: open)
      guard let known = open.own.offices.office(office) else {
        throw OfficeError.refused(.offices(.unknownOffice(office)))
      }
      guard !known.isRetired else {
        return try Streams.write("\(office) 早已停止报送，没有再办；它以前报送的仍在。\n")
      }
      var text = ExchangeWording.retiring(office, open.state, untold: open.untoldSteps(of: office))
      if confirm {
        _ = try open.save(.offices(.retire(office: office, note: note)), by: who)
        text += "\(office) 已停止报送；它以前报送的仍在。\n"
      } else {
        text += "还没有停止报送；看过以后，加 --confirm 停止。\n"
      }
      try Streams.write(text)
    }
  }
}
