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

  public var title: String {
    switch self {
    case .receipt: "收件回执"
    case .correction: "补正通知书"
    case .refusal: "不予资助通知书"
    case .approval: "审批表"
    case .batch: "汇总表"
    case .public: "公示名单"
    case .payment: "拨付表"
    case .capSheet: "年度限额表"
    case .recovery: "追回通知书"
    case .service: "送达回证"
    case .label: "档案标签"
    case .yearSeal: "年度封存表"
    case .yearCorrection: "年度更正表"
    case .form: "申请表"
    case .guide: "办事指南"
    case .handover: "交接单"
    case .reminder: "催报函"
    case .conflict: "对照表"
    case .yearClose: "年度结账表"
    case .officesClose: "各局结账表"
    }
  }

  /// Whether one paper holds many filings; the others are printed one for each filing.
  public var isList: Bool {
    switch self {
    case .batch, .public, .payment, .label, .capSheet, .yearSeal, .yearCorrection, .handover, .yearClose,
      .officesClose:
      true
    case .receipt, .correction, .refusal, .approval, .recovery, .service, .form, .guide, .reminder, .conflict:
      false
    }
  }

  /// Whether it is made of a year and not of filings.
  public var isOfYear: Bool { self == .capSheet || self == .yearSeal || self == .yearCorrection }

  /// Whether it is made of the policy's items and not of filings.
  public var isOfItem: Bool { self == .form || self == .guide }

  /// Whether it is made of what goes on between a city and its offices: only where there are several is there any.
  ///
  /// What no state says of them, a head or a weighed verdict, the program puts in (`OfficePapers`).
  public var isBetweenOffices: Bool {
    switch self {
    case .handover, .reminder, .conflict, .yearClose, .officesClose: true
    default: false
    }
  }

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
  public var names: [TemplateName] {
    switch self {
    case .receipt: Printout.names(of: ReceiptSlip.self)
    case .correction: Printout.names(of: CorrectionLetter.self)
    case .refusal: Printout.names(of: RefusalLetter.self)
    case .approval: Printout.names(of: ApprovalSheet.self)
    case .batch: Printout.names(of: BatchList.self)
    case .public: Printout.names(of: PublicList.self)
    case .payment: Printout.names(of: PaymentList.self)
    case .capSheet: Printout.names(of: CapSheet.self)
    case .recovery: Printout.names(of: RecoveryLetter.self)
    case .service: Printout.names(of: ServiceSlip.self)
    case .label: Printout.names(of: LabelSheet.self)
    case .yearSeal: Printout.names(of: YearSealSheet.self)
    case .yearCorrection: Printout.names(of: YearCorrectionSheet.self)
    case .form: Printout.names(of: ApplicationForm.self)
    case .guide: Printout.names(of: CounterGuide.self)
    case .handover: Printout.names(of: HandoverSheet.self)
    case .reminder: Printout.names(of: ReminderLetter.self)
    case .conflict: Printout.names(of: ConflictTable.self)
    case .yearClose: Printout.names(of: YearCloseSheet.self)
    case .officesClose: Printout.names(of: OfficesCloseSheet.self)
    }
  }
}
