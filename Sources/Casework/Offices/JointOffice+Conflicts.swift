public import CaseModel
import SubsidyRules

/// What stands between several offices, found from their states: a pure function, never stored. Source: offices.md,
/// Conflicts.
extension JointOffice {
  func findConflicts(_ parents: PersonParents, rulings: [Ruling]) -> [OfficeConflict] {
    var found = missingRecords() + forks(rulings) + lateFilings() + movedFilings()
    found +=
      samePersons(parents) + sameKeys() + overruns() + otherRules() + unknownCodes() + sameNumbers()
      + clocks()
      + withoutRight() + differingCovers()
    for place in found.indices {
      (found[place].ruling, found[place].earlierRuling) = found[place].words(among: rulings)
    }
    return found.sorted { ($0.kind.rawValue, $0.subject, $0.id) < ($1.kind.rawValue, $1.subject, $1.id) }
  }

  /// The record of a filing as its office has it.
  private func record(_ id: String) -> OfficeRecord {
    let origin = state.origin(of: id)?.filing
    return OfficeRecord(writer: origin?.writer ?? parts[0].writer, id: origin?.id ?? id)
  }

  private func writer(_ number: Int) -> String { record(state.files.id(of: number)).writer }

  // MARK: - 2, 3: what is missing, and two continuations of one history

  /// One for each writer whose records are missing, however many files wait for them.
  private func missingRecords() -> [OfficeConflict] {
    var gaps: [String: (writer: String, from: Int, files: [WaitingFile])] = [:]
    for file in waiting {
      guard case .missing(let sequence, _) = file.reason else { continue }
      gaps["gap \(file.writer) \(sequence)", default: (file.writer, sequence, [])].files.append(file)
    }
    return gaps.map { key, gap in
      let last = gap.files.compactMap(\.reason.lastMissing).min()
      let range = last.map { $0 > gap.from ? "\(gap.from) 至 \($0) 条" : "\(gap.from) 条" }
      return OfficeConflict(
        .gap, about: key, subject: "\(name(of: gap.files)) 缺第 \(range ?? "\(gap.from) 条起")", of: gap.writer)
    }
  }

  /// Where a history parts, by the last record that all have of it: whichever tail came first, and however many files of
  /// the others wait, it is one. A tail that parts later is one more when the city has ruled on the first.
  private func forks(_ rulings: [Ruling]) -> [OfficeConflict] {
    var partings: [String: [Int: (known: [String], others: Set<String>, files: [WaitingFile])]] = [:]
    for file in waiting {
      guard case .fork(let after, let known, let other) = file.reason else { continue }
      partings[file.writer, default: [:]][after, default: ([], [], [])].others.insert(other)
      partings[file.writer]?[after]?.known.append(known)
      partings[file.writer]?[after]?.files.append(file)
    }
    return partings.flatMap { writer, places -> [OfficeConflict] in
      let found = places.sorted { $0.key < $1.key }.map { after, fork in
        let others = fork.others.sorted()
        // A continuation is called by the first line that the other does not share: of three the store's has two names, and
        // stands open while one of them is not ruled for.
        let open = fork.known.first { known in
          !known.isEmpty && !rulings.contains { $0.verdict == .forkKeep(known) }
        }
        let known = open ?? fork.known.first ?? ""
        // Of an office that was given its records back nothing of its own need have come yet.
        let tails = fork.others.union([known]).sorted().map { $0.isEmpty ? "恢复件以后还没有" : $0 }
        let name = parts[0].state.offices.office(ofWriter: writer)?.name ?? fork.files.first?.office ?? ""
        var conflict = OfficeConflict(
          .fork, about: OfficeConflict.forkKey(writer, after),
          subject: "\(name) 第 \(after + 1) 条起：\(tails.map(Ruling.spelled).joined(separator: "、"))",
          of: writer)
        conflict.keepable = known.isEmpty ? others.first : known
        conflict.writer = writer
        return conflict
      }
      // What parts behind the first open one counts as little as all else behind that.
      let open = found.firstIndex { fork in !rulings.contains { fork.isSettled(by: $0) } }
      return Array(found[...(open ?? found.endIndex - 1)])
    }
  }

  /// The continuations between which a fork is, by what their first links begin with: the one in the store first. Where
  /// nothing is shared there is no record to go back to, and only that one can be kept.
  func tails(of conflict: OfficeConflict) -> [String] {
    var others: Set<String> = []
    for file in waiting where file.writer == conflict.writer && file.lost == nil {
      guard case .fork(let after, _, let other) = file.reason, after > 0,
        OfficeConflict.fork(of: file.writer, behind: after) == conflict.id
      else { continue }
      others.insert(other)
    }
    let kept = conflict.keepable.map { [$0] } ?? []
    return kept + others.subtracting(kept).sorted()
  }

  /// The file that held a continuation of a fork and holds it no more.
  func lostFile(_ tail: String, of conflict: OfficeConflict) -> String? {
    waiting.lazy.filter { file in
      guard file.writer == conflict.writer, case .fork(let after, _, tail) = file.reason else { return false }
      return OfficeConflict.fork(of: file.writer, behind: after) == conflict.id
    }.compactMap(\.lost?.file).first
  }

