import CaseModel
import Casework
import Testing

@testable import Papers

/// Why a paper is not printed: each says of what, that nothing was printed or what is to be written, in plain Chinese.
@Suite("Papers that are not printed")
struct PrintRefusalTests {
  private static let refusals: [(refusal: PrintRefusal, facts: [String])] = [
    (.unknownFiling("F9"), ["F9"]), (.unknownBatch("P9"), ["P9", "zizhu report batches"]),
    (.unknownHolder("A9", year: 2019), ["A9", "2019 年度"]),
    (.nothingChosen, ["没有打印", "收件编号"]),
    (.unknownItem("x", known: ["standard 标准", "insurance 保险"]), ["“x”", "standard 标准，insurance 保险"]),
    (.nothingToCorrect("F9"), ["F9", "没有打印"]), (.notRefused("F9"), ["F9", "没有打印不予资助通知书"]),
    (.noReason("F9"), ["F9", "请先补记理由"]),
    (.incomplete("F9"), ["F9", "请先通知补正"]), (.closed("F9", .withdrawn), ["F9", "已撤回", "没有打印"]),
    (.void("F9"), ["F9", "误录", "作废"]),
    (.notApproved("F9"), ["F9", "尚未审定", "不能公示"]), (.notPublished("F9"), ["F9", "不能列入拨付表"]),
    (.nothingToPay("F9"), ["F9", "没有可拨付的金额"]),
    (.accountMissing("F9"), ["F9", "开户银行或者账号", "请先补齐"]), (.nothingToRecover("F9"), ["F9", "没有追回的金额"]),
    (.nothingToServe("F9"), ["F9", "没有要送达的决定"]),
    (.recoveredElsewhere("F9"), ["F9", "接管以前"]), (.noSuchNotice("F9", of: 2), ["F9", "2 份"]),
    (.notSealed(2019), ["2019 年度", "还没有封存"]),
    (.notOpened(2019), ["2019 年度", "没有解封"]), (.onlyAtCity, ["市局", "没有打印"]), (.noCity, ["没有加入市局"]),
    (.noOfficeChosen, ["441881", "zizhu office list"]),
    (.unknownOffice("449999"), ["449999", "zizhu office list"]),
    (.nothingGathered("441881"), ["441881", "没有打印"]), (.retired("441881"), ["441881", "已停止报送"]),
    (.nothingBundled, ["zizhu bundle"]), (.unknownBundle(7), ["第 7 号"]),
    (.noConflictChosen, ["zizhu conflicts"]), (.unknownConflict("5-0"), ["5-0", "zizhu conflicts"]),
    (.nothingInYear(2019), ["2019 年度", "没有申报"]),
  ]

  @Test("Each in a sentence of its own", arguments: refusals.indices)
  func sentence(place: Int) {
    let (refusal, facts) = Self.refusals[place]
    for fact in facts { #expect(refusal.sentence.contains(fact), "\(refusal.sentence)") }
    #expect(refusal.sentence.hasSuffix("。") && !refusal.sentence.contains("。。"))
  }

  @Test("No two are told by the same words")
  func distinct() { #expect(Set(Self.refusals.map(\.refusal.sentence)).count == Self.refusals.count) }

  @Test("送达回证: blank before it is served, then the number, the way and the day")
  func service() throws {
    let blank = try PrintOffice.text(.service, "F10")
    for line in [
      "送达文书：不予资助通知书\n", "文书日期：2018年8月20日", "送达方式：□直接  □邮寄  □电子  □留置  □委托  □公告", "送达日期：      年    月    日",
      "受送达人：曾令禾",
    ] {
      #expect(blank.contains(line), "\(blank)")
    }
    var state = try PrintOffice.state()
    let served = StepTaken(
      .serve, day: try PrintOffice.day("2018-08-25"),
      detail: .service(Service(of: .reject, number: "清知不资〔2018〕1号", way: .mail)))
    state.fold(
      Transaction(
        by: "李静", at: "2018-08-25T01:00:00Z", policy: "", changes: [.stepped(filing: "F10", served)]))
    let text = try state.printout(.service, of: ["F10"], year: 2018, today: PrintOffice.day("2018-08-26"))
      .text(PrintOffice.templates())
    for line in ["不予资助通知书（清知不资〔2018〕1号）", "送达方式：邮寄送达", "送达日期：2018年8月25日"] {
      #expect(text.contains(line), "\(text)")
    }
    // The letter that was served bears the number from then on.
    let letter = try state.printout(.refusal, of: ["F10"], year: 2018, today: PrintOffice.day("2018-08-26"))
      .text(PrintOffice.templates())
    #expect(letter.contains("清知不资〔2018〕1号"), "\(letter)")
    #expect(try PrintOffice.refusal(.service, "F3") == .nothingToServe("F3"))
  }

  @Test("What is printed for one filing each, for many, for a year, for an item, between offices")
  func kinds() {
    let ofFiling: [PrintedPaper] = [.receipt, .correction, .refusal, .approval, .recovery, .service]
    for paper in PrintedPaper.allCases {
      #expect(paper.isList != (ofFiling + [.form, .guide, .reminder, .conflict]).contains(paper), "\(paper)")
      #expect(paper.isOfYear == [.capSheet, .yearSeal, .yearCorrection].contains(paper))
      #expect(paper.isOfItem == [.form, .guide].contains(paper))
      #expect(
        paper.isBetweenOffices
          == [.handover, .reminder, .conflict, .yearClose, .officesClose].contains(paper))
    }
    #expect(Set(PrintedPaper.allCases.map(\.title)).count == PrintedPaper.allCases.count)
  }

  @Test("An office alone is offered no paper between offices, a county and a city each theirs")
  func offered() {
    func offered(_ isCity: Bool, _ isCounty: Bool) -> Set<PrintedPaper> {
      Set(
        PrintedPaper.allCases.filter {
          $0.isBetweenOffices && $0.isOffered(isCity: isCity, isCounty: isCounty)
        })
    }
    #expect(offered(false, false).isEmpty && offered(false, true) == [.handover, .yearClose])
    #expect(offered(true, false) == [.handover, .reminder, .conflict, .officesClose])
    #expect(
      PrintedPaper.allCases.filter { !$0.isBetweenOffices }.allSatisfy {
        $0.isOffered(isCity: false, isCounty: false)
      })
  }
}
