import CaseModel
public import Casework
import JSONText
import SubsidyRules

/// Every filing with its decision, one JSON object on a line, for programs that read such files in place (DuckDB,
/// PostgreSQL):
///
///     {"id":"F1","item":"agency-grant","article":"2","applicant":"G2","name":"…","kind":"agency-branch",
///      "district":"441881","family":"G1","received":"2019-04-01","event":"2019-01-15","year":2019,
///      "status":"received","outcome":"reduced","gross":"500.00","award":"200.00","decided":null,"reclaimed":null,
///      "reasons":["cap:agency-year"],"inputs":{…},
///      "caps":[{"cap":"agency-year","holder":"G1","year":2019,"limit":"50000.00"}]}
///
/// A limit in pieces (件) is a whole number, with `"unit":"pieces"` beside it.
///
/// Every line has every key. Sums are text, exact to the fen: `award::DECIMAL(18,2)`. `kind` and `district` are the
/// applicant's as of receipt, `year` is the event's, of receipt where there is none; `caps` are those whose room the
/// award uses. Numbers of persons, phones and accounts are not in it.
public enum FilingLines {
  public static func write(_ state: OfficeState) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in state.files {
      var writer = JSONWriter()
      writer.object { write(file, of: state, into: &$0) }
      writer.newline()
      bytes += writer.bytes
    }
    return bytes
  }

  private static func write(_ file: FiledFiling, of state: OfficeState, into writer: inout JSONWriter) {
    let (filing, decision) = (file.filing, file.decision)
    writer.member("id", filing.id)
    writer.member("item", filing.item)
    writer.member("article", state.policy.item(filing.item)?.article ?? "")
    writer.member("applicant", filing.applicant)
    writer.member("name", state.applicant(filing.applicant)?.name ?? "")
    writer.member("kind", file.received.kind.rawValue)
    writer.member("district", file.received.district)
    writer.member("family", file.received.family)
    writer.member("received", filing.received.description)
    optional("event", decision.event?.description, into: &writer)
    writer.member("year", file.year)
    writer.member("status", file.standing.rawValue)
    writer.member("outcome", decision.outcome.rawValue)
    writer.member("gross", decision.gross.description)
    writer.member("award", decision.award.description)
    optional("decided", filing.decided?.description, into: &writer)
    optional("reclaimed", filing.reclaimed?.description, into: &writer)
    writer.texts("reasons", decision.reasons.map(\.code))
    writer.key("inputs")
    filing.inputs.write(into: &writer)
    writer.array("caps", of: shares(of: file, state.policy)) { write($1, into: &$0) }
  }

  private static func shares(of file: FiledFiling, _ policy: Policy) -> [Claim.Share] {
    guard file.decision.outcome.isServed else { return [] }
    return policy.claim(file.filing, of: file.facts)?.shares ?? []
  }

  private static func write(_ share: Claim.Share, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("cap", share.group.cap)
      writer.member("holder", share.group.holder)
      writer.key("year")
      if let year = share.group.year { writer.integer(year) } else { writer.null() }
      writer.figures([("limit", MoneyTotal(share.limit))], isInPieces: share.isInPieces)
    }
  }

  private static func optional(_ name: String, _ text: String?, into writer: inout JSONWriter) {
    writer.key(name)
    if let text { writer.string(text) } else { writer.null() }
  }
}

/// Every applicant, one JSON object on a line; an identity number is masked, phones and accounts are left out.
public enum ApplicantLines {
  public static func write(_ state: OfficeState) -> [UInt8] {
    var bytes: [UInt8] = []
    for applicant in state.people.applicants where state.isShown(applicant: applicant.id) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("id", applicant.id)
        writer.member("name", applicant.name)
        writer.member("kind", applicant.kind.rawValue)
        writer.member("district", applicant.district)
        writer.member("family", state.family(of: applicant.id))
        writer.member("code", applicant.shownCode)
      }
      writer.newline()
      bytes += writer.bytes
    }
    return bytes
  }
}