  /// An office with the numbers of its files that wait.
  private func name(of files: [WaitingFile]) -> String {
    guard let first = files.first else { return "" }
    let name = parts[0].state.offices.office(ofWriter: first.writer)?.name ?? first.office
    let numbers = Set(files.compactMap(\.bundle)).sorted().map { "\($0)" }
    return numbers.isEmpty ? name : "\(name) 第 \(numbers.joined(separator: "、")) 号"
  }

  // MARK: - 5: one patent and item in two offices

  private func sameKeys() -> [OfficeConflict] {
    state.ledger.sharedClaims().compactMap { numbers in
      let open = numbers.filter { !state.files.rows[$0].stage.isClosed }
      guard Set(open.map(writer)).count > 1, let first = open.first else { return nil }
      let file = state.files[first]
      let key = state.policy.claim(file.filing, of: file.facts)?.key ?? file.filing.id
      let item = state.policy.item(file.filing.item)?.label ?? file.filing.item
      let number = state.applicationNumber(of: file.filing).map { "\($0)" }
      return OfficeConflict(
        .sameKey, about: "key " + key, subject: number.map { "\($0) \(item)" } ?? item,
        parties: open.map { record(state.files.id(of: $0)) }, filings: open.map { state.files.id(of: $0) },
        amount: open.dropFirst().reduce(into: MoneyTotal.zero) { $0 += state.ledger.asked(by: $1) })
    }
  }

  // MARK: - 6: a shared cap overrun

  private func overruns() -> [OfficeConflict] {
    state.sums.capUses.values.compactMap { use in
      let over = use.decided - MoneyTotal(use.row.limit)
      guard over > .zero else { return nil }
      let numbers = state.ledger.members(of: use.row.group)
      guard Set(numbers.map(writer)).count > 1 else { return nil }
      let group = use.row.group
      let holder = state.applicant(group.holder)?.name ?? group.holder
      let year = group.year.map { " \($0)" } ?? ""
      var conflict = OfficeConflict(
        .overrun, about: "cap \(group.cap) \(group.holder)\(year)", subject: holder + year,
        parties: numbers.map { record(state.files.id(of: $0)) },
        filings: numbers.map { state.files.id(of: $0) },
        amount: over)
      conflict.group = group
      conflict.isInPieces = state.policy.isInPieces(group.cap)
      return conflict
    }
  }

  // MARK: - 7, 13: what was changed behind a verdict

  private func movedFilings() -> [OfficeConflict] {
    noted.moved.compactMap { id in
      guard let file = state.file(id), let part = parts.first(where: { $0.writer == record(id).writer })
      else { return nil }
      var conflict = OfficeConflict.moved(record(id), in: part)
      conflict.subject = id
      conflict.filings = [id]
      conflict.amount = file.filing.decided.map { MoneyTotal($0) }
      return conflict
    }
  }

  private func lateFilings() -> [OfficeConflict] {
    noted.late.compactMap { record in
      guard let part = parts.first(where: { $0.writer == record.writer }) else { return nil }
      var conflict = OfficeConflict.moved(record, in: part, isLate: true)
      conflict.subject = record.id
      if let year = part.state.file(record.id)?.year { conflict.subject += " \(year)" }
      return conflict
    }
  }

  // MARK: - 8: a step by somebody who could not

  private func withoutRight() -> [OfficeConflict] {
    parts.dropFirst().flatMap { part in
      part.state.offices.ownApprovals.compactMap { id in
        var conflict = OfficeConflict.withoutRight(id, in: part)
        conflict?.filings = [joint(id, of: part)]
        return conflict
      }
    }
  }

  private func joint(_ id: String, of part: OfficePart) -> String {
    let origin = OfficeFiling(writer: part.writer, id: id)
    return state.origin(of: id)?.filing == origin
      ? id : noted.renamed.first { $0.value == origin }?.key ?? id
  }

  // MARK: - 9: other rules

  private func otherRules() -> [OfficeConflict] {
    parts.dropFirst().compactMap { part in
      guard part.state.policyHash != state.policyHash || part.state.rules.choices != state.rules.choices
      else {
        return nil
      }
      let differing = part.state.files.indices.filter { number in
        let row = part.state.files.rows[number]
        guard row.outcome != .decided else { return false }
        let id = joint(part.state.files.id(of: number), of: part)
        return state.number(ofFile: id).map { state.files.rows[$0].gross != row.gross } ?? false
      }
      guard !differing.isEmpty else { return nil }
      return OfficeConflict(
        .otherRules, about: "rules \(part.writer) \(part.state.policyHash)", subject: part.name,
        of: part.writer, filings: differing.map { joint(part.state.files.id(of: $0), of: part) })
    }
  }

