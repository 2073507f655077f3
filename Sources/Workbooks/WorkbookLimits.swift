/// What a workbook may hold at most; a file that goes beyond it is refused before it takes the memory.
struct WorkbookLimits {
  static let rows = 1_048_576
  static let columns = 200
  /// Of one sheet, counted with the empty ones before the last of each row, which take their place in memory too.
  static let cells = 16_000_000
  static let sheets = 64
  /// Bytes of all parts that are read, unpacked.
  static let unpacked = 512 << 20
  static let ratio = 200
  /// Bytes up to which a part may unpack to any multiple: small parts repeat themselves a lot.
  static let plain = 1 << 20
}
