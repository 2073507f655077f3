import ArgumentParser
import CaseModel
import Casework
import Glibc
import Interchange
import JSONText
import Journal
import Office
import Wording

/// The options of every command that works on a store.
struct StoreOptions: ParsableArguments {
  @Option(help: "数据库文件夹（默认 $XDG_DATA_HOME/zizhu-office）") var store: String?
  @Option(name: .customLong("as"), help: "以谁的名义办理") var name: String?
  @Option(help: "把今天设为这一天，YYYY-MM-DD；正式数据库不能往后设，往前设会记入日志。试用数据库也可写到分，如 2019-04-01T09:30")
  var today: String?
  @Option(help: "数据文件夹") var data: String?
  @Option(name: .customLong("pin-fd"), help: "从这个描述符读 PIN（脚本用）") var pinDescriptor: Int32?

  @Option(name: .customLong("code-fd"), help: "从这个描述符读第一次登录的一次性码（也可以写在 --pin-fd 的第一行）")
  var codeDescriptor: Int32?

  func clock() throws -> Clock {
    guard let today else { return Clock() }
    if let played = Clock(standing: today) { return played }
    return Clock(today: try typedDay(today, "--today"))
  }

  func path() throws -> String {
    if let store { return store }
    if let home = getenv("XDG_DATA_HOME"), home.pointee != 0 {
      return String(cString: home) + "/zizhu-office"
    }
    if let home = getenv("HOME"), home.pointee != 0 {
      return String(cString: home) + "/.local/share/zizhu-office"
    }
    throw Failure(.usage, "没有说明数据库在哪里，请用 --store 指明文件夹。")
  }

  /// Opens the store; what its journal reports goes to standard error.
  func open(pinyin: PinyinTable = PinyinTable()) throws -> OpenOffice {
    let office = try Self.open(path(), pinyin: pinyin, clock: clock())
    office.calendar = DataFolder.calendar(data)
    office.tariff = DataFolder.tariff(data)
    // Only a desk has time to look behind what a snapshot shows.
    office.bringOthers()
    for finding in office.journal.findings { Streams.complain("zizhu：" + StoreWording.sentence(finding)) }
    office.finish()
    return office
  }

  /// Opens the store for something that goes out of the office: not where what was read may be incomplete or damaged.
  func openToHandOut() throws -> OpenOffice {
    let office = try open()
    try storeFailures(at: path()) { try office.requireWhole() }
    return office
  }

  /// The same where what is damaged of others' journals may be healed.
  func openToGather() throws -> OpenOffice {
    let office = try open()
    try storeFailures(at: path()) { try office.requireOwnWhole() }
    return office
  }

  static func open(
    _ path: String, pinyin: PinyinTable, clock: Clock, looksThrough: Bool = true
  ) throws -> OpenOffice {
    let megabyte = 1 << 20
    var line: ProgressLine?
    defer { line?.end() }
    return try storeFailures(at: path) {
      try OpenOffice.open(path, pinyin: pinyin, clock: clock, looksThrough: looksThrough) { done, whole in
        // What is read within a blink needs no line.
        guard whole > 8 * megabyte else { return }
        if line == nil { line = ProgressLine("没有可用的快照，正在从日志重建（MB）", of: whole / megabyte) }
        line?.show(done / megabyte)
      }
    }
  }

  /// Who acts: the name given, else the operator bound to the login, else the only operator; login and PIN checked.
  ///
  /// - Parameter newDescriptor: where a name that has no PIN yet finds its first one, with which it signs in at once.
  func actor(in office: OpenOffice, newPIN newDescriptor: Int32? = nil) throws -> SignedIn {
    let asked = try actorName(in: office)
    let given = secrets(of: asked, in: office)
    let who: SignedIn
    do throws(OfficeError) {
      who = try office.signIn(asked, login: Self.login(), pin: given.pin, code: given.code)
    } catch {
      // Whoever sits at a terminal is asked; a script has said what it has to say.
      guard given.pin == nil, case .notSignedIn(let refusal) = error,
        let typed = Self.first(newDescriptor, given.code, after: refusal) ?? Self.ask(after: refusal)
      else { throw error }
      who = try office.signIn(asked, login: Self.login(), pin: typed.pin, code: typed.code)
    }
    for hint in Self.hints(for: who) { Streams.complain("zizhu：" + hint) }
    return who
  }

