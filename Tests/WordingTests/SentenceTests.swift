import CaseModel
import Casework
import Foundation
import JSONText
import Journal
import Parcels
import SubsidyRules
import Tar
import Testing

@testable import Wording

/// Every refusal and every sentence about the store as somebody gets it, in `Sentences.txt`, where it has been read.
@Suite struct SentenceTests {
  private static let day = CivilDate(year: 2019, month: 6, day: 3) ?? .first
  private static let later = CivilDate(year: 2019, month: 7, day: 1) ?? .first
  private static let at = "2019-06-03T02:15:00Z"
  private static let few = Money(fen: 10_000)
  private static let more = Money(fen: 250_050)
  private static let filing = "441881-2019-000007"

  static let refusals: [Refusal] =
    officeRefusals + policyRefusals.map(Refusal.policy) + betweenOffices.map(Refusal.offices)

  private static let betweenOffices: [OfficesRefusal] = [
    .joinedAlready("甲市局"), .isCity, .isCounty, .codeTaken("441881"), .badLetter("1"),
    .unknownOffice("441881"),
    .unknownDistrict("441827"), .ownDistrict("441800"), .officeNameMissing,
    .otherDistrict(enrolled: "441881", own: "441882"), .otherLetter(enrolled: "441881", own: "441881B"),
    .unknownEnrolment,
    .writerTaken("441881"), .trialDiffers, .cityChooses, .takeOverAtCity(filing), .retired("441881"),
    .olderReply(number: 1, last: 2), .replyBeforeRestore(number: 3),
    .linkedThrough(["A1", "A2"], others: ["A3"]),
    .notJoined, .unknownConflict("5-0"),
    .unfitVerdict("keep"), .tailNotHere("504132211009", kept: ["010203040506"]),
    .tailLost("504132211009", file: "inbox/0b0b0b0b-3-0f1e2d3c4b5a"),
    .verdictsLost(3, offices: ["英德市局", "连州市局"]), .notAParty(filing),
    .paidAlready(filing), .keptBy("英德市局"),
  ]

  private static let officeRefusals: [Refusal] = [
    .unknownOperator("甲"), .operatorExists("甲"), .roleTooLow(needed: .reviewer),
    .roleTooLow(needed: .supervisor),
    .applicantExists("A001"), .codeTaken(by: "A002"), .nameTaken(by: ["A002"]), .unknownApplicant("A009"),
    .unknownParent("A009"), .person(.needsTwo), .person(.kindsDiffer), .person(.headsDiffer),
    .person(.contradicts("A001", "A002")), .person(.nothingSaid), .person(.cityRules),
    .person(.ownRecord("A001", at: at, mayAct: ["乙"])), .person(.ownRecord("A001", at: at, mayAct: [])),
    .cycleOfParents, .filingExists(filing), .unknownFiling(filing), .unknownItem("none"),
    .filingIsDecided(filing),
    .takeOverNeedsSupervisor(filing), .notAsReceived, .unknownReading("a=b"), .nameMissing, .nameNotVisible,
    .noteMissing,
    .unknownPolicy("0"), .policyLacksItems(["old-item"]), .operatorRetired("甲"), .loginTaken(by: "甲"),
    .lastSupervisor, .pinIsOwn, .pinChanged, .filingIdentityFixed(filing), .filingIsReviewed(filing),
    .filingIsClosed(filing), .filingIsHandedUp(filing), .unknownPaper("none"),
    .movedOn(filing: filing, by: "乙", at: at), .badNumber,
    .banned(.banned(until: later, reason: "提供虚假材料", record: "441881-R00001", taken: nil)),
    .turnTaken([.init(filing: filing, before: more, after: few)]),
    .newsKnown("N0001"), .newsMoved, .ledgerMoved, .periodCount, .periodInPast(day),
    .rows([RefusedRow(filing: filing, refusal: .noteMissing)]),
  ]

  static let policyRefusals: [PolicyRefusal] = [
    .continuesNothing(["city-2018-1/agency"]), .movesDecided([filing]), .otherDocument("清府办〔2018〕27号"),
    .registerDiffers(["专项资金预算"]), .notInForce("city-2018-1"), .isFounding("city-2018-1"),
    .isUsed("city-2018-1", filings: 3), .leavesHomeless("city-2018-1", filings: [filing]),
    .isContinued("city-2018-1", by: "city-2021-3"),
  ]

