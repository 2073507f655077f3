import JSONText

/// The keys that an object may have, at most 64 of them.
struct KnownKeys<Key: RawRepresentable & CaseIterable & Sendable>: Sendable where Key.RawValue == String {
  let keys = Array(Key.allCases)
  let words = JSONWords(Key.allCases.map(\.rawValue))
}
