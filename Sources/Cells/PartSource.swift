/// What a part of a screen is drawn from, in numbers that mean something only to whoever draws it.
///
/// Two parts of one size and one source look the same, so everything that the part shows belongs into its source.
public struct PartSource: Sendable, Hashable, BitwiseCopyable {
  private let kind: Int
  private let version: Int
  private let year: Int
  private let day: Int
  private let subject: Int
  private let looks: Int

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - kind: Which part of which screen it is.
  ///   - version: The version of the data that it shows.
  ///   - year: The year whose data it shows.
  ///   - day: The day as of which it shows them.
  ///   - subject: What of the data it shows.
  ///   - looks: How it looks beside that: whether it is chosen, marked and the like.
  public init(kind: Int, version: Int, year: Int, day: Int, subject: Int, looks: Int) {
    self.kind = kind
    self.version = version
    self.year = year
    self.day = day
    self.subject = subject
    self.looks = looks
  }
}
