import CaseModel
import Casework
import JSONText

/// A sealed year as it stands in the journal; `CaseworkLine` names the keys.
enum SealLine {
  static func write(_ seal: YearSeal, into writer: inout JSONWriter) {
    CaseworkLine.begin(.yearSealed, &writer)
    writer.member("year", seal.year)
    writer.member("head", seal.head)
    if !seal.note.isEmpty { writer.member("note", seal.note) }
    if !seal.heads.isEmpty {
      writer.objects("heads", seal.heads.sorted(by: { $0.key < $1.key })) { writer, each in
        let (name, head) = each
        writer.member("writer", name)
        writer.member("epoch", head.epoch)
        writer.member("sequence", head.sequence)
        writer.member("link", head.link)
      }
    }
    writer.objects("sums", seal.sums.lines) { writer, line in
      writer.member("item", line.item)
      writer.member("filings", line.filings)
      writer.member("requested", line.requested.description)
      writer.member("committed", line.committed.description)
      writer.member("paid", line.paid.description)
      writer.member("returned", line.returned.description)
    }
  }

  static func read(_ record: CaseworkRecord) throws(JSONError) -> YearSeal {
    var lines: [YearSums.Line] = []
    for line in try record.records("sums") {
      lines.append(
        .init(
          item: try line.text("item"), filings: try line.number("filings"),
          requested: try line.total("requested"), committed: try line.total("committed"),
          paid: try line.total("paid"), returned: try line.total("returned")))
    }
    var seal = YearSeal(
      year: try record.number("year"), head: try record.text("head"), sums: YearSums(lines: lines),
      note: try record.optionalText("note"))
    for head in record.has("heads") ? try record.records("heads") : [] {
      seal.heads[try head.text("writer")] = RecordName(
        epoch: try head.number("epoch"), sequence: try head.number("sequence"), link: try head.text("link"))
    }
    return seal
  }
}
