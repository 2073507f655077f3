public import CaseModel
public import Casework

/// A report of one year that `zizhu report` makes; a new one is a row of `all`, and has every format.
public struct YearReport: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// What it is called in Chinese.
  public let title: String
  /// What it shows.
  public let meaning: String
  private let make: @Sendable (OfficeState, Int, CivilDate) -> ReportTable

  init(
    _ name: String, _ title: String, _ meaning: String,
    _ make: @escaping @Sendable (_ state: OfficeState, _ year: Int, _ today: CivilDate) -> ReportTable
  ) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.make = make
  }

  /// One in which nothing is counted to today.
  init(
    _ name: String, _ title: String, _ meaning: String,
    _ make: @escaping @Sendable (_ state: OfficeState, _ year: Int) -> ReportTable
  ) {
    self.init(name, title, meaning) { state, year, _ in make(state, year) }
  }

  public static let all = [
    YearReport("caps", "年度限额", "上限、五栏（申请、拟资助、已审定、已拨付、已追回）、余额、超出，用得最满的在前", caps),
    YearReport("cap-order", "限额使用次序", "每件之前谁用了额度、还剩多少", capOrder),
    YearReport("totals", "年度资助合计，按项目", "件数、资助额；五栏见 csv、xlsx、json") { awards($0, of: $1, by: .item) },
    YearReport("districts", "年度资助合计，按县区", "件数、资助额；五栏见 csv、xlsx、json") { awards($0, of: $1, by: .district) },
    YearReport("months", "年度资助合计，按月", "件数、资助额；五栏见 csv、xlsx、json") { awards($0, of: $1, by: .month) },
    YearReport("applicants", "年度资助合计，按申请人", "件数、资助额，多的在前；五栏见 csv、xlsx、json") {
      awards($0, of: $1, by: .applicant)
    },
    YearReport("fund", "专项资金", "第19条：各县区预算、各阶段使用、余额、待审", fund),
    YearReport("spending", "支出，按拨付年月", "按拨付日期：核拨、抵扣、实付、退票、退回、净支出、累计、预算余额", spending),
    YearReport("batches", "拨付批次", "每批的件数、金额、抵扣、待拨、已拨、退票、撤出", batches),
    YearReport("ages", "等候天数", "各阶段的申报等了多久", ages),
    YearReport("readings", "口径有影响的申报", "改用另一口径后结果不同的，和相差的金额", readings),
    YearReport("recoveries", "追回台账", "每笔追回的应退、已退、抵扣、未退、期限；全部年度，未退的在前") { state, _, today in
      recoveries(state, on: today)
    },
    YearReport("overlaps", "一件专利几个项目", "同一专利在几个项目下", overlaps),
    YearReport("shared", "同一账号、电话、代理机构", "后面有几个申请人的", shared),
    YearReport("tieout", "对不上的账", "只列对不上的；全部年度") { state, _ in tieOut(state) },
    YearReport("exceptions", "例外", "一人办理、新姓名办理、没有担保人的姓名、越过未汇总的局、设过的日期、跳动的时钟", exceptions),
    YearReport("offices", "各局", "市局：各局报送到哪里、静默几天、件数、待核定、资助额", offices),
    YearReport("conflicts", "各局之间的冲突", "市局：未裁定的冲突和涉及的申报") { state, _ in conflicts(state) },
    YearReport("yearly", "年度统计", "资助按条款、申请人类型、县区；专利数据和每万人口；执法、质押、培训等台账，各有来源", yearly),
    YearReport("archive", "档案清单", "每件的档号、存放位置；还没有归档的", archive),
    YearReport("register", "工作台账", "按类别和县区", RegisterTables.count),
  ]

  /// The report of that name; nil where there is none.
  public static func named(_ name: String) -> YearReport? { all.first { $0.name == name } }

  /// The report of a year; `today` is the day to which waiting is counted.
  public func table(of state: OfficeState, year: Int, today: CivilDate) -> ReportTable {
    var table = make(state, year, today)
    if !state.joint.origins.isEmpty, !["offices", "conflicts"].contains(name) { table.addOffices(state) }
    if !state.joint.origins.isEmpty { table.notes.append(Self.heads(state)) }
    table.tellOffice(state)
    table.title = TrialMark.title(table.title, isTrial: state.office?.isTrial ?? false)
    return table
  }
}
