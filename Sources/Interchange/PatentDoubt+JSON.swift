import CaseModel
public import Casework
public import JSONText

/// What was doubtful at an approval, in the journal's line: `doubt` says which, the other members what it was told of.
///
///     {"doubt":"other-day","input":"grantedOn","day":"2019-05-10","known":"2019-04-26","by":"441881-R00001"}
///
/// `filed-year` (`day`, `year`), `above-tariff` (`paid`, `annuity`, `fee`), `other-day` (`input`, `day`, `known`, `by`),
/// `not-owner` (`day`, `owner`, `by`), `other-claimant` (`name`, `by`), `other-agency` (`agency`, `by`), `not-in-force`
/// (`state`, `seen`, `by`), `above-fees` (`sum`, `fees`), `banned` (`until`, `reason`, `by`, `taken` where a reason was
/// given), `listed` (`input`, `typed`, `listed`), `unlisted`. `by` is a filing or a record of the work register.
extension PatentDoubt: JSONValue {
  fileprivate enum Kind: String, CaseIterable, JSONValue {
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

  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      let (kind, by, members) = parts
      writer.members(["doubt": kind.rawValue, "by": by])
      writer.members(members)
    }
  }

  /// What it is, by which filing or record, and what else is told.
  private var parts: (Kind, by: String?, KeyValuePairs<String, (any JSONWritable)?>) {
    switch self {
    case .filedYear(let day, let year): (.filedYear, nil, ["day": day, "year": year])
    case .aboveTariff(let paid, let annuity, let fee):
      (.aboveTariff, nil, ["paid": paid, "annuity": annuity, "fee": fee])
    case .otherDay(let input, let day, let known, let by):
      (.otherDay, by, ["input": input, "day": day, "known": known])
    case .notOwner(let day, let owner, let by): (.notOwner, by, ["day": day, "owner": owner])
    case .otherClaimant(let name, let filing): (.otherClaimant, filing, ["name": name])
    case .otherAgency(let agency, let by): (.otherAgency, by, ["agency": agency])
    case .notInForce(let state, let seen, let by): (.notInForce, by, ["state": state, "seen": seen])
    case .aboveFees(let sum, let fees): (.aboveFees, nil, ["sum": sum, "fees": fees])
    case .banned(let until, let reason, let record, let taken):
      (.banned, record, ["until": until, "reason": reason, "taken": taken])
    case .listed(let input, let typed, let listed):
      (.listed, nil, ["input": input, "typed": typed, "listed": listed])
    case .unlisted: (.unlisted, nil, [:])
    }
  }

  public init(json reader: inout JSONReader) throws(JSONError) {
    let record = try JSONMembers(json: &reader)
    func by() throws(JSONError) -> String { try record.value("by") }
    self =
      switch try record.value("doubt") as Kind {
      case .filedYear: .filedYear(try record.value("day"), year: try record.value("year"))
      case .aboveTariff:
        .aboveTariff(
          paid: try record.value("paid"), annuity: try record.value("annuity"), fee: try record.value("fee"))
      case .otherDay:
        .otherDay(
          input: try record.value("input"), try record.value("day"), known: try record.value("known"),
          by: try by())
      case .notOwner: .notOwner(on: try record.value("day"), owner: try record.value("owner"), by: try by())
      case .otherClaimant: .otherClaimant(name: try record.value("name"), filing: try by())
      case .otherAgency: .otherAgency(try record.value("agency"), by: try by())
      case .notInForce:
        .notInForce(state: try record.value("state"), seen: try record.value("seen"), by: try by())
      case .aboveFees: .aboveFees(sum: try record.value("sum"), fees: try record.value("fees"))
      case .banned:
        .banned(
          until: try record.value("until"), reason: try record.value("reason"), record: try by(),
          taken: try record.optional("taken"))
      case .listed:
        .listed(
          input: try record.value("input"), typed: try record.value("typed"),
          listed: try record.value("listed"))
      case .unlisted: .unlisted
      }
  }
}
