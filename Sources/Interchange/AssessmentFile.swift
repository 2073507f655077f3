import CaseModel
public import Casework
import JSONText
import SubsidyRules

/// What `zizhu assess` prints: every filing's decision in the order of the file, caps by cap, holder and year,
/// and totals. Money is text in yuan with two decimals; the figures of a cap whose limit is in pieces are whole numbers,
/// with `"unit": "pieces"`.
public enum AssessmentFile {
  /// So many filings are written at a time, on all cores, before they are handed on.
  private static let batch = 64

  /// Writes an assessment; `tracing` adds each filing's working. A part is handed on as soon as it is written.
  public static func write(
    _ assessment: Assessment, policy: String, tracing: Bool, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var writer = JSONWriter(layout: .indented)
    try writer.object { writer in
      writer.member("policy", policy)
      writer.key("filings")
      try writer.array { writer in
        let count = assessment.rows.count
        for start in stride(from: 0, to: count, by: batch) {
          let numbers = start..<min(start + batch, count)
          for part in parts(assessment, numbers, tracing: tracing, of: writer.part()) { writer.take(part) }
          try writer.flush(sink)
        }
      }
      writer.array("caps", of: assessment.caps) { writer, cap in
        write(cap, isInPieces: assessment.isInPieces(cap), into: &writer)
      }
      writer.key("totals")
      write(assessment.totals, into: &writer)
    }
    writer.newline()
    try writer.flush(sink)
  }

  private static func parts(
    _ assessment: Assessment, _ numbers: Range<Int>, tracing: Bool, of writer: JSONWriter
  ) -> [JSONWriter] {
    inParallel(numbers.count, atLeast: batch / 8) { piece in
      let piece = numbers.lowerBound + piece.lowerBound..<numbers.lowerBound + piece.upperBound
      var part = writer
      for row in tracing ? assessment.traced(piece) : Array(assessment.rows[piece]) {
        part.element()
        write(row, tracing: tracing, into: &part)
      }
      return [part]
    }
  }

  private static func write(_ row: Assessment.Row, tracing: Bool, into writer: inout JSONWriter) {
    let decision = row.decision
    writer.object { writer in
      writer.member("id", row.filing.id)
      writer.member("outcome", decision.outcome.rawValue)
      writer.member("gross", decision.gross.description)
      writer.member("award", decision.award.description)
      writer.texts("reasons", decision.reasons.map(\.code))
      writer.texts("warnings", decision.warnings.map(\.code))
      guard tracing else { return }
      writer.key("trace")
      decision.trace.write(into: &writer)
    }
  }

  private static func write(_ row: CapRow, isInPieces: Bool, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("cap", row.group.cap)
      writer.member("holder", row.group.holder)
      if let year = row.group.year {
        writer.member("year", year)
      } else {
        writer.key("year")
        writer.null()
      }
      writer.figures(
        [
          ("limit", MoneyTotal(row.limit)), ("used", row.used), ("remaining", MoneyTotal(row.remaining)),
          ("over", row.over),
        ], isInPieces: isInPieces)
    }
  }

  private static func write(_ totals: Totals, into writer: inout JSONWriter) {
    let byYear = Dictionary(uniqueKeysWithValues: totals.byYear.map { (String($0), $1) })
    writer.object { $0.members(["award": totals.award, "byItem": totals.byItem, "byYear": byYear]) }
  }
}

extension JSONWriter {
  /// Figures of a cap: text in yuan, or where its limit is in pieces whole numbers, which a member says.
  mutating func figures(_ figures: [(key: String, sum: MoneyTotal)], isInPieces: Bool) {
    for (key, sum) in figures {
      if isInPieces {
        member(key, Int(clamping: sum.fen / Int128(Cap.onePiece.fen)))
      } else {
        member(key, sum.description)
      }
    }
    if isInPieces { member("unit", ClaimWords.pieces) }
  }
}
