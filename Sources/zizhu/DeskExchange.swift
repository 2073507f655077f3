import Casework
import Desk
import Glibc
import Journal
import Office
import Parcels
import Wording

/// Reads and writes files between a city and its offices for the desk, and takes the one that was read last in.
struct DeskExchange {
  let office: OpenOffice
  /// What was read last, and from where.
  private var read: (request: ExchangeRequest, content: Content)?

  private enum Content {
    case plan(GatherPlan)
    case reply(OpenOffice.ArrivedReply)
    case lost([CityStep])
  }

  init(_ office: OpenOffice) { self.office = office }

  // MARK: - Reading

  /// Reads files and says what taking them in would come to.
  mutating func read(_ request: ExchangeRequest, by who: SignedIn) throws -> ExchangePreview {
    read = nil
    switch request.kind {
    case .gather: return try rehearse(request)
    case .recall: return try findLost(request)
    case .takeReply, .reply, .bundle: return try readReply(request, by: who)
    }
  }

  private mutating func findLost(_ request: ExchangeRequest) throws -> ExchangePreview {
    let lost = try office.lostVerdicts()
    read = (request, .lost(lost))
    return ExchangePreview(
      request, lines: Self.lines(ExchangeWording.lost(lost, office.state)),
      action: lost.isEmpty ? nil : "收回 \(lost.count) 步")
  }

  private mutating func rehearse(_ request: ExchangeRequest) throws -> ExchangePreview {
    let inputs = try files(request.path, of: .bundle).map { try input($0, request.head) }
    guard !inputs.isEmpty else { throw Failure(.notFound, "“\(request.path)”里没有报送件。") }
    // In the form it may be left out.
    let typed = request.cover.trimmed.isEmpty ? [] : [request.cover]
    let covers = try TypedCovers.read(typed, office.state)
    let plan = try office.rehearse(inputs, covers: covers)
    read = (request, .plan(plan))
    let text = GatherWording.text(
      plan.rows.map {
        GatherWording.Row(
          $0.wasHeld ? "" : Self.name($0.file), $0.office, $0.bundle, GatherCommand.outcome($0.outcome),
          $0.wasHeld)
      }, before: plan.before, after: plan.after)
    let refused =
      plan.refused.map { "\(Self.name($0.file))：\(Failure($0.error).sentence)" }
      + plan.unread.map { "存放的 \($0.file) 打不开：\(Failure($0.error).sentence)" }
    let new = plan.rows.count { row in
      switch row.outcome {
      case .new: true
      case .held, .fork: !row.wasHeld
      case .retired: !row.wasHeld && row.bundle != nil
      case .known, .damaged: false
      }
    }
    return ExchangePreview(
      request, lines: refused + Self.lines(text), action: plan.changesNothing ? nil : "收下 \(new) 份")
  }

  private func input(_ path: String, _ head: String) throws -> OpenOffice.GatherInput {
    let bytes = try Streams.read(path)
    guard !Parcel.isParcel(bytes) else { return .file(path, bytes) }
    guard !head.isEmpty else {
      throw Failure(.usage, "备份没有签名，要收下，请写明那个局纸上的日志头。")
    }
    guard let typed = JournalHead(head) else {
      throw Failure(.usage, "“\(head)”不是日志头，请照纸上的原样输入。")
    }
    return .backup(path: path, heads: [typed])
  }

  /// Of several replies in a folder the last one that is for this office.
  private mutating func readReply(_ request: ExchangeRequest, by who: SignedIn) throws -> ExchangePreview {
    let paths = files(request.path, of: .reply)
    var last: OpenOffice.ArrivedReply?
    // What can't be read is told beside what can.
    var unread: [String] = []
    for path in paths {
      let bytes = try Streams.read(path)
      // In a folder those of other offices lie beside it.
      guard paths.count == 1 || office.isForHere(reply: bytes) else { continue }
      do {
        let found = try office.reply(bytes)
        if found.reply.number > (last?.reply.number ?? 0) { last = found }
      } catch {
        guard paths.count > 1 else { throw error }
        unread.append("\(Self.name(path))：\(Failure(error, in: office.state).sentence)")
      }
    }
    guard let last else {
      let said = unread.isEmpty ? "" : "读不了的：\(unread.joined(separator: ""))"
      throw Failure(.notFound, "“\(request.path)”里没有给本局的回执件。\(said)")
    }
    let changes = try office.changes(taking: last, by: who)
    read = (request, .reply(last))
    let text =
      ExchangeWording.reply(last.reply, last.rules, changes: changes, office.state)
      + ExchangeWording.returned(changes.isEmpty ? [] : last.returned, office.state)
      + ExchangeWording.redo(last.redo, office.state)
    return ExchangePreview(request, lines: unread + Self.lines(text), action: "收下")
  }

