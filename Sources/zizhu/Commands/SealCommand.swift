import ArgumentParser
import CaseModel
import Casework
import Office
import Papers
import Wording

/// Seals a year: what it came to and the journal's head are signed, and nothing in it is changed any more.
struct SealCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", abstract: "封存一个年度（主管）：先列出各项合计，加 --confirm 才封存",
    discussion: "封存后打印：zizhu print year-seal --year 年度。封存的年度不再改动；确需改动，先用 zizhu unseal 写明理由解封。")

  @Argument(help: "年度") var year: Int
  @Option(help: "说明") var note = ""
  @Flag(help: "确认封存") var confirm = false
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let sums = office.state.yearSums(of: year)
    try Streams.write(office.state.yearSumsTable(sums, of: year).text)
    let ends = office.state.tieOut()
    if !ends.isEmpty { Streams.complain("有 \(ends.count) 处对不上，请先看 zizhu report tieout。") }
    if !confirm, let seal = office.state.seal(of: year) {
      return try Streams.write("\(year) 年度已封存。链头：\n\(seal.head)\n")
    }
    let undecided = office.state.undecidedFilings(of: year)
    guard confirm else {
      let open = undecided.isEmpty ? "" : "还有 \(undecided.count) 件没有审定或结案，要先办完。"
      return try Streams.write(open + "还没有封存。核对无误后加 --confirm。\n")
    }
    try save(.sealYear(year, note: note, seen: sums), in: office)
    let head = office.state.seal(of: year)?.head ?? ""
    try Streams.write("已封存 \(year) 年度。链头：\n\(head)\n请打印封存表签字存档：zizhu print year-seal --year \(year)\n")
  }
}

/// Opens a sealed year again.
struct UnsealCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "unseal", abstract: "解封一个年度（主管），须写明理由；改动后打印更正表")

  @Argument(help: "年度") var year: Int
  @Option(help: "理由") var note: String
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    try save(.unsealYear(year, note: note), in: office)
    try Streams.write("已解封 \(year) 年度。改完后打印更正表：zizhu print year-correction --year \(year)，再重新封存。\n")
  }
}
