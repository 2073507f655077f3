/// A number of one table or list, which can't be taken for one of another. 32 bits: a large office keeps several for each
/// filing.
@frozen public struct Numbered<What>: Hashable, BitwiseCopyable, Sendable {
  @usableFromInline let value: Int32

  @inlinable public init(_ number: Int) { value = Int32(number) }

  /// What stands where there is no such thing.
  @inlinable public static var none: Self { Self(-1) }

  @inlinable public var isThere: Bool { value >= 0 }
  /// The place in the lists that go by these numbers.
  @inlinable public var place: Int { Int(value) }

  // Written out so that other rooms work on bare numbers too.
  @inlinable public static func == (one: Self, other: Self) -> Bool { one.value == other.value }
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// The number of a filing's claim, which is the filing's place in its list.
typealias ClaimNumber = Numbered<Claim>
/// The number of a once-only key.
typealias KeyNumber = Numbered<ClaimSheet.Key>
/// The number of a group of claims that draw on one cap.
typealias GroupNumber = Numbered<Claim.Group>
