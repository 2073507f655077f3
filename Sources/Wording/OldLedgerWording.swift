import CaseModel
public import Casework
public import Interchange
import JSONText
import SubsidyRules
import Workbooks

/// Sentences about an old ledger that is taken in. Numbers of persons, phones and accounts stand in none of them.
public struct OldLedgerWording {
  private let policy: Policy

  public init(_ state: OfficeState) { policy = state.policy }

  // MARK: - Files

  public static func sentence(_ mistake: OldLedgerSheet.Mistake) -> String {
    switch mistake {
    case .file(let mistake): sentence(mistake)
    case .empty: "文件里没有内容。"
    case .noHeadings: "前 20 行里找不到栏目名称（如 申请人、申请号、收件日期）。请在表格第一行写上栏目名称，或用 --map 说明。"
    }
  }

  /// Why a file is no table, of whatever it was to be.
  public static func sentence(_ mistake: TableMistake) -> String {
    switch mistake {
    case .noChineseTable: "文件不是 UTF-8，而本机没有 GB18030 编码表。请在表格软件里另存为“CSV UTF-8”。"
    case .workbook(let error): WorkbookWording.sentence(error)
    case .oldWorkbook:
      "这是旧版 Excel（.xls）或 WPS（.et）工作簿，或者加了密码。请在 WPS 或 Excel 里打开，去掉密码，另存为 .xlsx 或“CSV UTF-8”再导入。"
    case .webPage: "这是网页格式的表格，不是工作簿。请在 WPS 或 Excel 里打开，另存为 .xlsx 或“CSV UTF-8”再导入。"
    case .interchangeFile: "这是交换文件（JSON），不是表格。请在命令行用 zizhu import 读入。"
    case .severalSheets(let names):
      "工作簿里有几张表：\(names.joined(separator: "、"))。请用 --sheet（桌面上填“工作表”）说明读哪一张。"
    }
  }

  public static func sentence(_ mistake: OldLedgerMappingMistake) -> String {
    switch mistake.reason {
    case .json(let reason): MistakeWording.json(reason) + "。"
    case .wrongFormat(let format): "文件格式“\(format)”不是 \(OldLedgerMapping.format)。"
    case .unknownColumn(let word, let nearest): "没有“\(word)”这一栏" + MistakeWording.hint(nearest) + "。"
    }
  }

  // MARK: - Columns

  /// What a column says, as people call it.
  public func label(_ column: OldLedgerColumn) -> String {
    switch column {
    case .receipt: "编号"
    case .received: "收件日期"
    case .item: "项目"
    case .applicant(let party): Self.label(party)
    case .status: "办理状态"
    case .decided: "核定金额"
    case .paid: "已拨付金额"
    case .reclaimed: "追回金额"
    case .override: "号码核对说明"
    case .input(let name): inputLabel(name)
    }
  }

  private static func label(_ party: OldLedgerColumn.Party) -> String {
    switch party {
    case .id: "申请人编号"
    case .name: "申请人"
    case .kind: "申请人类型"
    case .code: "代码"
    case .district: "所属县区"
    case .parent: "总部"
    case .contact: "联系人"
    case .phone: "电话"
    case .bank: "开户银行"
    case .account: "银行账号"
    }
  }

  private func inputLabel(_ name: String) -> String {
    policy.items.lazy.compactMap { $0.input(name)?.label }.first ?? name
  }

  // MARK: - Rows that can't be read

  public func sentence(_ mistakes: [OldLedgerMistake]) -> String {
    mistakes.map(sentence).joined(separator: "；")
  }

  private func sentence(_ mistake: OldLedgerMistake) -> String {
    let words = Self.words(mistake.reason)
    guard let heading = mistake.heading else { return words }
    return "\(column(heading))：\(words)"
  }

  /// What people call the column of a word; a heading of the file's own stays as it is.
  private func column(_ heading: String) -> String {
    OldLedgerMapping.column(heading, inputs: policy.items.flatMap { $0.inputs.map(\.id) }).map(label)
      ?? heading
  }

  /// What is wrong with a cell, or with what somebody typed for an input.
  public static func words(_ reason: OldLedgerMistake.Reason) -> String {
    switch reason {
    case .openQuote: "双引号没有收尾，请核对这一行的引号"
    case .surplusCells(let count): "比栏目多出 \(count) 格，多半是内容里的逗号没有加引号"
    case .amountsDiffer: "核定金额与已拨付金额不同，请分清后再报"
    case .missing: "没有填"
    case .unreadableCharacter: "有认不出的字符，请从原件重填"
    case .scientific: "号码已被表格软件改成科学计数法，后几位已丢失，请从原件重填"
    case .lostZero(let number): FieldWording.lostZero(number)
    case .cutIdentity: "像是被表格软件截断（末三位成了 000），请从原件重填；确为此号的，在“号码核对说明”一栏写明理由"
    case .differs(let heading): "与“\(heading)”一栏不同，请分清后再报"
    case .inBrackets: "括号里的金额在账上表示负数，请核对"
    case .date(let issue): FieldWording.sentence(issue)
    case .money(let issue): FieldWording.sentence(issue)
    case .count(let issue): FieldWording.sentence(issue)
    case .outOfRange(let range): "应在 \(range.lowerBound) 至 \(range.upperBound) 之间"
    case .flag: "请填是或否"
    case .number(let reading): FieldWording.problem(reading) ?? "号码看不懂"
    case .choice(let labels): "应为以下各项之一：" + labels.joined(separator: "、")
    case .kind: "不是申请人类型，请填企业、个人等"
    case .district: "不是本市的县区名称或六位代码"
    case .status: "不是办理状态，请填收件、受理、审定、拨付等"
    case .code: "代码的位数或字符不对，请核对"
    }
  }