  /// What each filing of a conflict over rules comes to by itself, under its office's rules and under the city's.
  public func sums(underBoth conflict: OfficeConflict) -> [(filing: String, office: Money, city: Money)] {
    guard conflict.kind == .otherRules else { return [] }
    return conflict.filings.compactMap { id in
      guard let number = state.number(ofFile: id), let origin = state.origin(of: id)?.filing,
        let part = parts.first(where: { $0.writer == origin.writer }),
        let own = part.state.number(ofFile: origin.id)
      else { return nil }
      return (id, part.state.files.rows[own].gross, state.files.rows[number].gross)
    }
  }

  // MARK: - 10: unknown codes

  private func unknownCodes() -> [OfficeConflict] {
    parts.dropFirst().flatMap { part in
      part.unknownCodes(state).map { .unknown($0, in: part) }
    }
  }

  // MARK: - 11: one number, two filings; a copy in the city's own journal

  private func sameNumbers() -> [OfficeConflict] {
    let copied = Dictionary(grouping: noted.allCopies.values, by: \.writer).map { writer, filings in
      let name = parts.first { $0.writer == writer }?.name ?? ""
      let ids = filings.map(\.id).sorted()
      var conflict = OfficeConflict(
        .sameNumber, about: "copies \(writer)", subject: "\(name) \(ids.count) 件",
        parties: ids.map { OfficeRecord(writer: writer, id: $0) })
      conflict.isOfCopies = true
      return conflict
    }
    let clashing = Dictionary(grouping: noted.renamed, by: \.value.id).map { id, others in
      let later = others.sorted { $0.key < $1.key }
      return OfficeConflict(
        .sameNumber, about: "number " + id, subject: id,
        parties: [record(id)] + later.map { OfficeRecord(writer: $0.value.writer, id: id) },
        filings: [id] + later.map(\.key))
    }
    return copied + clashing
  }

  // MARK: - 12: clocks

  private func clocks() -> [OfficeConflict] {
    parts.dropFirst().flatMap { part in
      part.state.folded.clockJumps.filter { $0.isBack }.map { jump in
        OfficeConflict(
          .clock, about: "clock \(part.writer) \(jump.sequence)",
          subject: "\(part.name) \(Moment.officeTime(of: jump.after))",
          of: part.writer)
      }
    }
  }

  // MARK: - 14: cover and content

  /// An office as it has it itself: with the city's steps that its replies have brought; nil where the city has lost some of
  /// them.
  private func atHome(_ part: OfficePart) -> OfficeState? {
    let taken = part.state.offices.takenSteps
    guard !taken.isEmpty else { return part.state }
    let steps = parts[0].state.offices.steps.filter {
      $0.filing.writer == part.writer && taken[$0.save] != nil
    }
    guard Set(steps.map(\.save)).isSuperset(of: taken.keys) else { return nil }
    let effective = steps.inEffect(where: part.stands)
    let stepped = Dictionary(grouping: effective, by: \.filing.id).compactMap { id, steps in
      part.state.files.number(of: id).map { number in
        (number, part.state.files[number].asBrought(steps.map { (step: $0, by: taken[$0.save] ?? 0) }))
      }
    }
    // Mostly the city has decided what the office had worked out, and nothing is served otherwise.
    guard stepped.contains(where: { $1.awardAsDecided != part.state.files.rows[$0].award }) else {
      return part.state
    }
    var state = part.state
    for (number, file) in stepped { state.files.change(number) { $0 = file } }
    state.settle()
    return state
  }

  private func differingCovers() -> [OfficeConflict] {
    parts.dropFirst().flatMap { part -> [OfficeConflict] in
      guard let head = parts[0].state.offices.office(ofWriter: part.writer)?.gathered,
        // Where a history parts, what counts ends before what the cover was written of.
        part.lastSequence == head.head.sequence,
        head.bundle != nil || !head.cover.isEmpty
      else {
        return []
      }
      let said = head.cover.keyed(by: \.item)
      let home = atHome(part)
      let found = (home ?? part.state).coverLines.keyed(by: \.item)
      // A backup has no cover: what was typed of it is all that is said.
      let items = head.bundle == nil ? Set(said.keys) : Set(said.keys).union(found.keys)
      let known = part.state.offices.taken?.acknowledged?.sequence ?? 0
      return items.sorted().filter { item in
        home == nil ? said[item]?.filings != found[item]?.filings : said[item] != found[item]
      }.map { item in
        let filings = part.state.files.numbers(ofItems: [item]).filter { number in
          part.state.files[number].history.last.map { $0.sequence > known } ?? false
        }.map { joint(part.state.files.id(of: $0), of: part) }
        let label = state.policy.item(item)?.label ?? item
        var conflict = OfficeConflict(
          .cover, about: "cover \(part.writer) \(head.bundle ?? 0) \(item)", subject: "\(part.name) \(label)",
          of: part.writer, filings: filings)
        let none = CoverLine(item: item, filings: 0, award: .zero)
        conflict.cover = .init(said: said[item] ?? none, came: found[item] ?? none)
        return conflict
      }
    }
  }
}
