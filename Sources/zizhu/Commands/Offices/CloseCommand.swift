import ArgumentParser
import CaseModel
import Casework
import Office
import Papers
import Wording

/// The end of a year: a county closes it towards its city, the city compares, accepts or gives back, and seals it over all
/// offices.
struct CloseCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "年终结算：县局结算一个年度；市局核对、接受或退回，各局齐了再封存（主管）",
    discussion: """
      县局：每件都要已上报、已审定或已结案；先列出各项合计，加 --confirm 才结算，打印封存表（zizhu print year-seal）签字，随报送件送市局。
      市局：不带选项时列出各局；--accept 局 --head 封存表上的链头，接受一个局；--return 局 --note 理由，退回；各局都接受以后，加 --confirm 封存全市。
      """)

  @Argument(help: "年度") var year: Int
  @Option(help: "市局：接受这个局的结算，写代码") var accept: String?
  @Option(help: "封存表上的链头，至少十二位") var head: String?
  @Option(name: .customLong("return"), help: "市局：退回这个局的结算，写代码") var giveBack: String?
  @Option(help: "说明或理由") var note = ""
  @Flag(help: "看过以后，确实结算或封存") var confirm = false
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    guard office.own.offices.city != nil || office.own.offices.isCity else {
      throw Failure(.badInput, "本局没有入网，封存年度请用 zizhu seal \(year)。")
    }
    if let code = accept { return try self.accept(office.officeCode(code), in: office) }
    if let code = giveBack { return try giveBack(office.officeCode(code), in: office) }
    try seal(in: office)
  }

  // MARK: - Closing

  private func seal(in office: OpenOffice) throws {
    let state = office.state
    let sums = state.yearSums(of: year)
    var text = state.yearSumsTable(sums, of: year).text
    if state.offices.isCity { text += CloseWording.table(rows(office), state) }
    if !confirm, let seal = state.seal(of: year) {
      text += "\(year) 年度已\(state.offices.isCity ? "封存" : "结算")。链头：\n\(seal.head)\n"
      return try Streams.write(text)
    }
    let open = state.openFilings(of: year)
    if !open.isEmpty { text += CloseWording.open(open, isCity: state.offices.isCity) }
    guard confirm else {
      text += "还没有\(state.offices.isCity ? "封存" : "结算")。核对无误后加 --confirm。\n"
      return try Streams.write(text)
    }
    try save(.sealYear(year, note: note, seen: sums), in: office)
    text += CloseWording.sealed(year, office.state.seal(of: year)?.head ?? "", isCity: state.offices.isCity)
    try Streams.write(text)
  }

  // MARK: - At the city

  private func accept(_ code: String, in office: OpenOffice) throws {
    let (row, seal) = try closed(code, in: office)
    guard let head, row.isSealed(by: head) else {
      throw Failure(.badInput, "请用 --head 写明封存表上的链头；与收到的日志里的不一致时不能接受，请与 \(code) 核对。")
    }
    let close = YearClose(year: year, seal: seal.sequence)
    try save(.offices(.acceptClose(office: code, close)), in: office)
    try Streams.write(CloseWording.table(rows(office).filter { $0.code == code }, office.state))
  }

  private func giveBack(_ code: String, in office: OpenOffice) throws {
    let (_, seal) = try closed(code, in: office)
    let close = YearClose(year: year, seal: seal.sequence, note: note)
    try save(.offices(.returnClose(office: code, close)), in: office)
    try Streams.write("已退回 \(code) \(year) 年度的结算，随下一份回执件送达（zizhu reply \(code)）。\n")
  }

  private func closed(
    _ code: String, in office: OpenOffice
  ) throws -> (row: OpenOffice.CloseRow, seal: YearSeal) {
    guard office.own.offices.office(code) != nil else {
      throw Failure(.badInput, OfficesWording.sentence(.unknownOffice(code)))
    }
    let row = office.closeRows(of: year).first { $0.office.code == code }
    guard let row, let seal = row.seal else {
      throw Failure(.badInput, "\(code) 的 \(year) 年度还没有结算，或报送件还没有收到。")
    }
    return (row, seal)
  }

  private func rows(_ office: OpenOffice) -> [CloseWording.Row] {
    office.closeRows(of: year).map { CloseWording.Row($0) }
  }
}

extension OpenOffice.CloseRow {
  var stand: CloseWording.Stand {
    if office.isUnsigned { return .apart }
    if isAccepted { return .accepted }
    guard let seal else { return .open }
    return office.returned.contains { $0.year == seal.year && $0.seal == seal.sequence } ? .returned : .closed
  }
}

extension CloseWording.Row {
  init(_ row: OpenOffice.CloseRow) {
    self.init(
      code: row.office.code, name: row.office.name, sums: row.seal?.sums ?? row.sums, counted: row.counted,
      stand: row.stand, head: row.seal?.head)
  }
}
