/// One file in a backup.
struct BackupEntry: Hashable, Sendable {
  /// The file's path relative to the store.
  var path: String
  /// Where its bytes stand in the backup.
  var place: Range<Int>
  var sum: Link
  /// What stands behind its bytes before the next file.
  var filling: [UInt8]

  /// Whether what stands in its place and behind is what was written.
  func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == place.count + filling.count, bytes[place.count...].elementsEqual(filling) else {
      return false
    }
    return bytes.withUnsafeBytes { Link.over(UnsafeRawBufferPointer(rebasing: $0.prefix(place.count))) }
      == sum
  }
}
