import CaseModel
import SubsidyRules
import Testing
import Wording

@Suite("Reasons and warnings in sentences")
struct ReasonWordingTests {
  private func sentence(
    _ reason: Reason, _ item: Item?, _ trace: Trace = Trace(), filing: Filing? = nil
  ) throws -> String {
    let text = ReasonWording.sentence(
      reason, item: item, policy: try Samples.policy(), trace: trace, filing: filing)
    #expect(isPlain(text))
    return text
  }

  @Test("What is missing, and who is to fill it in")
  func missing() throws {
    #expect(try sentence(.missing("grantedOn"), Samples.grant) == "缺少：授权公告日，请申请人补齐。")
    #expect(try sentence(.missing("compliant"), Samples.grant) == "缺少：符合局令第75号，请填是或否。")
    #expect(try sentence(.missing("approved"), Samples.grant) == "缺少：核准金额，由本局复核时填写。")
  }

  @Test(
    "What can't be read, by its kind",
    arguments: [
      ("applicationNumber", "201620000008.1", "专利申请号 201620000008.1 的校验位不符，应为 2；请核对证书，确认号码无误的，注明理由后可照收。"),
      ("applicationNumber", "CN101973860A", "专利申请号填成了公开（公告）号 CN101973860A，请改填申请号。"),
      ("applicationNumber", "申请中", "尚无专利申请号，请在取得受理通知书后申报。"),
      ("applicationNumber", "12345", "专利申请号共 5 位，应为 13 位（2003 年以前的旧号为 9 位，均含校验位）；请核对。"),
      ("grantedOn", "2019-02-30", "授权公告日无法识别（现填 2019-02-30），请填真实日期，如 2019-03-01。"),
      ("fee", "1e3", "代理费无法识别（现填 1e3），请填以元为单位的金额，最多两位小数。"),
      ("level", "world", "层级无法识别（现填 world），请在以下各项中选一：地方标准。"),
    ])
  func invalid(input: String, raw: String, expected: String) throws {
    let filing = Filing(
      id: "F2", item: "agency-grant", applicant: "G1", received: try #require(CivilDate("2019-04-01")),
      inputs: [.init(input, .text(raw))])
    #expect(try sentence(.invalid(input), Samples.grant, filing: filing) == expected)
  }

