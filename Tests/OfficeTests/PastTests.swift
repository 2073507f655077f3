import CaseModel
import Casework
import Interchange
import Journal
import Testing

@testable import Office

/// The office as it was known on a day: the journal up to there, folded anew.
@Suite struct PastTests {
  /// Saves made on three days, one of them by a clock that ran ahead; gives the state after each.
  private func office(_ path: String) throws -> (office: OpenOffice, after: [OfficeState]) {
    let office = try Offices.make(path)
    var after: [OfficeState] = []
    for (number, at) in [
      (1, "2031-06-03T02:00:00Z"), (2, "2031-06-03T15:59:59Z"), (3, "2031-06-04T02:00:00Z"),
      (4, "2033-01-01T00:00:00Z"), (5, "2031-06-04T15:00:00Z"), (6, "2031-06-05T01:00:00Z"),
    ] {
      var changes: [Change] = number == 1 ? [.applicantEntered(Offices.agency)] : []
      var filing = Offices.grant(number)
      filing.id = "F\(number)"
      changes.append(.filingReceived(filing, .init(kind: .agency, district: "441881", family: "A001")))
      let save = Transaction(
        by: Offices.clerk.name, at: at, policy: office.state.policyHash, changes: changes)
      try office.journal.append(TransactionLine.write(save))
      after.append(try Offices.open(path).state)
    }
    return (try Offices.open(path), after)
  }

  private func day(_ text: String) -> Past { .day(Offices.day(text)) }

  @Test func aDayHasTheFiguresThatItHad() throws {
    try Offices.withScratch { folder in
      let (office, after) = try office(folder + "/s")
      // 15:59:59 of the world's clock is the last second of 3 June in China.
      for (text, index) in [("2031-06-03", 1), ("2031-06-04", 4), ("2031-06-05", 5), ("2032-01-01", 5)] {
        let past = try office.past(day(text))
        #expect(past.state.differing(from: after[index]).isEmpty, "\(text)")
        #expect(past.day == Offices.day(text))
      }
      // 500 for each invention (article 2).
      #expect(try office.past(day("2031-06-03")).state.sums.byYear[2019]?.award.description == "1000.00")
      #expect(office.state.sums.byYear[2019]?.award.description == "3000.00")
    }
  }

  @Test func aHeadThatWasWrittenDownStandsForWhatWasThere() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, filing) = try Offices.makeWithFiling(path)
      let (head, then) = (office.journal.head, office.state)
      _ = try office.save(.receiveFilings([Offices.grant(5), Offices.grant(6)]), by: Offices.clerk)
      let past = try office.past(.head(head))
      #expect(past.state.differing(from: then).isEmpty)
      #expect(past.state.files.map(\.filing.id) == [filing.id])
      // Another history's head is no head of this one.
      let other = JournalHead(
        writer: head.writer, epoch: head.epoch, sequence: head.sequence, link: Link.over([1, 2, 3]))
      #expect { try office.past(.head(other)) } throws: { error in
        if case .past(.damage(let finding))? = error as? OfficeError {
          finding.reason == .headDiffers
        } else {
          false
        }
      }
    }
  }

  @Test func beforeTheBeginningThereIsNothing() throws {
    try Offices.withScratch { folder in
      let office = try Offices.make(folder + "/s")
      #expect { try office.past(day("2018-01-01")) } throws: { error in
        if case .past(.beforeTheBeginning)? = error as? OfficeError { true } else { false }
      }
    }
  }

  @Test func aDamagedJournalTellsNoPast() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try office(path)
      try Offices.tamper(Offices.segment(path)) { bytes in
        let last = bytes.count - 40
        bytes[last] = bytes[last] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
      }
      #expect { try office.past(day("2031-06-03")) } throws: { error in
        if case .past(.damage)? = error as? OfficeError { true } else { false }
      }
    }
  }

  @Test func aPolicyAdoptedLaterIsNotInForceThen() throws {
    try Offices.withScratch { folder in
      let office = try Offices.make(folder + "/s")
      _ = try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
      _ = try office.save(.receiveFiling(Offices.grant(1)), by: Offices.clerk)
      let head = office.journal.head
      let text = String(decoding: try Offices.policy(), as: UTF8.self)
      let other = text.replacing(#""invention": "500元""#, with: #""invention": "700元""#)
      try #require(other != text)
      _ = try office.adopt(Array(other.utf8), note: "修订", by: Offices.supervisor)
      #expect(office.state.sums.byYear[2019]?.award.description == "700.00")
      #expect(try office.past(.head(head)).state.sums.byYear[2019]?.award.description == "500.00")
    }
  }

  @Test func aSealHasTheHeadThatItStandsUpon() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let office = try Offices.make(path)
      try Offices.takeInAPaidYear(office)
      let head = office.journal.head
      _ = try office.save(
        .sealYear(2018, note: "", seen: office.state.yearSums(of: 2018)), by: Offices.supervisor)
      let seal = try #require(office.state.seal(of: 2018))
      #expect(seal.head == head.description)
      #expect(seal.sequence == head.sequence + 1)
      office.leave()
      #expect(try Offices.open(path).state.books.seals == [seal])
      #expect(try Offices.open(path, usingSnapshot: false).state.books.seals == [seal])
      #expect(try office.past(.head(head)).state.yearSums(of: 2018) == seal.sums)
    }
  }
}
