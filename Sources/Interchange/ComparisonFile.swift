import CaseModel
public import Casework
import JSONText
import SubsidyRules

/// What another reading or policy would change, as JSON; sums are text in yuan with two decimals, with a minus
/// where less would be paid. Where decided filings are decided anew, `recomputed` is what one would come to under the
/// rules in force, `reopened` says how many there are, and `kept` names those that stay as they were decided.
public enum ComparisonFile {
  /// `{"readings":[{"reading","choice","other","filings":[…],"difference"}]}`
  public static func write(_ differences: [ReadingDifference]) -> [UInt8] {
    JSONWriter.file(layout: .indented) { writer in
      writer.array("readings", of: differences) { writer, difference in
        let options = difference.reading.options
        writer.object { writer in
          writer.member("reading", difference.reading.id)
          writer.member("choice", options[difference.reading.choice].id)
          writer.member("other", options[difference.other].id)
          write(difference.comparison, into: &writer)
        }
      }
    }
  }

  /// `{"policy","filings":[…],"gained","lost","difference","parties":[…],"caps":[…]}`; of a limit in pieces the figures are
  /// whole numbers, with `"unit": "pieces"`.
  public static func write(_ comparison: PolicyComparison, policy: String) -> [UInt8] {
    JSONWriter.file(layout: .indented) { writer in
      writer.member("policy", policy)
      write(comparison, into: &writer)
      writer.member("gained", comparison.gained.description)
      writer.member("lost", comparison.lost.description)
      writer.objects("parties", comparison.parties) { writer, party in
        writer.member("family", party.family)
        writer.texts("filings", party.filings)
        writer.member("gained", party.gained.description)
        writer.member("lost", party.lost.description)
        writer.member("difference", party.difference.description)
      }
      writer.array("caps", of: comparison.caps) { write($1, into: &$0) }
    }
  }

  private static func write(_ comparison: PolicyComparison, into writer: inout JSONWriter) {
    writer.objects("filings", comparison.rows) { writer, row in
      writer.member("id", row.filing.id)
      writer.member("outcome", row.before.outcome.rawValue)
      writer.member("award", row.before.award.description)
      writer.member("otherOutcome", row.after.outcome.rawValue)
      writer.member("otherAward", row.after.award.description)
      if let now = row.now { writer.member("recomputed", now.description) }
      writer.member("difference", row.difference.description)
    }
    if let reopened = comparison.reopened {
      writer.object("reopened") { writer in
        writer.member("filings", reopened.filings)
        writer.member("recomputedLessDecided", reopened.drift.description)
        writer.texts("kept", reopened.kept)
      }
    }
    writer.member("difference", comparison.difference.description)
  }

  private static func write(_ move: PolicyComparison.CapMove, into writer: inout JSONWriter) {
    func side(_ name: String, _ side: PolicyComparison.Side?, _ writer: inout JSONWriter) {
      writer.key(name)
      guard let side else { return writer.null() }
      writer.object { writer in
        writer.figures(
          [("limit", MoneyTotal(side.row.limit)), ("used", side.row.used)], isInPieces: side.isInPieces)
      }
    }
    writer.object { writer in
      writer.member("cap", move.group.cap)
      writer.member("holder", move.group.holder)
      if let year = move.group.year { writer.member("year", year) }
      side("before", move.before, &writer)
      side("after", move.after, &writer)
    }
  }
}
