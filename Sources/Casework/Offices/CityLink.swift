/// The city that a county office has joined, as the enrolment file told it.
public struct CityLink: Hashable, Sendable {
  /// The city's name and keys.
  public var name: String
  public var city: OfficeWriter
  /// What the city calls this office.
  public var office: EnrolledOffice

  public init(name: String, city: OfficeWriter, office: EnrolledOffice) {
    self.name = name
    self.city = city
    self.office = office
  }
}

/// A reply of the city that a county has taken in: what binds stands here whole; balances and the index of keys stay in
/// the file, which is named by its sum.
public struct TakenReply: Hashable, Sendable {
  public var number: Int
  /// The city's writer, and the last line of its journal that the reply knows.
  public var writer: String
  public var head: LineName
  /// The county's own record up to which the city has everything; nil where it has nothing.
  public var acknowledged: LineName?
  /// The city's steps on this office's filings, oldest first.
  public var steps: [CityStep]
  /// Years that the city has given back: they are open again.
  public var reopened: [YearClose]
  /// SHA-256 of the file, in hexadecimal.
  public var file: String

  public init(
    number: Int, writer: String, head: LineName, acknowledged: LineName?, steps: [CityStep],
    reopened: [YearClose] = [], file: String
  ) {
    self.number = number
    self.writer = writer
    self.head = head
    self.acknowledged = acknowledged
    self.steps = steps
    self.reopened = reopened
    self.file = file
  }
}
