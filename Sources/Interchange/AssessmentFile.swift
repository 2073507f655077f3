import CaseModel
public import Casework
public import JSONText
import SubsidyRules

/// What `zizhu assess` prints: every filing's decision in the order of the file, caps by cap, holder and year,
/// and totals. Money is text in yuan with two decimals.
public enum AssessmentFile {
  /// Writes an assessment; `tracing` adds each filing's working, one node a line.
  public static func write(
    _ assessment: Assessment, policy: String, tracing: Bool, layout: JSONWriter.Layout = .indented
  ) -> [UInt8] {
    var writer = JSONWriter(layout: layout, reserving: assessment.rows.count * 200)
    writer.object { writer in
      writer.member("policy", policy)
      writer.key("filings")
      writer.array { writer in
        let rows = assessment.rows
        let parts = writer.parts(of: rows.count, sized: 200) { write(rows[$0], tracing: tracing, into: &$1) }
        for part in parts { writer.take(part) }
      }
      writer.key("caps")
      writer.array { writer in
        for cap in assessment.caps {
          writer.element()
          write(cap, into: &writer)
        }
      }
      writer.key("totals")
      write(assessment.totals, into: &writer)
    }
    writer.newline()
    return writer.bytes
  }

  private static func write(_ row: Assessment.Row, tracing: Bool, into writer: inout JSONWriter) {
    let decision = row.decision
    writer.object { writer in
      writer.member("id", row.filing.id)
      writer.member("outcome", decision.outcome.rawValue)
      writer.member("gross", decision.gross.description)
      writer.member("award", decision.award.description)
      texts("reasons", decision.reasons.map(\.code), into: &writer)
      texts("warnings", decision.warnings.map(\.code), into: &writer)
      guard tracing else { return }
      writer.key("trace")
      decision.trace.write(into: &writer)
    }
  }

  private static func write(_ row: CapRow, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("cap", row.group.cap)
      writer.member("holder", row.group.holder)
      if let year = row.group.year {
        writer.member("year", year)
      } else {
        writer.key("year")
        writer.null()
      }
      writer.member("limit", row.limit.description)
      writer.member("used", row.used.description)
      writer.member("remaining", row.remaining.description)
      writer.member("over", row.over.description)
    }
  }

  private static func write(_ totals: Totals, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("award", totals.award.description)
      writer.key("byItem")
      writer.object { writer in
        for (item, sum) in totals.byItem.sorted(by: { $0.key < $1.key }) {
          writer.member(item, sum.description)
        }
      }
      writer.key("byYear")
      writer.object { writer in
        for (year, sum) in totals.byYear.sorted(by: { $0.key < $1.key }) {
          writer.member(String(year), sum.description)
        }
      }
    }
  }

  private static func texts(_ key: String, _ texts: [String], into writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for text in texts {
        writer.element()
        writer.string(text)
      }
    }
  }
}
