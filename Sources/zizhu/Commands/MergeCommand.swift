import ArgumentParser
import CaseModel
import Casework
import Office
import Wording

/// A supervisor's word on who is who among an office's records: what moves is listed first.
struct MergeCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "并户：两条记录其实是同一申请人；先列出限额、一次性资助和金额的变动，确认后才记入（主管）",
    discussion: """
      并户以后，限额、一次性资助和欠款合并计算，记在先录入的一户名下；各户的记录和已核定的金额不变。
      --distinct：同名而不是同一申请人的，认定为各自独立，由没有录入过它们的主管办理。
      --withdraw：撤回上一次对这几户的认定，一切如同没有说过。
      """)

  @Argument(help: "申请人的编号，两个或更多") var applicants: [String]
  @Flag(help: "认定为各自独立") var distinct = false
  @Flag(help: "撤回对这几户的认定") var withdraw = false
  @Option(help: "理由；确认时必填") var note = ""
  @Flag(help: "确认：记入") var confirm = false
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    guard !(distinct && withdraw) else {
      throw Failure(.usage, "--distinct 与 --withdraw 只写一样。")
    }
    for id in applicants where office.own.applicant(id) == nil {
      throw Failure(.notFound, "没有编号为“\(id)”的申请人。")
    }
    let verdict: PersonWord.Verdict = withdraw ? .withdraw : distinct ? .distinct : .link
    let word = PersonWord(verdict, applicants, note: note)
    let moved = office.own.consequences(of: word)
    try Streams.write(PersonWording.lines(moved, office.own))
    guard confirm else { return }
    try save(.tellPersons(word, seen: moved), in: office)
    try Streams.write("已\(PersonWording.label(verdict))。\n")
  }
}
