import CaseModel
import SubsidyRules

@testable import Casework

extension OfficeState {
  /// Puts something into each value that stands only where several offices are looked at together, as a snapshot of them
  /// would have it.
  mutating func standTogether() {
    let ids = (0..<4).map { String(repeating: String($0), count: 32) }
    let record = OfficeRecord(writer: ids[2], id: "441881-2019-000001")
    let filing = OfficeFiling(writer: record.writer, id: record.id)
    joint.origins.put(0..<2, of: ids[2], office: "441881")
    joint.origins.put(2..<3, of: ids[3], office: "441882B")
    joint.origins.tell(.init(filing: filing, office: "441881", cityEntries: [1, 3]), of: 1)
    var overrun = OfficeConflict(
      .overrun, about: "cap", subject: "江北农科院", parties: [record], of: ids[3], filings: ["A1", "A2"],
      amount: MoneyTotal(Money(yuan: 100_000)))
    overrun.isInPieces = true
    overrun.group = .init(cap: "unit-year", holder: "APP-1", year: 2019)
    overrun.ruling = Ruling(conflict: overrun.id, verdict: .noted, parties: [record], note: "局务会")
    var fork = OfficeConflict(.fork, about: "fork", subject: "连州", of: ids[3])
    fork.writer = ids[3]
    fork.earlierRuling = Ruling(
      conflict: fork.id, verdict: .forkKeep("5a4b3c2d1e0f"), parties: [], note: "旧机停用")
    fork.keepable = "0f1e2d3c4b5a"
    var heads = OfficeConflict(.person, about: "heads", subject: "总所", parties: [record])
    heads.isOfHeads = true
    var late = OfficeConflict(.moved, about: "late", subject: record.id, parties: [record])
    late.isLate = true
    var copies = OfficeConflict(.sameNumber, about: "copies", subject: record.id, parties: [record])
    copies.isOfCopies = true
    var code = OfficeConflict(.unknownCode, about: "district", subject: "连山 441224", of: ids[3])
    code.code = "441224"
    var cover = OfficeConflict(.cover, about: "cover", subject: "连州 专利代理", of: ids[3])
    cover.cover = .init(
      said: CoverLine(item: "agency-grant", filings: 3, award: Money(yuan: 1400)),
      came: CoverLine(item: "agency-grant", filings: 4, award: Money(yuan: 1500)))
    joint.conflicts = [overrun, fork, heads, late, copies, code, cover]
    joint.inConflict = ["A1": [.fork, .sameKey], "A2": [.moved]]
    joint.keptFilings = ["A1", "A2"]
    joint.namesakesApart = [["APP-1", "APP-2"], ["APP-1", "APP-3"]]
    joint.waitingFiles = [
      WaitingFile(writer: ids[2], office: "441881", bundle: 3, reason: .missing(from: 17, upTo: 19)),
      WaitingFile(
        writer: ids[3], office: "441882B", bundle: nil,
        reason: .fork(after: 12, known: "0f1e2d3c4b5a", other: "5a4b3c2d1e0f")),
    ]
    joint.waitingFiles[1].lost = .init(file: "inbox/\(ids[3].prefix(8))-2-0f1e2d3c4b5a", cause: .damaged)
    joint.paidUncounted = [PaidUncounted(filing: filing, kept: Money(yuan: 500))]
    var step = CityStep(
      filing: filing,
      basis: Basis(
        filing: LineName(epoch: 1, sequence: 9, link: ids[3]),
        applicant: LineName(epoch: 1, sequence: 2, link: ids[1]), rules: ids[0]),
      step: StepTaken(.sendBack, day: .first, note: "请核对"))
    (step.by, step.at, step.epoch, step.sequence) = ("钱主管", "2019-06-03T01:00:00Z", 1, 3)
    joint.lostVerdicts.offices = [.init(writer: ids[2], name: "英德", lines: [step.save: 12], untold: [step])]
    if !books.batches.isEmpty { books.batches[0].office = "441881" }
    if !books.news.isEmpty { books.news[0].origin = .init(office: "441881", id: "N1") }
    if var record = books.register.records.first {
      record.office = "441881"
      books.register.keep(record)
    }
  }
}