  @Test("Without the filing, and with more inventions than applications")
  func invalidByTrace() throws {
    #expect(try sentence(.invalid("applicationNumber"), Samples.grant) == "专利申请号无法识别，请核对。")
    #expect(try sentence(.invalid("item"), nil) == "所报项目不在本办法之内，请重新选择项目。")
    var steps = TraceSteps("6")
    _ = steps.count("filingsThisYear", 400)
    let filing = Filing(
      id: "F2", item: "filing-growth", applicant: "A1", received: try #require(CivilDate("2019-04-01")),
      inputs: [.init("inventionsThisYear", .count(500))])
    #expect(
      try sentence(.invalid("inventionsThisYear"), Samples.growth, steps.trace, filing: filing)
        == "当年发明申请 500 件，多于当年专利申请 400 件，请核对。")
  }

  @Test("For a letter: what was found, without what the clerk is to do")
  func finding() throws {
    let filing = Filing(
      id: "F2", item: "agency-grant", applicant: "G1", received: try #require(CivilDate("2019-04-01")),
      inputs: [.init("applicationNumber", .text("201620000008.1"))])
    func finding(_ reason: Reason) throws -> String {
      ReasonWording.finding(
        reason, item: Samples.grant, policy: try Samples.policy(), trace: Trace(), filing: filing)
    }
    #expect(try finding(.invalid("applicationNumber")) == "专利申请号 201620000008.1 的校验位不符，应为 2")
    #expect(try finding(.missing("grantedOn")) == "缺少：授权公告日")
    #expect(try finding(.window) == "第2条 不在资助年限内，不予资助")
    #expect(try finding(.duplicate("F1")) == "第2条 同一专利已由 F1 申报，只资助一次")
  }

  @Test("The nearest yes of a share", arguments: [(79, "19.75%", 1), (78, "19.5%", 2), (0, "0%", 80)])
  func share(inventions: Int, found: String, short: Int) throws {
    var steps = TraceSteps("6")
    let whole = steps.count("filingsThisYear", 400)
    let part = steps.count("inventionsThisYear", inventions)
    let rate = Value.percentage(try #require(Percentage("20%")))
    steps.add(
      .holdsShare, [part, .name(">="), .value(rate), whole], .flag(false), reason: .shareTooLow)
    #expect(
      try sentence(.shareTooLow, Samples.growth, steps.trace)
        == "第6条 发明占比 \(found)，低于 20%，差 \(short) 件（当年发明申请 \(inventions) 件，按当年专利申请 400 件计至少 80 件）。请核对清单件数。")
  }

  @Test("The nearest tier")
  func threshold() throws {
    var steps = TraceSteps("6")
    let increase = steps.add(
      .subtract, [steps.count("filingsThisYear", 429), steps.count("filingsLastYear", 400)], .number(29),
      name: "increase")
    for tier in [80, 50, 30] {
      steps.add(
        .holds, [increase, .name(">="), .value(.number(tier))], .flag(false), reason: .belowThreshold)
    }
    #expect(
      try sentence(.belowThreshold, Samples.growth, steps.trace) == "第6条 申请量增量 29 件，未达 30 件，差 1 件。请核对清单件数。")
  }

  @Test("The wrong applicant, place or patent")
  func refusals() throws {
    var steps = TraceSteps("2")
    let kind = steps.add(.fact, [.name("kind")], .text("enterprise"))
    steps.add(.among, [kind, .texts(["agency"])], .flag(false), reason: .applicantKind)
    let district = steps.add(.fact, [.name("district")], .text("440100"))
    steps.add(.among, [district, .texts(["441802", "GXQ"])], .flag(false), reason: .notLocal)
    let type = steps.add(.type, [.none], .text("invention"))
    steps.add(.among, [type, .texts(["utility"])], .flag(false), reason: .patentType)
    let flag = steps.add(.input, [.name("compliant")], .flag(false))
    steps.add(
      .holds, [flag, .name("="), .value(.flag(true))], .flag(false), reason: .condition("compliant"))
    func told(_ reason: Reason) throws -> String { try sentence(reason, Samples.grant, steps.trace) }
    #expect(try told(.applicantKind) == "第2条 申请人类型为企业，本项目资助对象为：专利代理机构、代理分支机构。请核对申请人类型，或改报其他项目。")
    #expect(try told(.notLocal) == "第2条 所在地不在本市（广州市），不予资助。请核对申请人所在地。")
    #expect(try told(.patentType) == "第2条 专利类型为发明，本项目只资助实用新型。请核对申请号，或改报相应项目。")
    #expect(try told(.condition("compliant")) == "第2条 符合局令第75号 否，应为 是，不符合条件。请核对材料。")
    #expect(try told(.duplicate("F1")) == "第2条 同一专利已由 F1 申报，只资助一次。请核对是否重复申报。")
  }

  @Test("The wrong day")
  func days() throws {
    var steps = TraceSteps("2")
    let granted = try steps.date("grantedOn", "2021-01-05")
    let (from, to) = (try #require(CivilDate("2018-01-01")), try #require(CivilDate("2020-12-31")))
    steps.add(.holds, [granted, .name(">="), .value(.date(from))], .flag(true), article: "closing")
    steps.add(
      .holds, [granted, .name("<="), .value(.date(to))], .flag(false), reason: .outsideValidity,
      article: "closing")
    let received = steps.add(.fact, [.name("received")], .date(to))
    steps.add(.holds, [granted, .name("<="), received], .flag(false), reason: .eventAfterReceived)
    let number = try #require(ApplicationNumber(digits: 202_220_000_008, count: 12))
    let filed = steps.add(
      .year, [steps.add(.input, [.name("applicationNumber")], .patent(number))], .number(2022))
    let year = steps.add(.year, [granted], .number(2021))
    steps.add(.holds, [filed, .name("<="), year], .flag(false), reason: .numberAfterEvent)
    func told(_ reason: Reason) throws -> String { try sentence(reason, Samples.grant, steps.trace) }
    #expect(
      try told(.outsideValidity)
        == "有效期条款 授权公告日 2021-01-05，晚于 2020-12-31，晚 5 天，不在有效期内（2018-01-01 至 2020-12-31），不予资助。请核对日期。")
    #expect(try told(.eventAfterReceived) == "授权公告日 2021-01-05，晚于 收件日 2020-12-31，请核对日期，或到期后再申报。")
    #expect(try told(.numberAfterEvent) == "申请年份 2022 年，晚于 授权公告日年份 2021 年，请核对号码和日期。")
  }

  @Test("An annuity outside the three that are paid")
  func window() throws {
    var steps = TraceSteps("18")
    let annuity = steps.count("annuity", 6)
    let grant = steps.add(.annuity, [], .number(3), name: "grantAnnuity")
    let last = steps.add(.add, [grant, .value(.number(2))], .number(5), name: "lastAnnuity")
    steps.add(.holds, [annuity, .name(">="), grant], .flag(true))
    steps.add(.holds, [annuity, .name("<="), last], .flag(false), reason: .window)
    #expect(
      try sentence(.window, Samples.annualFee, steps.trace)
        == "第18条 第 6 年度，超过 可资助的末年度 第 5 年度，不在资助年限内；可资助 第 3 年度 至 第 5 年度。请核对日期和年度。")
    #expect(
      try sentence(.duplicate("F1"), Samples.annualFee) == "第18条 同一专利、同一年度已由 F1 申报，只资助一次。请核对是否重复申报。")
  }

  @Test("A trace that was not kept still gives every reason a sentence")
  func withoutTrace() throws {
    let all: [Reason] = [
      .missing("x"), .invalid("x"), .applicantKind, .notLocal, .outsideValidity, .eventAfterReceived,
      .numberAfterEvent, .patentType, .condition("compliant"), .belowThreshold, .shareTooLow, .window,
      .neededAward, .duplicate("F1"), .cap("agency-year"),
    ]
    for item in [Samples.grant, Samples.growth, nil] {
      for reason in all { #expect(try sentence(reason, item).hasSuffix("。")) }
    }
  }

  @Test("Warnings")
  func warnings() throws {
    let policy = try Samples.policy()
    #expect(
      WarningWording.sentence(.retroactive, item: nil, policy: policy)
        == "事项发生在办法签发（2018-07-04）之前，可参照执行；请复核人确认。")
    #expect(
      WarningWording.sentence(.readingDiffers("share-base"), item: nil, policy: policy)
        == "发明占比的基数：现行口径为以当年总量为基数；若改为以比上年的增量为基数，本项条件结论不同。请复核人确认。")
  }
}
