public import CaseModel
public import Casework
import SubsidyRules
public import Journal

/// Sentences about the store and about commands that are not carried out.
public enum StoreWording {
  private static func label(_ row: RefusedRow) -> String {
    switch row.place {
    case .applicant(let place)?: "第 \(place) 个申请人 \(row.filing)"
    case .filing(let place)?: "第 \(place) 件申报 \(row.filing)"
    case nil: row.filing
    }
  }

  /// Why a command is not carried out, and what to do.
  ///
  /// With the state and the filing, inputs and papers bear the names that the policy gives them.
  public static func sentence(
    _ refusal: Refusal, in state: OfficeState? = nil, filing: String? = nil
  ) -> String {
    switch refusal {
    case .step(let refusal): StepRefusalWording.sentence(refusal, CaseWords(state, filing: filing))
    case .rows(let rows):
      (rows.map { "\(label($0))：\(sentence($0.refusal, in: state, filing: $0.filing))" } + ["没有办理任何一件。"])
        .joined(separator: "\n")
    case .operatorRetired(let name): "操作员“\(name)”已停用。"
    case .loginTaken(let name): "这个系统登录名已绑定操作员“\(name)”，不能再绑定别的姓名。"
    case .lastSupervisor: "这是最后一位主管，不能停用。请先添加另一位主管。"
    case .pinIsOwn: "自己的 PIN 请自己重设，不必清除。"
    case .pinChanged: "PIN 刚在别处改过，没有设定。请重新登录。"
    case .filingIdentityFixed(let id): "申报 \(id) 的项目和申请人不能改。请撤回后重新收件。"
    case .filingIsReviewed(let id): "申报 \(id) 已经初审，数据须由复核修改。"
    case .filingIsHandedUp(let id): "申报 \(id) 已上报市局，由市局核定；要改的，请先撤销上报，或请市局退回。"
    case .offices(let refusal): OfficesWording.sentence(refusal)
    case .filingIsClosed(let id): "申报 \(id) 已经结案，不再修改。"
    case .unknownPaper(let id): "该项目的材料清单里没有“\(id)”。"
    case .movedOn(let id, let by, let at): "\(by) 于 \(MomentWording.local(at)) 又办理过 \(id)，请看过最新情况再改。"
    case .badNumber: "号码读不出来，请核对。"
    case .newsKnown(let id): "这一情形已经登记过（\(id)）。"
    case .seal(let refusal): SealWording.sentence(refusal)
    case .register(let refusal): RegisterWording.sentence(refusal)
    case .ledgerMoved: "库里的内容刚有变动，读入的结果会与所列的不同，没有读入。请重新查看后再确认。"
    case .periodCount: "期限应为 0 到 999（0 为不再设期限），请核对。"
    case .periodInPast(let day): "起算日期 \(day) 已经过去：已经开始的期限不能改，请写今天或以后的日期。"
    case .newsMoved: "涉及的申报有了变动，与所列的不同。请重新查看后再确认。"
    case .unknownOperator(let name): "没有名为“\(name)”的操作员。请用 --as 指明，或请主管添加。"
    case .operatorExists(let name): "操作员“\(name)”已经有了；写法不同而看上去一样的名字也不行，请加上能区分的字。"
    case .roleTooLow(let needed): "这一步须由\(role(needed))办理。"
    case .applicantExists(let id): "申请人编号“\(id)”已经有了，没有重复录入。"
    case .turnTaken(let losers): TurnWording.sentence(losers)
    case .banned(let doubt): PatentWording.refusal(doubt)
    case .nameTaken(let ids):
      "已有同名的申请人 \(ids.joined(separator: "、"))，请先核对是否同一申请人；确要另立的，请写明理由（表单和文件里的“说明”，读入交换文件时也可用 --same-name-reason）。"
    case .codeTaken(let id):
      "这个代码已属于申请人 \(id)\((state?.applicant(id)?.name).map { "（\($0)）" } ?? "")，请先核对是否同一申请人。"
    case .unknownApplicant(let id): "没有编号为“\(id)”的申请人。"
    case .unknownParent(let id): "没有编号为“\(id)”的总部。"
    case .policy(let refusal): AdoptionWording.sentence(refusal)
    case .person(let refusal): PersonWording.sentence(refusal)
    case .family(let refusal): FamilyWording.sentence(refusal)
    case .cycleOfParents: "总部的总部又是它自己，请核对总部。"
    case .filingExists(let id): "申报编号“\(id)”已经有了，没有重复录入。"
    case .unknownFiling(let id): "没有编号为“\(id)”的申报。"
    case .unknownItem(let id): "政策中没有项目“\(id)”。"
    case .filingIsDecided(let id): "申报 \(id) 已经核定，金额不再变动。"
    case .takeOverNeedsSupervisor(let id): "申报 \(id) 带有核定金额或后续状态，只能由主管接收。"
    case .notAsReceived: "这里只收新申报：不能带核定金额、后续状态或收件时的登记。"
    case .unknownReading(let choice): "没有口径“\(choice)”。"
    case .nameMissing: "请填写名称。"
    case .nameNotVisible: "名称里有看不见的字符或控制字符，请重新输入。"
    case .noteMissing: "请写明理由。"
    case .unknownPolicy: "数据库里没有这份政策文件，请用 zizhu policy adopt 放入。"
    case .policyLacksItems(let items):
      "已有申报属于这份政策没有的项目（\(items.joined(separator: "、"))），没有采用。请补上这些项目后再试。"
    }
  }