  /// What somebody should hear who has just signed in.
  static func hints(for who: SignedIn) -> [String] {
    (who.missedPINs > 0 ? [SignInWording.missed(who.missedPINs)] : [])
      + (who.clockJump.map { [SignInWording.sentence($0)] } ?? [])
  }

  /// PIN and one-time code from the descriptors that were named. Only where a code is asked for does `--pin-fd` bring two
  /// lines: what stands behind the first may be another's to read.
  private func secrets(of name: String, in office: OpenOffice) -> Secrets {
    var code = codeDescriptor.flatMap { PINPrompt.read(descriptor: $0) }
    let known = office.state.house.operators.first { $0.name == name }
    if code == nil, let known, office.state.needsCode(known) {
      code = pinDescriptor.flatMap { PINPrompt.read(descriptor: $0) }
    }
    return Secrets(pin: pinDescriptor.flatMap { PINPrompt.read(descriptor: $0) }, code: code)
  }

  /// The one-time code from the descriptor that was named for it.
  func readCode() -> String? { codeDescriptor.flatMap { PINPrompt.read(descriptor: $0) } }

  private struct Secrets {
    var pin: String?
    var code: String?
  }

  /// Who sits at the desk, where login and options say it without a question; nil where the desk is to ask.
  func actorAtDesk(in office: OpenOffice) throws -> SignedIn? {
    guard let asked = try? actorName(in: office) else { return nil }
    let given = secrets(of: asked, in: office)
    do throws(OfficeError) {
      return try office.signIn(asked, login: Self.login(), pin: given.pin, code: given.code)
    } catch {
      switch error {
      case .notSignedIn(.pinNeeded), .notSignedIn(.pinUnset), .notSignedIn(.codeNeeded): return nil
      default: throw Failure(error, at: try path())
      }
    }
  }

  private func actorName(in office: OpenOffice) throws -> String {
    if let name { return name }
    let operators = office.state.house.operators.filter { !$0.isRetired }
    if let bound = operators.first(where: { $0.login == Self.login() }) { return bound.name }
    if operators.count == 1 { return operators[0].name }
    throw Failure(.notAllowed, "不知道是谁在办理，请用 --as 指明操作员。")
  }

  /// The first PIN of a name that has none, out of a descriptor; nil where something else is missing.
  private static func first(_ descriptor: Int32?, _ code: String?, after refusal: SignInRefusal) -> Secrets? {
    switch refusal {
    case .pinUnset: break
    case .codeNeeded: guard code != nil else { return nil }
    default: return nil
    }
    return descriptor.flatMap { PINPrompt.read(descriptor: $0) }.map { Secrets(pin: $0, code: code) }
  }

  private static func ask(after refusal: SignInRefusal) -> Secrets? {
    switch refusal {
    case .pinNeeded(let name): PINPrompt.ask("“\(name)”的 PIN：").map { Secrets(pin: $0) }
    case .pinUnset(let name): PINPrompt.askNew(for: name).map { Secrets(pin: $0) }
    case .codeNeeded(let name):
      PINPrompt.ask("主管交给“\(name)”的一次性码：").flatMap { code in
        PINPrompt.askNew(for: name).map { Secrets(pin: $0, code: code) }
      }
    default: nil
    }
  }

  static func login() -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid-\(getuid())" }
    return String(cString: name)
  }
}

extension Failure {
  /// What went wrong, in words; `other` where it is no error of a command or an office.
  static func sentence(_ error: any Error, in office: OpenOffice, or other: String) -> String {
    switch error {
    case let error as any Told: error.failure.sentence
    case let error as OfficeError: Failure(error, in: office.state).sentence
    default: other
    }
  }

