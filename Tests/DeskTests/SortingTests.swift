import CaseModel
import Casework
import Testing

@testable import Desk

/// Every list is sorted by what its head says, and what is chosen stays chosen.
@Suite struct SortingTests {
  /// Of the demo's 77 applicants; equal kinds stay as they were entered.
  @Test func applicantsByNameKindAndDistrict() throws {
    var desk = try DeskSession.demo("2>")
    let ids = desk.model.lists.applicants
    let names = ids.compactMap { desk.state.applicant($0)?.name }
    #expect(names.count == 77 && names == names.sorted())
    #expect(desk.line(2).contains("名称+"))
    try desk.press("+")
    #expect(desk.model.lists.applicants == ids.reversed() && desk.line(2).contains("名称-"))
    try desk.press(">")
    let kinds = desk.model.lists.applicants.compactMap { desk.state.applicant($0)?.kind }
    let all = ApplicantKind.allCases
    #expect(kinds.compactMap(all.firstIndex).elementsEqual(kinds.compactMap(all.firstIndex).sorted()))
    #expect(desk.line(2).contains("类型+"))
    // The first is still the applicant that the cursor stood on.
    #expect(desk.model.chosenApplicant(desk.state)?.id == "A001")
    // On the narrowest screen the column of the order stays.
    try desk.press("<Resize 16 60>")
    #expect(desk.line(2).contains("类型+"))
  }

  /// 2019: the family of A001 has used 49 900.00 of 50 000.00; 100 are left.
  @Test func capsByRoomAndByWhatIsUsed() throws {
    var desk = try DeskSession.demo("[4")
    #expect(desk.line(2).hasSuffix("余额+"))
    // 条款, 享受者, 上限, 已用.
    try desk.press(">>>>")
    #expect(desk.line(2).contains("已用-"), "\(desk.screen)")
    #expect(desk.line(3).contains("49,900.00"))
    try desk.press("-")
    let used = desk.model.lists.figures.caps.map(\.used)
    #expect(used == used.sorted() && used.count == 17 && desk.line(2).contains("已用+"))
    // The caps beside the worklist stay as they are: the fullest one first.
    let room = desk.model.lists.figures.allCaps.map(\.remaining)
    #expect(room.first == room.min())
  }

  @Test func theFundWhatWaitsAndTheTotals() throws {
    var desk = try DeskSession.demo("[4<Right>>")
    let budgets = desk.model.lists.figures.fund.map { $0.budget ?? .zero }
    #expect(budgets == budgets.sorted(by: >) && budgets.first == MoneyTotal(Money(fen: 105_400_000)))
    #expect(desk.line(2).contains("预算-"))
    try desk.press("<Right>>")
    let counts = desk.model.lists.figures.waits.map(\.count)
    #expect(counts == counts.sorted(by: >) && counts.first == 92)
    try desk.press("]5>>")
    #expect(desk.line(2).contains("资助额-") && desk.line(3).contains("200,000.00"))
    try desk.press("+")
    #expect(desk.line(2).contains("资助额+") && desk.line(3).contains(" 0.00"))
  }

  @Test func theRegistersKindsAndRecords() throws {
    var desk = try DeskSession.demo("[6>")
    let counts = desk.model.lists.register.kinds.map(\.count)
    #expect(counts == counts.sorted(by: >) && desk.line(2).contains("项数-"))
    try desk.press("<lt>")
    try desk.press(String(repeating: "<Down>", count: 9) + "<Enter>")
    #expect(desk.line(2).contains("日期-") && desk.line(3).contains("R00144"))
    try desk.press(">")
    #expect(desk.line(2).contains("编号+") && desk.line(3).contains("R00140"))
  }

  /// At 80 columns the time limit has no column, and has one as soon as the list is sorted by it.
  @Test func theWorklistShowsWhatItIsSortedBy() throws {
    var desk = try DeskSession.demo("")
    for mark in ["阶段+", "天数-", "期限+"] {
      #expect(desk.line(3).contains(mark), "\(mark)")
      try desk.press(">")
    }
  }

  /// The mark stands at the heading of what it is sorted by, at every width: sorted by the outcome that has a column of
  /// its own, and sorted by the item at the narrowest that has one too.
  @Test(arguments: [60, 80, 110, 160]) func theFilingsHeadingNamesWhatTheyAreSortedBy(_ columns: Int) throws {
    var desk = try DeskSession.demo("3", rows: 24, columns: columns)
    for heading in ["编号 收件日-", "申请人-", "项目-", "阶段-", "结论-", "资助额-"] {
      #expect(
        desk.line(2).matches(of: /[-+] |[-+]$/).count >= 1 && desk.line(2).contains(heading),
        "\(desk.line(2))")
      #expect(desk.line(2).contains("编号") && desk.line(2).contains("阶段"))
      try desk.press("<Right>")
    }
    // Under the heading stand the outcomes, and the sums beside them.
    try desk.press("<Left><Left>")
    #expect(desk.line(2).contains("资助额") && desk.screen.contains("不符合条件"))
  }

  /// Another order moves rows, and what is chosen stays chosen: Enter and F4 act on it.
  @Test(arguments: ["1", "2", "[3", "[4", "[4<Right>", "[4<Right><Right>", "[5", "[6", "[6<Enter>"])
  func whatIsChosenStaysChosenInAnyOrder(_ list: String) throws {
    var desk = try DeskSession.demo(list)
    try desk.press("<Down><Down>")
    let chosen = try #require(desk.model.chosenList.held)
    for key in [">", "+", ">", "<lt>", "-"] {
      try desk.press(key)
      #expect(desk.model.chosenList.held == chosen, "\(key)")
    }
  }

  /// An input method that was left on sends full width signs.
  @Test func fullWidthSignsSortToo() throws {
    #expect(try DeskSession.demo("2＞").line(2).contains("名称+"))
    #expect(try DeskSession.demo("2＞－").line(2).contains("名称-"))
  }
}
