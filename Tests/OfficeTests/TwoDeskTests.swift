import CaseModel
import Casework
import Journal
import Office
import SubsidyRules
import Testing

/// Two desks on one store: each sees the other's saves, and none saves onto what the other has changed.
@Suite struct TwoDeskTests {
  private func desks(_ folder: String) throws -> (OpenOffice, OpenOffice) {
    let (first, _) = try Offices.makeWithFiling(folder + "/s")
    return (first, try Offices.open(folder + "/s"))
  }

  @Test func eachSeesListTotalsAndCapsMove() throws {
    try Offices.withScratch { folder in
      let (clerk, reviewer) = try desks(folder)
      let version = reviewer.state.version
      _ = try clerk.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      #expect(try reviewer.follow() && reviewer.state.version != version)
      #expect(reviewer.state.files.count == 2)
      #expect(reviewer.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
      #expect(reviewer.state.caps(of: 2019).first?.used == MoneyTotal(Money(yuan: 1000)))
      #expect(try !reviewer.follow())
    }
  }

  @Test func theLastRoomUnderACapIsGivenOnce() throws {
    try Offices.withScratch { folder in
      let (first, _) = try Offices.makeWithFiling(folder + "/s")
      // 50 000 yuan a year (art. 2): one more grant of an invention has 500 yuan of room.
      try Offices.fillCap(first, leaving: 10)
      let second = try Offices.open(folder + "/s")
      let mine = Offices.grant(2)
      let seen = Expected(decisions: [try #require(preview(mine, second))])
      #expect(seen.verdicts.first?.outcome == .pay && seen.verdicts.first?.award == Money(yuan: 500))
      _ = try first.save(.receiveFiling(Offices.grant(3)), by: Offices.clerk)

      let head = first.journal.head
      let error = #expect(throws: OfficeError.self) {
        try second.save(.receiveFiling(mine), by: Offices.clerk, expecting: seen)
      }
      guard case .overtaken(.decision(let was, let now, let reasons)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(was.award == Money(yuan: 500) && now.award == .zero && now.outcome == .exhausted)
      #expect(reasons == [.cap("agency-year")])
      #expect(second.journal.head == head, "nothing was written, and the other's save was taken in")

      // Who has seen what it comes to now may save it.
      let again = Expected(decisions: [try #require(preview(mine, second))])
      #expect(try second.save(.receiveFiling(mine), by: Offices.clerk, expecting: again) != nil)
    }
  }

  @Test func aKeyIsTakenOnce() throws {
    try Offices.withScratch { folder in
      let (first, second) = try desks(folder)
      let seen = Expected(decisions: [try #require(preview(Offices.grant(2), second))])
      let saved = try first.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      guard case .filingReceived(let holder, _)? = saved?.changes.first else { return }
      let error = #expect(throws: OfficeError.self) {
        try second.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk, expecting: seen)
      }
      guard case .overtaken(.decision(_, let now, let reasons)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(now.outcome == .refused && reasons == [.duplicate(holder.id)])
    }
  }

  @Test func aListIsRefusedWhereOneOfItsRowsHasChanged() throws {
    try Offices.withScratch { folder in
      let (first, second) = try desks(folder)
      let list = (2...4).map { Offices.grant($0) }
      let applicant = try #require(second.state.applicant("A001"))
      let seen = Expected(
        decisions: second.state.preview(list: numbered(list, second), of: applicant).rows.map(\.decision))
      _ = try first.save(.receiveFiling(Offices.grant(3)), by: Offices.clerk)
      #expect(throws: OfficeError.self) {
        try second.save(.receiveFilings(list), by: Offices.clerk, expecting: seen)
      }
      #expect(second.state.files.count == 2)
    }
  }

  @Test func aRecordThatHasMovedOnIsNotOverwritten() throws {
    try Offices.withScratch { folder in
      let (first, second) = try desks(folder)
      let filing = try #require(second.state.files.first?.filing)
      let seen = Expected(changes: [filing.id: try #require(second.state.changeCount(of: filing.id))])
      var theirs = filing
      theirs.inputs[1] = .init("grantedOn", .text("2019-05-10"))
      _ = try first.save(.changeFiling(theirs), by: Offices.supervisor)
      var mine = filing
      mine.inputs[2] = .init("localAddress", .flag(false))
      let error = #expect(throws: OfficeError.self) {
        try second.save(.changeFiling(mine), by: Offices.clerk, expecting: seen)
      }
      guard case .overtaken(.record(let id, let entry)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(id == filing.id && entry.by == Offices.supervisor.name && entry.deed == .changed(["grantedOn"]))
      #expect(second.state.files.first?.filing == theirs)
    }
  }

  @Test func whatAnotherSavedElsewhereHoldsUpNobody() throws {
    try Offices.withScratch { folder in
      let (first, second) = try desks(folder)
      let seen = Expected(decisions: [try #require(preview(Offices.grant(2), second))])
      _ = try first.save(.receiveFiling(Offices.ownGrant(9)), by: Offices.clerk)
      let saved = try second.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk, expecting: seen)
      #expect(saved != nil && second.state.files.count == 3)
    }
  }

  private func preview(_ draft: Filing, _ office: OpenOffice) -> Decision? {
    let draft = numbered([draft], office)[0]
    return office.state.applicant(draft.applicant).map { office.state.preview(draft, of: $0).decision }
  }

  /// Drafts under the numbers that they would get, as a form shows them.
  private func numbered(_ drafts: [Filing], _ office: OpenOffice) -> [Filing] {
    drafts.enumerated().map { place, draft in
      var draft = draft
      draft.id = office.state.filingID(received: draft.received, ahead: place)
      return draft
    }
  }
}