  /// Why a save that another's has overtaken was not made, and what changed.
  public static func sentence(dayAhead day: CivilDate, clock: CivilDate) -> String {
    "日期 \(day) 还没有到（本机时钟：\(clock)）。正式数据库不能把日期往后设；要试用，请用 zizhu init --trial 另建一个。"
  }

  /// Why a store that is no trial takes no time of day.
  public static let clockPlayed = "只有试用数据库（zizhu init --trial）能连时刻一起设；正式数据库请只写日期，如 --today 2019-04-01。"

  public static func sentence(_ overtaken: Overtaken) -> String {
    switch overtaken {
    case .record(let id, let entry):
      let deed = "\(entry.by)\(HistoryWording.label(entry))（\(MomentWording.local(entry.at))）"
      return "没有保存：\(id) 刚由\(deed)。内容都在，请核对后再保存。"
    case .decision(let was, let now, let reasons):
      let was = "\(Labels.label(was.outcome)) \(MoneyWording.yuan(was.award))"
      let now = "\(Labels.label(now.outcome)) \(MoneyWording.yuan(now.award))"
      let why = reasons.map(why).joined()
      return "没有保存：另一台终端刚保存，本件由 \(was) 变为 \(now)\(why)。内容都在，请核对后再保存。"
    }
  }

  private static func why(_ reason: Reason) -> String {
    switch reason {
    case .duplicate(let filing): "，\(filing) 在先"
    case .cap: "，限额余额不足"
    // What others do says nothing about these.
    case .missing, .invalid, .applicantKind, .notLocal, .outsideValidity, .eventAfterReceived,
      .numberAfterEvent, .patentType, .condition, .belowThreshold, .shareTooLow, .window, .neededAward:
      ""
    }
  }

  public static func role(_ role: Operator.Role) -> String {
    switch role {
    case .clerk: "经办"
    case .reviewer: "复核"
    case .supervisor: "主管"
    }
  }

  /// Why the journal can't be used, and what to do.
  public static func sentence(_ error: JournalError) -> String {
    switch error {
    case .notAStore: "这里没有资助数据库。可用 zizhu init 新建，用 zizhu demo 看演示，或核对 --store 的路径。"
    case .identityDamaged: "数据库的标识文件 store.json 损坏、不见了，或与日志文件夹对不上。请勿改动，先复制整个文件夹，再从备份恢复。"
    case .newerFormat: "数据库由更新版本的程序写成，请升级程序后再打开。"
    case .folderNotEmpty: "文件夹里已有内容，没有改动。请另选一个空文件夹。"
    case .fileExists(let name): "文件 \(name) 已存在，没有覆盖。"
    case .busy: "另一台终端正在保存，等了 10 秒仍未轮到，没有保存。请再试一次。"
    case .readOnly(let reason): "数据库只能查看，没有保存：" + sentence(reason)
    case .notSaved(let error): "没有保存：\(why(error))。请检查磁盘空间和权限后再试。" + place(error)
    case .badPayload: "内容不合格式，没有保存。"
    case .badBackup: "备份文件损坏，没有恢复。"
    case .file(let error): why(error) + "。请检查路径、权限和磁盘。" + place(error)
    }
  }

  public static func sentence(_ reason: ReadOnlyReason) -> String {
    switch reason {
    case .damage: "日志有损坏，请用 zizhu verify 查看位置。"
    case .syncFailed: "上一次写盘没有成功，请检查磁盘后重新打开。"
    case .truncateFailed, .setAsideFailed: "无法清理没写完的一行，请检查磁盘空间和权限；清理以后自动恢复保存。"
    case .noRights: "没有写入权限。"
    case .newerFormat: "数据库由更新版本的程序写成，请升级程序。"
    case .notUnderstood: "日志里有更新版本的程序写下的内容，请升级程序。"
    }
  }

