import CaseModel
import Casework
import JSONText

/// What was doubtful at an approval, in the journal's line: `doubt` says which, the other members what it was told of.
///
///     {"doubt":"other-day","input":"grantedOn","day":"2019-05-10","known":"2019-04-26","by":"441881-R00001"}
///
/// `filed-year` (`day`, `year`), `above-tariff` (`paid`, `annuity`, `fee`), `other-day` (`input`, `day`, `known`, `by`),
/// `not-owner` (`day`, `owner`, `by`), `other-claimant` (`name`, `by`), `other-agency` (`agency`, `by`), `not-in-force`
/// (`state`, `seen`, `by`), `above-fees` (`sum`, `fees`), `banned` (`until`, `reason`, `by`, `taken` where a reason was
/// given), `listed` (`input`, `typed`, `listed`), `unlisted`. `by` is a filing or a record of the work register.
enum DoubtLine {
  private enum Kind: String, CaseIterable {
    case listed, unlisted, banned
    case filedYear = "filed-year"
    case aboveTariff = "above-tariff"
    case otherDay = "other-day"
    case notOwner = "not-owner"
    case otherClaimant = "other-claimant"
    case otherAgency = "other-agency"
    case notInForce = "not-in-force"
    case aboveFees = "above-fees"
  }

  static func write(_ doubt: PatentDoubt, into writer: inout JSONWriter) {
    func begin(_ kind: Kind, by: String? = nil) {
      writer.member("doubt", kind.rawValue)
      if let by { writer.member("by", by) }
    }
    switch doubt {
    case .filedYear(let day, let year):
      begin(.filedYear)
      writer.member("day", day.description)
      writer.member("year", year)
    case .aboveTariff(let paid, let annuity, let fee):
      begin(.aboveTariff)
      writer.member("paid", paid.description)
      writer.member("annuity", annuity)
      writer.member("fee", fee.description)
    case .otherDay(let input, let day, let known, let by):
      begin(.otherDay, by: by)
      writer.member("input", input)
      writer.member("day", day.description)
      writer.member("known", known.description)
    case .notOwner(let day, let owner, let by):
      begin(.notOwner, by: by)
      writer.member("day", day.description)
      writer.member("owner", owner)
    case .otherClaimant(let name, let filing):
      begin(.otherClaimant, by: filing)
      writer.member("name", name)
    case .otherAgency(let agency, let by):
      begin(.otherAgency, by: by)
      writer.member("agency", agency)
    case .notInForce(let state, let seen, let by):
      begin(.notInForce, by: by)
      writer.member("state", state)
      writer.member("seen", seen.description)
    case .aboveFees(let sum, let fees):
      begin(.aboveFees)
      writer.member("sum", sum.description)
      writer.member("fees", fees.description)
    case .banned(let until, let reason, let record, let taken):
      begin(.banned, by: record)
      writer.member("until", until.description)
      writer.member("reason", reason)
      if let taken { writer.member("taken", taken) }
    case .listed(let input, let typed, let listed):
      begin(.listed)
      writer.member("input", input)
      writer.member("typed", typed)
      writer.member("listed", listed)
    case .unlisted: begin(.unlisted)
    }
  }

  static func read(_ record: CaseworkRecord) throws(JSONError) -> PatentDoubt {
    switch try record.word("doubt", Kind.self) {
    case .filedYear: .filedYear(try record.day("day"), year: try record.number("year"))
    case .aboveTariff:
      .aboveTariff(
        paid: try record.money("paid"), annuity: try record.number("annuity"), fee: try record.money("fee"))
    case .otherDay:
      .otherDay(
        input: try record.text("input"), try record.day("day"), known: try record.day("known"),
        by: try record.text("by"))
    case .notOwner:
      .notOwner(on: try record.day("day"), owner: try record.text("owner"), by: try record.text("by"))
    case .otherClaimant: .otherClaimant(name: try record.text("name"), filing: try record.text("by"))
    case .otherAgency: .otherAgency(try record.text("agency"), by: try record.text("by"))
    case .notInForce:
      .notInForce(state: try record.text("state"), seen: try record.day("seen"), by: try record.text("by"))
    case .aboveFees: .aboveFees(sum: try record.total("sum"), fees: try record.money("fees"))
    case .banned:
      .banned(
        until: try record.day("until"), reason: try record.text("reason"), record: try record.text("by"),
        taken: record.has("taken") ? try record.text("taken") : nil)
    case .listed:
      .listed(
        input: try record.text("input"), typed: try record.number("typed"),
        listed: try record.number("listed"))
    case .unlisted: .unlisted
    }
  }
}
