import SubsidyRules

/// Filings of a sealed year drawn for review: nobody can choose them, and everybody can draw them again by hand.
///
/// For each filing whose amount is decided the SHA-256 of `<seed> <filing>` is worked out, one space between; those with
/// the smallest hashes, as hexadecimal text, are the sample. The seed is the head that the signed sheet has; of a city it
/// is the heads of its offices that the seal holds, sorted, a space between each two, never the city's own. Source:
/// offices.md, Files.
public struct AuditSample: Hashable, Sendable {
  public struct Draw: Hashable, Sendable {
    public var filing: String
    /// 64 lower-case hexadecimal digits.
    public var hash: String
  }

  public var seal: YearSeal
  /// How many filings it was drawn from.
  public var population: Int
  /// The smallest first.
  public var drawn: [Draw]
}

extension OfficeState {
  /// Draws so many filings of a year, all of them where there are fewer; nil where the year is not sealed.
  public func auditSample(of year: Int, count: Int) -> AuditSample? {
    guard let seal = seal(of: year) else { return nil }
    let decided = files.indices.filter {
      files.rows[$0].year == year && files.rows[$0].outcome == .decided
    }
    let draws = decided.map { number in
      let filing = files.id(of: number)
      return AuditSample.Draw(filing: filing, hash: Digest.hex(of: "\(seal.seed) \(filing)", bytes: 32))
    }
    let sorted = draws.sorted { ($0.hash, $0.filing) < ($1.hash, $1.filing) }
    return AuditSample(seal: seal, population: decided.count, drawn: Array(sorted.prefix(max(count, 0))))
  }
}

extension YearSeal {
  /// What the audit sample is drawn by, and the lots of the year behind it.
  public var seed: String { heads.isEmpty ? head : LineName.vector(heads).joined(separator: " ") }
}

extension LineName {
  /// How far several writers' journals go, each as `writer/epoch/sequence/link`, sorted.
  public static func vector(_ heads: [String: LineName]) -> [String] {
    heads.map { "\($0)/\($1.epoch)/\($1.sequence)/\($1.link)" }.sorted()
  }
}

extension OfficeState {
  /// How far each office's journal counts, sorted: where its history parts, up to there until the city has ruled.
  public var countedHeads: [String] {
    var book = offices
    for file in joint.waitingFiles {
      guard case .fork(let after, let known, _) = file.reason,
        !book.rulings.contains(where: { $0.verdict == .forkKeep(known) })
      else { continue }
      let parting = book.partings.last { $0.writer == file.writer && $0.after?.sequence ?? 0 == after }
      if let parting { book.end(parting.writer, at: parting.after) }
    }
    return book.headVector
  }
}

extension OfficesBook {
  /// How far each office's journal is part of what a city shows, sorted.
  public var headVector: [String] {
    LineName.vector(
      Dictionary(
        admitted.compactMap { office in office.gathered.map { ($0.writer, $0.head) } },
        uniquingKeysWith: { $1 }))
  }
}
