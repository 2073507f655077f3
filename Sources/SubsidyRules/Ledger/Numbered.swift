/// A number of one table or list, which can't be taken for one of another. 32 bits: a large office keeps several for each
/// filing.
struct Numbered<What>: Hashable, BitwiseCopyable, Sendable {
  private let value: Int32

  init(_ number: Int) { value = Int32(number) }

  /// What stands where there is no such thing.
  static var none: Self { Self(-1) }

  var isThere: Bool { value >= 0 }
  /// The place in the lists that go by these numbers.
  var place: Int { Int(value) }
}

/// The number of a filing's claim, which is the filing's place in its list.
typealias ClaimNumber = Numbered<Claim>
/// The number of a once-only key.
typealias KeyNumber = Numbered<ClaimSheet.Key>
/// The number of a group of claims that draw on one cap.
typealias GroupNumber = Numbered<Claim.Group>