  // MARK: - Carrying out

  /// Takes in what was read last, or writes a file; gives a sentence on it.
  mutating func carryOut(_ request: ExchangeRequest, by who: SignedIn) throws -> String {
    switch request.kind {
    case .bundle:
      let number = (office.own.offices.bundles.map(\.number).max() ?? 0) + 1
      let path = Self.place(request.path, "报送件-\(office.own.offices.city?.office.code ?? "")-\(number).zb")
      let bundle = try NewFile.write(to: path, \.bytes) {
        try office.bundle(all: request.isAll, isPlain: request.isPlain, by: who)
      }
      let filings = bundle.cover.reduce(0) { $0 + $1.filings }
      return "第 \(bundle.head.number) 号报送件，共 \(filings) 件；交接单按 F9 打印，随文件交去。已写到 \(path)"
    case .reply(let code):
      let number = (office.own.offices.office(code)?.replies ?? 0) + 1
      let path = Self.place(request.path, "回执件-\(code)-\(number).zb")
      let reply = try NewFile.write(to: path, \.bytes) {
        try office.reply(to: code, by: who)
      }
      return "第 \(reply.number) 号回执件，核定、退回等 \(reply.steps) 步。已写到 \(path)"
    case .gather, .takeReply, .recall: return try takeIn(request, by: who)
    }
  }

  private mutating func takeIn(_ request: ExchangeRequest, by who: SignedIn) throws -> String {
    guard let read, read.request == request else { throw Failure(.usage, "请先读文件。") }
    self.read = nil
    switch read.content {
    case .plan(let plan):
      let before = office.state.files.count
      _ = try office.gather(plan, by: who)
      let open = office.state.joint.conflicts.count { $0.ruling == nil }
      return "已收下：申报 \(before) → \(office.state.files.count) 件，未裁定的冲突 \(open) 个。"
    case .lost(let steps):
      _ = try office.save(.offices(.recall(steps)), by: who)
      return "已收回 \(steps.count) 步决定。"
    case .reply(let arrived):
      let saved = try office.takeIn(arrived, by: who)
      let reply = arrived.reply
      return saved == nil
        ? "第 \(reply.number) 号回执件已经收过，没有重复收。" : "已收下第 \(reply.number) 号回执件，\(reply.steps.count) 步。"
    }
  }

  // MARK: - Files

  /// The files of a place, or of several with a semicolon between; of a folder those of the kind that is meant.
  private func files(_ text: String, of kind: ParcelKind) -> [String] {
    text.split(whereSeparator: { ";；".contains($0) }).flatMap { part -> [String] in
      let path = Printer.place(Self.trimmed(part))
      guard Self.isFolder(path) else { return [path] }
      let names = ((try? PosixFiles().list(path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
      return names.map { path + "/" + $0 }.filter { file in
        guard let bytes = try? Streams.read(file), Parcel.isParcel(bytes),
          let header = try? ParcelHeader.read(bytes, verifiedBy: nil)
        else { return false }
        return header.kind == kind
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "/" }.reversed())
  }

  /// Where a file is written: in the folder that was named, or under the name that was.
  private static func place(_ path: String, _ name: String) -> String {
    let path = trimmed(Substring(path))
    guard !path.isEmpty else { return Printer.place(name) }
    return isFolder(path) ? path + "/" + name : Printer.place(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
  }
}

extension OpenOffice {
  /// Takes a reply in, with drafts of the filings that come back.
  func takeIn(_ arrived: ArrivedReply, by who: SignedIn) throws(OfficeError) -> Saved? {
    let (state, day) = (own, today)
    return try take(arrived, by: who) { UnsavedWork($0, in: state, today: day) }
  }
}