  // MARK: - Rows that don't fit

  public func sentence(_ faults: [OldLedgerFault]) -> String {
    faults.map(sentence).joined(separator: "；")
  }

  /// Behind a column that is asked for: the desk's field and the command's option say it for all rows.
  private static let orAllAlike = "；各行都一样的，写在“各行相同”里（命令行用 --set）"

  private func sentence(_ fault: OldLedgerFault) -> String {
    switch fault {
    case .codeOfOther(let id, let name): "代码已属于 \(id)（\(name)），名称不同，请核对"
    case .nameWithOtherCode(let id): "\(id) 同名而代码不同，请核对"
    case .severalOfName(let ids): "有几个同名的申请人（\(ids.joined(separator: "、"))），请填代码"
    case .codeMasked: "证件号码遮去了中间几位，认不出是谁。请补全号码，或保留“申请人编号”一栏"
    case .personNeedsCode: "个人须填身份证号：同名的人分不清"
    case .kindUnknown: "新申请人，不知道是企业、个人还是别的，请加“申请人类型”一栏\(Self.orAllAlike)"
    case .kindDiffers(let kind): "申请人类型与登记的“\(Labels.label(kind))”不同"
    case .districtUnknown: "新申请人，不知道在哪个县区，请加“所属县区”一栏\(Self.orAllAlike)"
    case .unknownParent(let name): "找不到总部“\(name)”，请先录入总部"
    case .receivedInFuture(let day): "收件日期 \(day) 还没有到"
    case .stageUnknown: "有核定金额，但不知道办到哪一步，请加“办理状态”一栏\(Self.orAllAlike)"
    case .amountMissing(let stage): "状态是\(Labels.label(stage))，却没有金额"
    case .amountBeforeApproval(let stage): "状态还是\(Labels.label(stage))，却有核定金额"
    case .reclaimedWithoutAmount: "有追回金额而没有核定金额"
    case .reclaimedAboveAmount: "追回金额大于核定金额"
    case .unanswered(.banned(let doubt)):
      Self.unfinished(PatentWording.refusal(doubt)) + "；表格里不能写，请跳过这一行，单独收件"
    case .unanswered(let refusal): Self.unfinished(StoreWording.sentence(refusal))
    case .receiptTaken(let names):
      "编号已经有了，内容不同：" + names.map(differing).joined(separator: "、")
    case .paidSince(let id): "库里的 \(id) 是同一件，还没有支付，这一行说已经支付了。请核对，不要再付一次"
    case .paidBehindRow(let line): "与第 \(line) 行是同一件，那一行还没有支付，这一行说已经支付了。请核对，只留一行"
    }
  }

  /// A sentence among others, which are told apart by semicolons.
  private static func unfinished(_ sentence: String) -> String {
    sentence.hasSuffix("。") ? String(sentence.dropLast()) : sentence
  }

  private func differing(_ name: String) -> String {
    switch name {
    case "item": "项目"
    case "applicant": "申请人"
    case "received": "收件日期"
    case "decided": "核定金额"
    case "reclaimed": "追回金额"
    case "status": "办理状态"
    default: inputLabel(name)
    }
  }

  public func sentence(_ remarks: [OldLedgerRemark]) -> String {
    remarks.map { remark in
      switch remark {
      case .missing(let inputs): "缺少" + inputs.map(inputLabel).joined(separator: "、")
      case .districtRegistered(let code): "申请人登记在\(Labels.district(code, among: policy.districts))，以登记为准"
      case .newApplicant(let id): "新申请人 \(id)"
      }
    }.joined(separator: "；")
  }

  // MARK: - The result file

  /// What the result file says of a row; `isTaken` where the rows of the plan went in, else they would.
  public func answer(_ outcome: OldLedgerOutcome, isTaken: Bool) -> OldLedgerResult.Answer {
    switch outcome {
    case .noFiling: return .init(result: "跳过", reason: "合计行")
    case .unreadable(let mistakes): return .init(result: "有误", reason: sentence(mistakes))
    case .planned(let row, let notes):
      switch row.verdict {
      case .taken(let id):
        let reason = ([sentence(row.remarks)] + self.notes(notes, row.doubts)).filter { !$0.isEmpty }.joined(
          separator: "；")
        return isTaken
          ? .init(result: "读入", reason: reason, receipt: id) : .init(result: "可读入", reason: reason)
      case .known(let id): return .init(result: "已有", receipt: id)
      case .duplicate(let id):
        let own = notes.row.filing.id
        let both = own.isEmpty || own == id ? "" : "，本行编号 \(own)"
        return .init(result: "重复", reason: "与库中 \(id) 是同一件\(both)")
      case .repeated(let line): return .init(result: "重复", reason: "与第 \(line) 行是同一件")
      case .unfit(let faults): return .init(result: "有误", reason: sentence(faults))
      }
    }
  }

  public func sentence(_ doubts: [Doubt]) -> String {
    DoubtWording.sentence(doubts) { self.column($0) }
  }

  private func notes(_ notes: OldLedgerRowNotes, _ doubts: [Doubt]) -> [String] {
    var sentences: [String] = []
    sentences.append(sentence(notes.doubts + doubts))
    if !notes.unused.isEmpty { sentences.append("该项目没有这些栏，没有读入：" + notes.unused.joined(separator: "、")) }
    return sentences
  }
}
