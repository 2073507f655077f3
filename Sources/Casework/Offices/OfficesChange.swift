public import CaseModel

/// One thing that happened between a city and its county offices, as it stands in the journal of whoever did it.
///
/// A county's journal is never merged: the city keeps it beside its own and adds nothing but these. Source: offices.md.
///
/// `OfficesBook` keeps them, from form 7 of the lines on. What a county may still do itself and what the city
/// alone does says `StepCheck+Offices`.
public enum OfficesChange: Hashable, Sendable {
  /// The city has written the enrolment file of an office (入网).
  case enrolled(EnrolledOffice)
  /// The city has taken an office's answer: from here on it takes in what that writer signs.
  case admitted(office: String, OfficeWriter)
  /// An office writes no more, with the reason; what it wrote stays.
  case retired(office: String, note: String)
  /// The county has joined a city: from here on its filings are handed up.
  case joined(CityLink)
  /// The county has written a bundle of everything up to here (报送件).
  case bundled(number: Int)
  /// The city has taken in others' journals up to these heads (汇总).
  case gathered([GatheredHead])
  /// The city has found that histories part, and where (分叉).
  case parted([PartedHistory])
  /// The city's word on a conflict (裁定).
  case ruled(Ruling)
  /// The city's step on a filing that another office keeps.
  case stepped(CityStep)
  /// The city has taken in again what it had decided and lost, as its offices keep it (收回).
  case recalled([CityStep])
  /// The city has written a reply to an office (回执件).
  case replied(office: String, number: Int)
  /// The city has given an office that lost its store its own records back, up to this one (恢复件).
  case recovered(office: String, LineName)
  /// The city has found a year as an office has closed it in what it gathered.
  case closeAccepted(office: String, YearClose)
  /// The city has given a closed year back to an office, with the reason.
  case closeReturned(office: String, YearClose)
  /// The county has taken a reply in.
  case taken(TakenReply)
  /// The city's holidays of some years, which the county's periods run by from here on.
  case holidaysTold(WorkCalendar)
  /// Bad news that reaches filings of the county, as the city or another of its offices has entered it.
  case newsTold([News])
}

/// A record of a writer's journal by its place in it, and the link that stands for everything up to it.
public struct LineName: Hashable, Sendable {
  public var epoch: Int
  /// Counts a writer's records from 1, through all epochs.
  public var sequence: Int
  /// SHA-256 in hexadecimal.
  public var link: String

  public init(epoch: Int, sequence: Int, link: String) {
    self.epoch = epoch
    self.sequence = sequence
    self.link = link
  }
}

/// A filing among many offices: receipt numbers are one office's own.
public struct OfficeFiling: Hashable, Sendable {
  public var writer: String
  public var id: String

  public init(writer: String, id: String) {
    self.writer = writer
    self.id = id
  }
}