  /// A failure of the store as an exit status and a sentence: the reason first, the path, where one helps, last.
  init(_ error: OfficeError, at path: String? = nil, in state: OfficeState? = nil, filing: String? = nil) {
    let place = path.map { "数据库：\($0)。" } ?? ""
    switch error {
    case .journal(let error):
      let status: Status =
        switch error {
        case .notAStore: .notFound
        case .folderNotEmpty, .fileExists: .cannotWrite
        case .busy: .busy
        case .readOnly(.noRights): .cannotWrite
        case .readOnly, .notSaved: .readOrWriteFailed
        case .identityDamaged, .newerFormat, .badPayload, .badBackup: .badInput
        case .file(let file): Self.status(of: file)
        }
      self.init(status, StoreWording.sentence(error) + place)
    case .unreadableLine(let sequence, let error):
      self.init(
        .badInput,
        "日志第 \(sequence) 条记录读不懂（payload \(error.location)）："
          + MistakeWording.sentence(error) + "请升级程序，或用 zizhu verify 检查。" + place)
    case .unread(let unread):
      self.init(.badInput, UnreadWording.sentence(unread))
    case .damaged(let findings):
      self.init(.badInput, StoreWording.notActedOn(findings))
    case .nothingReadable(let findings):
      self.init(.badInput, StoreWording.nothingReadable(findings) + place)
    case .policyMissing(let file):
      self.init(.notFound, "数据库里缺少政策文件 \(file)，或它不是原来那份，请从备份找回。" + place)
    case .badPolicy(let file, let mistakes):
      let lines = mistakes.mistakes.map {
        "\(file):\($0.location)：\(MistakeWording.sentence($0))"
      }
      self.init(.badInput, "数据库里的政策文件有误。\n" + lines.joined(separator: "\n"))
    case .refused(let refusal):
      self.init(refusal.status, StoreWording.sentence(refusal, in: state, filing: filing))
    case .dayAhead(let day, let clock):
      self.init(.usage, StoreWording.sentence(dayAhead: day, clock: clock))
    case .clockPlayed: self.init(.usage, StoreWording.clockPlayed)
    case .notSignedIn(let refusal):
      self.init(.notAllowed, SignInWording.sentence(refusal))
    case .overtaken(let overtaken):
      self.init(.busy, StoreWording.sentence(overtaken))
    case .exchange(let error):
      self.init(ExchangeSentence.status(error), ExchangeSentence.sentence(error))
    case .past(let refusal): self.init(refusal, place)
    case .unforeseen(let kind):
      self.init(.readOrWriteFailed, "出了程序没有料到的差错（\(kind)），这一步没有办理，已保存的不受影响。请把这句话转给维护的人。" + place)
    case .nothingToUndo:
      self.init(.badInput, "没有可以撤销的修改。")
    }
  }
}

extension Failure {
  /// What is missing is 66, what may not be made or changed 73, and whatever else goes wrong 74.
  private static func status(of error: FileError) -> Status {
    if error.code == ENOENT { return .notFound }
    let isForbidden = [EACCES, EPERM, EROFS].contains(error.code)
    switch error.operation {
    case .write, .truncate, .makeFolder, .setPermissions, .rename, .remove, .lock:
      return isForbidden ? .cannotWrite : .readOrWriteFailed
    case .open, .read, .sync, .status, .list: return .readOrWriteFailed
    }
  }
}

extension Failure {
  fileprivate init(_ refusal: PastRefusal, _ place: String) {
    switch refusal {
    case .beforeTheBeginning:
      self.init(.badInput, "到那时为止，日志里还没有任何记录。" + place)
    case .damage(let finding):
      self.init(.badInput, "日志与所说的不符，不能照它重做报表。\(StoreWording.sentence(finding))")
    }
  }
}