  static let registerRefusals: [RegisterRefusal] = [
    .unknownKind("none"), .unknownRecord("441881-R00009"), .unknownFields(["none"]), .missing(["topic"]),
    .unreadable(["heldOn"]), .unknownDistrict("440100"), .dayInFuture(later),
    .stagesOutOfOrder(first: "立案", second: "结案"), .repeated(id: "441881-R00001"), .struckOut("441881-R00001"),
    .movedOn("441881-R00001", by: "乙", at: at), .kindFixed("441881-R00001"), .numberTaken("441881-R00001"),
  ]

  static let sealRefusals: [SealRefusal] = [
    .notOver(2019), .nothingThere(2019), .undecided(2019, filings: [filing]), .alreadySealed(2019),
    .notSealed(2019),
    .moved(2019), .sealed(2019), .officesOpen(2019, offices: ["441881"]), .closedForCity(2019),
  ]

  static let stepRefusals: [StepRefusal] = [
    .cityDecides(.approve), .noCity, .onlyAtCity(.commit), .alreadyBundled, .inConflict([.sameKey, .moved]),
    .alreadyReplied(.commit), .officesSilent(["英德市局（2020-03-01）"]),
    .ofOtherOffice(.accept),
    .wrongStanding(.received, .approve), .wrongStanding(.paid, .accept), .movedOn(by: "乙", at: at),
    .awardMoved(seen: few, now: more), .dayBeforeReceipt(day, received: later), .dayInFuture(later),
    .incomplete([.missingInput("inventionPatents")]), .papers([.paper("licence", .missing)]),
    .papersUnchecked(["licence"]),
    .figuresMissing(["eligibleCost"]), .unknownInput("none"), .noFiguresHere(.pay),
    .figureAtReview("eligibleCost"),
    .notPayable(.refused), .notPayable(.exhausted), .notPayable(.incomplete),
    .readingOpen(["standards-once"], others: 3),
    .outOfTurn(cap: "agency", overtakes: [filing]), .orderOpen(cap: "agency", until: later),
    .lotNotDrawn(cap: "agency", year: 2018), .turnTaken([.init(filing: filing, before: more, after: few)]),
    .badNews("N0001"), .nothingToCorrect,
    .notOneTime([.paper("licence", .missing)]), .dueNotAfter(day, day: later),
    .dueBeforePeriod(day, least: later), .publicUntil(later), .objectionOpen(day), .noObjection,
    .nothingToServe,
    .numberMissing, .wayMissing, .calendarUnknown(2030), .noDue,
    .dueNotOver(later), .groundMissing(.correct), .unknownGround("none", known: ["late"]), .amountMissing,
    .amountDiffers(asked: few, is: more), .amountTooLarge(asked: more, most: few), .amountUnchanged,
    .nothingOwed,
    .nothingKept, .accountMissing, .bankMissing, .inBatch("441881-P2019-001"),
    .batchDiffers("441881-P2019-001"),
    .accountUnchanged, .noProposal, .noRoom(cap: "agency", left: few),
    .noOpenRecovery(filing), .otherApplicant(filing), .boundToSetOff(filing), .nothingToUndo,
    .roomGivenAway(cap: "agency", left: few), .keyGivenAway(filing),
  ]

  static let signInRefusals: [SignInRefusal] = [
    .unknownOperator("甲"), .retired("甲"), .otherLogin("甲"), .pinNeeded("甲"), .wrongPIN("甲"), .pinUnset("甲"),
    .weakPIN,
  ]

  private static let failed = FileError(.sync, "journal/000001.jsonl", code: 5)
  private static let readOnly: [ReadOnlyReason] = [
    .damage, .syncFailed(failed), .truncateFailed(failed), .setAsideFailed(failed), .noRights,
    .newerFormat(version: 9),
  ]
  /// Numbers of the system: not there, no right, a file in the way, a folder for a file, disk full, file too large, quota, link, failing disk, read-only, other.
  private static let codes: [Int32] = [2, 1, 13, 20, 21, 28, 27, 122, 40, 5, 30, 99]

