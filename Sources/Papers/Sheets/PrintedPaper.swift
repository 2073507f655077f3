/// A paper that the office prints (文书), by the name that `zizhu print` and its templates bear.
public enum PrintedPaper: String, Hashable, Sendable, CaseIterable {
  case receipt, correction, refusal, approval, batch, `public`, payment, recovery, service, label
  case capSheet = "cap-sheet"
  case yearSeal = "year-seal"
  case yearCorrection = "year-correction"
  case form, guide
  case handover, reminder, conflict
  case yearClose = "year-close"
  case officesClose = "offices-close"

  /// What a paper is made of.
  private enum Content {
    /// One filing each, or many together.
    case filing, filings
    /// A year, or the policy's items.
    case year, item
    /// What goes on between a city and one of its offices, or all that goes on between them.
    case office, offices
  }

  /// What is said of each: its title, what fills its templates, what it is made of.
  private var form: (title: String, sheet: any Sheet.Type, of: Content) {
    switch self {
    case .receipt: ("收件回执", ReceiptSlip.self, .filing)
    case .correction: ("补正通知书", CorrectionLetter.self, .filing)
    case .refusal: ("不予资助通知书", RefusalLetter.self, .filing)
    case .approval: ("审批表", ApprovalSheet.self, .filing)
    case .batch: ("汇总表", BatchList.self, .filings)
    case .public: ("公示名单", PublicList.self, .filings)
    case .payment: ("拨付表", PaymentList.self, .filings)
    case .capSheet: ("年度限额表", CapSheet.self, .year)
    case .recovery: ("追回通知书", RecoveryLetter.self, .filing)
    case .service: ("送达回证", ServiceSlip.self, .filing)
    case .label: ("档案标签", LabelSheet.self, .filings)
    case .yearSeal: ("年度封存表", YearSealSheet.self, .year)
    case .yearCorrection: ("年度更正表", YearCorrectionSheet.self, .year)
    case .form: ("申请表", ApplicationForm.self, .item)
    case .guide: ("办事指南", CounterGuide.self, .item)
    case .handover: ("交接单", HandoverSheet.self, .offices)
    case .reminder: ("催报函", ReminderLetter.self, .office)
    case .conflict: ("对照表", ConflictTable.self, .office)
    case .yearClose: ("年度结账表", YearCloseSheet.self, .offices)
    case .officesClose: ("各局结账表", OfficesCloseSheet.self, .offices)
    }
  }

  public var title: String { form.title }

  /// Whether one paper holds many filings; the others are printed one for each filing.
  public var isList: Bool { [.filings, .year, .offices].contains(form.of) }

  /// Whether it is made of a year and not of filings.
  public var isOfYear: Bool { form.of == .year }

  /// Whether it is made of the policy's items and not of filings.
  public var isOfItem: Bool { form.of == .item }

  /// Whether it is made of what goes on between a city and its offices: only where there are several is there any.
  ///
  /// What no state says of them, a head or a weighed verdict, the program puts in (`OfficePapers`).
  public var isBetweenOffices: Bool { [.office, .offices].contains(form.of) }

  /// Whether an office has such papers at all.
  public func isOffered(isCity: Bool, isCounty: Bool) -> Bool {
    switch self {
    case .handover: isCity || isCounty
    case .reminder, .conflict, .officesClose: isCity
    case .yearClose: isCounty
    default: true
    }
  }

  /// Every name that its templates may use.
  public var names: [TemplateName] { form.sheet.names }
}