  private static func why(_ error: FileError) -> String {
    error.code == 2 && error.file.isEmpty ? "没有这个文件夹" : SystemWording.reason(error.code)
  }

  /// Why nothing is decided or printed on a damaged store, with what to do.
  public static func notActedOn(_ damage: [Finding]) -> String {
    first(of: damage) + "没有办理、打印或写出任何内容。" + remedy
  }

  /// Why a store can't be opened at all, with what to do; the path may follow.
  public static func nothingReadable(_ damage: [Finding]) -> String {
    first(of: damage) + "日志开头损坏，后面的内容读不出来。" + remedy
  }

  private static let remedy = "请勿改动，先复制整个文件夹，再用 zizhu restore 从备份恢复；zizhu verify 列出全部问题。"

  private static func first(of damage: [Finding]) -> String {
    damage.first.map { sentence($0) + "。" } ?? ""
  }

  /// Which file it was, to stand last: a line of 80 columns cuts a long path, never the reason.
  private static func place(_ error: FileError) -> String {
    // The store itself has no name here: whoever speaks of it names its path.
    error.file.isEmpty ? "" : "文件：\(error.file)。"
  }

  /// What `verify` found: what is wrong, then file, line and record.
  public static func sentence(_ finding: Finding) -> String {
    let line = finding.line.map { " 第 \($0) 行" } ?? ""
    let sequence = finding.sequence.map { "，第 \($0) 条记录" } ?? ""
    let kind = finding.isDamage ? "损坏" : "提示"
    return "\(kind)：\(what(finding.reason))（\(finding.file)\(line)\(sequence)）"
  }

  private static let heldAdvice = "请那台机器重做全部的报送件（zizhu bundle --all）再汇总，或者裁定以已收的一支为准"

  private static func what(_ reason: Finding.Reason) -> String {
    switch reason {
    case .notUnderstood: "这一行完好，但这个版本的程序读不懂，请升级程序"
    case .laterKind(let kind): "这一行是更新版本的程序写的（\(kind)），从这里起所示可能不全，请升级程序"
    case .notARecord: "这一行不是一条记录"
    case .linkBroken: "校验链在这里断开，这一行或前一行被改动"
    case .sequenceBroken(let found): "记录不连续，这里是第 \(found) 条：有缺失、重复或调换"
    case .unfinishedLine: "末尾有没写完的一行，下次打开时移到 quarantine"
    case .setAside(let file, let bytes, let mayBeLost):
      mayBeLost
        ? "末尾 \(bytes) 字节校验不符，已移到 \(file)：可能丢失一条已保存的记录，请核对最后一件"
        : "末尾没写完的 \(bytes) 字节已移到 \(file)，已保存的记录都在"
    case .notASegment: "文件开头不是日志段"
    case .foreignSegment: "这一段不属于这个数据库"
    case .segmentDoesNotFollow: "这一段接不上前一段"
    case .newerFormat(let version): "由更新版本的程序写成（格式 \(version)）"
    case .missingSegment: "缺少这一段"
    case .unknownFile: "不是资助程序的文件，不影响使用，可以移走"
    case .shortened: "文件比先前短了"
    case .changedUnderneath: "先前读过的内容不见了"
    case .snapshotUnusable: "快照不可用，将重新生成"
    case .snapshotNotAnchored: "日志里没有这份快照的记载，不予使用，将重新生成"
    case .snapshotDiffers: "快照与日志不符，以日志为准"
    case .policyDiffers(let file): "这一行所写的政策文件 \(file) 被改动、替换或不见了，请从备份找回原文件"
    case .policyNotInForce: "这一行办理时用的不是当时施行的政策文件，那份文件曾被改动"
    case .heldFileMissing: "存放的分叉的另一支不在了，" + heldAdvice
    case .heldFileDamaged: "存放的分叉的另一支被改动或截短，" + heldAdvice
    case .headMissing: "日志在所给的链头之前就结束了，末尾的记录被截去"
    case .headDiffers: "所给链头的位置上是另一段历史"
    case .foreignFile: "备份里夹带了不属于数据库的文件，不予恢复"
    case .backupDamaged: "备份内容与写入时不符"
    case .storeWasDamaged: "备份时数据库的这里已经损坏"
    case .unreadable(let error): why(error)
    }
  }
}
