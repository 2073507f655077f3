/// A large value behind a reference: whoever hands it on, or finds that there is none, moves eight bytes and not thousands.
public final class Boxed<Value: Sendable>: Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }
}
