import CaseModel
import SubsidyRules
import Testing

@testable import Casework
@testable import Wording

/// What stands between offices, each kind in one sentence that names all parties, and by a name of its own.
@Suite struct ConflictSentenceTests {
  private static let writer = String(repeating: "a", count: 32)

  /// A city that has one office, whose files wait.
  private func city(_ waiting: [WaitingFile] = []) throws -> OfficeState {
    var state = OfficeState(policy: try Samples.policy())
    let office = EnrolledOffice(name: "英德市知识产权局", district: "441881", letter: nil, enrolment: "e")
    let writer = OfficeWriter(
      store: Self.writer, writer: Self.writer, signing: "", opening: "", isTrial: true)
    let identity = OfficeIdentity(
      name: "清远市知识产权局", district: "441800", policy: "qingyuan-2018-27", isTrial: true)
    state.fold(
      Transaction(
        by: "钱主管", at: "2019-12-20T02:00:00Z", policy: "",
        changes: [
          .founded(identity), .offices(.enrolled(office)), .offices(.admitted(office: "441881", writer)),
        ]))
    state.joint.waitingFiles = waiting
    return state
  }

  private func conflict(_ kind: ConflictKind) -> OfficeConflict {
    OfficeConflict(
      kind, about: "it", subject: "441881-2019-000001",
      parties: [OfficeRecord(writer: Self.writer, id: "441881-2019-000001")])
  }

  @Test func eachNamesItsPartiesAndNoTwoAreAlike() throws {
    let state = try city()
    var late = conflict(.moved)
    late.isLate = true
    var copies = conflict(.sameNumber)
    copies.isOfCopies = true
    let all = ConflictKind.allCases.map(conflict) + [late, copies]
    let sentences = all.map { ConflictWording.sentence($0, state) }
    #expect(Set(sentences).count == all.count)
    #expect(Set(all.map { OfficesWording.label($0) }).count == all.count)
    for sentence in sentences {
      #expect(sentence.contains("英德市知识产权局") && sentence.hasSuffix("。"), "\(sentence)")
    }
  }

  /// Whoever rules what can't be ruled is told what can be done, not offered an empty list.
  @Test(arguments: ConflictKind.allCases) func whatCanBeDoneIsSaid(_ kind: ConflictKind) {
    let conflict = conflict(kind)
    let offer = ConflictWording.offer(conflict)
    #expect(offer.contains("不用裁定") == conflict.verdicts.isEmpty, "\(offer)")
    for verdict in conflict.verdicts { #expect(offer.contains(verdict)) }
    #expect(!offer.contains("：。"))
  }

  /// offices.md, 7: late for a sealed year, in no sum, cap or key until the year is opened.
  @Test func whatComesLateIsNotToldAsTouched() throws {
    var late = conflict(.moved)
    late.isLate = true
    #expect(OfficesWording.label(late) == "迟到")
    let sentence = ConflictWording.sentence(late, try city())
    #expect(sentence.contains("封存以后") && sentence.contains("不计入合计、限额和同一依据"))
    #expect(!sentence.contains("核定"))
    #expect(late.verdicts == ["noted"])
  }

  /// offices.md, 14: both sides, as somebody holds them against the paper.
  @Test func aCoverSaysWhatItHasAndWhatCame() throws {
    var cover = conflict(.cover)
    cover.cover = .init(
      said: CoverLine(item: "agency-grant", filings: 3, award: Money(yuan: 1400)),
      came: CoverLine(item: "agency-grant", filings: 4, award: Money(yuan: 1500)))
    let sentence = ConflictWording.sentence(cover, try city())
    #expect(sentence.contains("交接单上 3 件 1,400.00 元") && sentence.contains("报送件里 4 件 1,500.00 元"))
  }

  /// offices.md, 11: a copy in the city's own journal takes neither room nor key until somebody has ruled.
  @Test func copiesAreNotToldAsTwoFilings() throws {
    var copies = conflict(.sameNumber)
    copies.isOfCopies = true
    #expect(OfficesWording.label(copies) == "重复入账")
    let sentence = ConflictWording.sentence(copies, try city())
    #expect(sentence.contains("1 件") && sentence.contains("不占限额和同一依据"))
    #expect(!sentence.contains("两件不同的申报"))
    #expect(copies.verdicts == ["void", "distinct"])
  }

  /// However many files wait for one record, they are one gap, told with all numbers.
  @Test func aGapNamesAllFilesThatWait() throws {
    let waiting = [4, 2].map {
      WaitingFile(writer: Self.writer, office: "441881", bundle: $0, reason: .missing(from: 9))
    }
    let gap = OfficeConflict(.gap, about: "it", subject: "英德", of: Self.writer)
    let sentence = ConflictWording.sentence(gap, try city(waiting))
    #expect(sentence.hasPrefix("英德市知识产权局的第 2、4 号报送件前面缺第 9 条起的记录"))
    // Nobody knows how far: the one that is missing could not be named.
    #expect(sentence.contains("zizhu bundle --all") && !sentence.contains("缺的那一份"))
  }

  /// With another party it is open again, and says what was ruled.
  @Test func anEarlierWordIsToldBesideAnOpenConflict() throws {
    var shared = conflict(.sameKey)
    let kept = OfficeFiling(writer: Self.writer, id: "441881-2019-000001")
    var ruling = Ruling(conflict: shared.id, verdict: .keep(kept), parties: [], note: "英德先收")
    ruling.by = "钱主管"
    shared.earlierRuling = ruling
    let sentence = ConflictWording.sentence(shared, try city())
    #expect(sentence.contains("此前已裁定") && sentence.contains("441881-2019-000001 为先（钱主管：英德先收）"))
    #expect(sentence.hasSuffix("请重新裁定。"))
  }
}
