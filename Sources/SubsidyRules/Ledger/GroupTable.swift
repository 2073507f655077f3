/// Gives each group that draws on one cap a number, from 0.
struct GroupTable: Sendable {
  private(set) var groups: [Claim.Group] = []
  private var table = TextTable()

  /// The texts of the groups, in the order of their numbers.
  var texts: [TextPages.Place] { table.texts }

  func number(of group: Claim.Group, in pages: TextPages) -> GroupNumber? {
    group.text { text in table.number(of: text, hash: TextTable.hash(text), in: pages).map(GroupNumber.init) }
  }

  /// The number of a group, a new one where it is not there yet; its text is then kept.
  mutating func number(of text: UnsafeRawBufferPointer, in pages: inout TextPages) -> GroupNumber {
    let hash = TextTable.hash(text)
    if let known = table.number(of: text, hash: hash, in: pages) { return GroupNumber(known) }
    groups.append(Claim.Group(text: text))
    return GroupNumber(table.number(of: pages.append(text), hash: hash, in: pages))
  }

  /// The number of the group whose text stands at a place.
  mutating func number(of place: TextPages.Place, in pages: TextPages) -> GroupNumber {
    pages.with(place) { text in
      let number = table.number(of: place, hash: TextTable.hash(text), in: pages)
      if number == groups.count { groups.append(Claim.Group(text: text)) }
      return GroupNumber(number)
    }
  }
}

extension Claim.Group {
  /// The group as one text: year, length of the cap's id, cap, holder.
  func text<Value>(_ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    var bytes: [UInt8] = []
    Self.write(cap: cap.utf8, year: year, into: &bytes)
    bytes.append(contentsOf: holder.utf8)
    return bytes.withUnsafeBytes(read)
  }

  /// Writes what stands before the holder in a group's text.
  static func write(cap: some Collection<UInt8>, year: Int?, into bytes: inout [UInt8]) {
    bytes.append(decimal: year ?? 0)
    bytes.append(UInt8(ascii: " "))
    bytes.append(decimal: cap.count)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: cap)
  }

  /// Reads what `write` wrote.
  init(text: UnsafeRawBufferPointer) {
    var place = 0
    func number() -> Int {
      var number = 0
      while place < text.count, text[place] != UInt8(ascii: " ") {
        number = number * 10 + Int(text[place] & 0x0F)
        place += 1
      }
      place += 1
      return number
    }
    let (year, count) = (number(), number())
    let end = min(place + count, text.count)
    cap = String(decoding: text[min(place, end)..<end], as: UTF8.self)
    holder = String(decoding: text[end...], as: UTF8.self)
    self.year = year == 0 ? nil : year
  }
}