  static var journalErrors: [JournalError] {
    let plain: [JournalError] = [
      .notAStore, .identityDamaged, .newerFormat(version: 9), .folderNotEmpty, .fileExists("backup.zb"),
      .busy,
      .badPayload,
      .badBackup([]), .file(FileError(.open, "", code: 2)), .file(FileError(.open, "", code: 13)),
    ]
    return plain + readOnly.map(JournalError.readOnly)
      + codes.map { .notSaved(FileError(.write, "journal/000001.jsonl", code: $0)) }
  }

  static let findings: [Finding.Reason] = [
    .notUnderstood, .notARecord, .linkBroken, .sequenceBroken(found: 9), .unfinishedLine,
    .setAside(file: "quarantine/1", bytes: 12, mayHoldSavedRecord: true),
    .setAside(file: "quarantine/1", bytes: 12, mayHoldSavedRecord: false),
    .notASegment, .foreignSegment, .segmentDoesNotFollow, .newerFormat(9), .missingSegment, .unknownFile,
    .shortened,
    .changedUnderneath, .snapshotUnusable, .snapshotDiffers, .snapshotNotAnchored, .heldFileMissing,
    .heldFileDamaged,
    .policyDiffers(file: "store.json"), .policyNotInForce, .laterKind("a=b"), .headMissing, .headDiffers,
    .foreignFile, .backupDamaged,
  ]

  /// None where the invented bytes were no keys.
  static var parcelErrors: [ParcelError] {
    let bytes = [UInt8](1...32)
    let keyErrors: [ParcelError?] = [
      VerifyingKey(rawBytes: bytes).map(ParcelError.otherSigner),
      SealingKey(rawBytes: bytes).map(ParcelError.keyNeeded),
      SealingKey(rawBytes: bytes).map(ParcelError.otherRecipient),
    ]
    return [
      .foreign, .newerFormat(version: 2), .unknownKind("parade"), .unknownSuite("SM4"), .cut(at: 4096),
      .damaged(.init(offset: 1023)), .damaged(.init(member: "cover.json", offset: 2560)),
      .damaged(.init(member: "sealed", chunk: 3, offset: 132_672)), .damaged(.init(member: "sealed")),
      .badHead(JSONError(.trailingText, offset: 20, location: JSONLocation(line: 1, column: 21))),
      .badSignature,
      .sealMismatch, .badMember(.tooLarge("cover.json")), .badMember(.repeated("cover.json")),
      .badMember(.badPath("../x")), .reservedPath("sealed"), .badMember(.notZero(at: 7)), .notMade,
    ] + keyErrors.compactMap(\.self)
  }

  static let keyWordsErrors: [KeyWordsError] = [
    .notDigits, .wrongGroups([3]), .wrongGroups([3, 11]), .groupCount(16), .notThisKey,
  ]

  /// Words beside a field, which are no sentences.
  private static var fieldWords: [String] {
    let days: [CivilDate.TypingIssue] = [
      .empty, .unreadable, .dayMissing, .shortYear, .noSuchDay(year: 2019, month: 2, day: 30),
    ]
    let sums: [Money.TypingIssue] = [.empty, .unreadable, .negative, .tooFine, .tooLarge, .badGrouping]
    let counts: [Count.TypingIssue] = [.empty, .unreadable, .negative, .notWhole, .tooLarge, .badGrouping]
    let numbers: [ApplicationNumber.Reading] = [
      .publicationNumber, .notYet, .unknownType, .impossibleYear, .wrongLength(9), .unreadable,
    ]
    return days.map(FieldWording.sentence) + sums.map(FieldWording.sentence)
      + counts.map { FieldWording.sentence($0) }
      + numbers.compactMap(FieldWording.problem)
  }

  private static var sections: [(String, [String])] {
    [
      ("命令", refusals.map { StoreWording.sentence($0) }),
      ("工作台账", registerRefusals.map { RegisterWording.sentence($0) }),
      ("封存", sealRefusals.map(SealWording.sentence)),
      ("办理", stepRefusals.map { StepRefusalWording.sentence($0) }),
      ("登录", signInRefusals.map(SignInWording.sentence)),
      ("数据库", journalErrors.map { StoreWording.sentence($0) }),
      (
        "检查",
        findings.map {
          StoreWording.sentence(Finding(file: "journal/000001.jsonl", line: 3, sequence: 8, reason: $0))
        }
      ),
      (
        "往来文件",
        parcelErrors.map(ParcelWording.sentence) + keyWordsErrors.map(ParcelWording.sentence)
      ),
      ("栏目", fieldWords),
    ]
  }

