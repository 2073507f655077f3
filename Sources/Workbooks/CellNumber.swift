import Glibc

/// What a number in a cell shows.
struct CellNumber {
  /// Whether days are counted from 1904, as old Macintoshes did.
  var isFrom1904 = false

  /// A number as the file has it, as it is shown: a day as `2019-03-01`, with the hour where it has one; whole
  /// numbers of sixteen digits and more, of which the program keeps fifteen, with their power of ten, so that nobody
  /// takes them for a code.
  func text(_ raw: String, _ style: NumberStyle) -> String {
    switch style {
    case .day: return day(raw) ?? plain(raw)
    case .percent:
      guard let value = Double(raw), value.isFinite, abs(value) < 1e12 else { return plain(raw) }
      return Self.rounded(value * 100) + "%"
    case .padded(let count):
      let text = plain(raw)
      guard text.utf8.allSatisfy({ (48...57).contains($0) }), text.utf8.count < count else { return text }
      return String(repeating: "0", count: min(count, 64) - min(text.utf8.count, 64)) + text
    case .plain: return plain(raw)
    }
  }

  private func plain(_ raw: String) -> String {
    let digits = raw.utf8.count { (48...57).contains($0) }
    if digits <= 15, raw.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 }) {
      // Java writes 3000 as `3000.0`.
      return digits > 0 ? Self.withoutZerosBehind(raw) : raw
    }
    guard let value = Double(raw), value.isFinite else { return raw }
    if abs(value) >= 1e15 {
      let text = Self.format(value, "%.14E")
      let parts = text.split(separator: "E")
      guard parts.count == 2, let power = Int(parts[1]) else { return raw }
      var digits = String(parts[0])
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.append("0") }
      return "\(digits)E+\(power)"
    }
    return Self.rounded(value)
  }

  /// Fifteen digits that count, which is what a spreadsheet keeps, without a power of ten.
  private static func rounded(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    guard abs(value) >= 1e-9 else { return format(value, "%.15G") }
    let whole = max(0, Int(log10(abs(value))) + 1)
    return withoutZerosBehind(format(value, "%.\(min(20, max(0, 15 - whole)))f"))
  }

  /// A number without the zeros behind its point that say nothing.
  private static func withoutZerosBehind(_ number: String) -> String {
    guard number.utf8.contains(UInt8(ascii: ".")) else { return number }
    var number = number
    while number.hasSuffix("0") { number.removeLast() }
    if number.hasSuffix(".") { number.removeLast() }
    return number
  }

  private static func format(_ value: Double, _ format: String) -> String {
    withVaList([value]) { arguments in
      let room = [CChar](unsafeUninitializedCapacity: 64) { buffer, count in
        count = min(63, max(0, Int(vsnprintf(buffer.baseAddress, 64, format, arguments))))
      }
      return String(decoding: room.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  private func day(_ raw: String) -> String? {
    guard let value = Double(raw), value >= (isFrom1904 ? 0 : 1), value < 2_958_466 else { return nil }
    var days = Int(value)
    var minutes = Int(((value - Double(days)) * 1440).rounded())
    if minutes == 1440 { (days, minutes) = (days + 1, 0) }
    // The program's calendar of 1900 has a 29 February.
    let since1970 = isFrom1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569
    let text = Self.civil(since1970)
    return minutes == 0 ? text : "\(text) \(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
  }

  /// A day of the calendar (H. Hinnant, chrono-compatible date algorithms).
  private static func civil(_ since1970: Int) -> String {
    let shifted = since1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return "\(civilYear)-\(two(civilMonth))-\(two(dayOfYear - (153 * month + 2) / 5 + 1))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