  /// Identifiers that people do see: names of commands, files, and what forms are marked with.
  private static let known = [
    "city-2018-1", "city-2021-3", "list", "overrides 的 received", "--early-reason", "--same-name-reason",
    "zizhu", "--as", "--path", "--store", "--note", "--map", "PIN", "GB18030", "UTF-8",
    "journal/000001.jsonl", "verify",
    "init", "demo", "policy", "adopt", "register", "kinds", "unseal", "store.json", "quarantine/1",
    "quarantine",
    "backup.zb", "A001", "A002", "A009", "N0001", "none", "old-item", "a=b", "topic", "heldOn", "licence",
    "inventionPatents", "eligibleCost", "standards-once", "agency", "late", "holidays.json", "--pin-fd",
    "operator", "pin", "441881B", "441881-R00001", "441881-R00009", "441881-P2019-001",
    "papers", "F4", "office", "join", "--letter B", "--paper", "conflicts",
    "rule", "persons", "recall", "reply", "--parties", "link", "A1", "A2", "A3",
    "overrides 的 ban", "keep", "A 到 Z", "step", "reclaim", "close", "--accept",
    "HEAD.json", "cover.json", "sealed", "../x", "bundle", "--all", "inbox/0b0b0b0b-3-0f1e2d3c4b5a",
  ]

  @Test func eachIsASentenceInPlainChinese() {
    for (section, sentences) in Self.sections {
      #expect(Set(sentences).count >= sentences.count - 3, "\(section): cases that can't be told apart")
      for sentence in sentences {
        var rest = sentence
        for word in Self.known { rest = rest.replacingOccurrences(of: word, with: "") }
        #expect(!rest.contains { $0.isASCII && $0.isLetter }, "\(section): \(sentence)")
        #expect(rest.contains { !$0.isASCII }, "\(section): \(sentence)")
        if section != "栏目", section != "检查" { #expect(sentence.hasSuffix("。"), "\(section): \(sentence)") }
      }
    }
  }

  /// What people write ends as they like; no sentence around it stops twice, or goes on behind a stop of theirs.
  @Test(arguments: ["。", "．", ".", "。。", "； ", ""]) func noSentenceStopsTwice(_ stop: String) throws {
    let said = "已提出复议" + stop
    let ban = PatentDoubt.banned(until: Self.later, reason: said, record: "441881-R00001", taken: said)
    var filing = Filing(id: Self.filing, item: "none", applicant: "A001", received: Self.day)
    filing.overrides = ["received", "ban", "number"].map { .init($0, reason: said) }
    let word = PersonWord(.link, ["A001", "A002"], note: said)
    let period = OfficePeriod(kind: .publicity, count: 5, from: Self.day, note: said)
    let conflict = Ruling(conflict: "5-0", verdict: .link, parties: [], note: said)
    let state = OfficeState(policy: try Samples.policy())
    let changes: [Change] = [
      .operatorRetired(name: "甲", note: said), .readingChosen(reading: "a", option: "b", note: said),
      .policyWithdrawn(id: "city-2018-1", note: said), .yearUnsealed(year: 2019, note: said),
      .recordStruck(id: "441881-R00001", note: said), .offices(.ruled(conflict)),
      .offices(.retired(office: "441881", note: said)), .personsTold(word), .periodSet(period),
    ]
    let sentences =
      Self.sections.flatMap(\.1) + [PatentWording.sentence(ban), PatentWording.refusal(ban)]
      + OverrideWording.lines(filing, nil) + [PeriodWording.line(period)]
      + changes.map { ChangeWording.line($0, state) }
    for sentence in sentences {
      for twice in ["。。", "．。", ".。", "。）", "。，", "。；", "；）", "； ）", ".）", "，）", "，。", "；。"] {
        #expect(!sentence.contains(twice), "\(sentence)")
      }
    }
    #expect(sentences.count { $0.contains("已提出复议") } >= 12)
  }

  /// With ZIZHU_RECORD set in the environment the text is written, for somebody to look at in the difference.
  @Test func eachReadsAsItWasRead() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Sentences.txt")
    let text = Self.sections.map { "# \($0)\n" + $1.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    if ProcessInfo.processInfo.environment["ZIZHU_RECORD"] != nil { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
