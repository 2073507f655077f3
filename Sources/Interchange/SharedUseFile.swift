import CaseModel
public import Casework
public import JSONText
import SubsidyRules

/// What the other offices of a city use of shared caps and once-only keys, as a member of a reply:
///
///     {"day":"2020-03-10","heads":{"<writer>":4391},"names":{"441881-A-000012":"code:9144…"},
///      "families":{"441881-A-000013":"code:9144…"},
///      "aliases":{"name:agency 某某":"code:9144…"},
///      "balances":[{"cap":"agency-year","holder":"code:9144…","year":2019,"decided":"30000.00","handedUp":"500.00"}],
///      "index":[{"key":"<24 characters of base64>","office":"英德市局","received":"2020-03-02","decided":true}],
///      "bans":[{"who":["<24 characters of base64>"],"from":"2019-06-01","until":"2024-06-01","reason":"…","office":"英德市局"}]}
///
/// A once-only key stands there as a tag, which tells it from others and can't be read back; so does whom a ban means.
public enum SharedUseFile {
  /// - Parameter tag: what stands for a once-only key, and for whom a ban means.
  public static func write(_ shared: SharedUse, tag: (String) -> String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("day", shared.day.description)
      writer.object("heads") { writer in
        for (name, sequence) in shared.heads.sorted(by: { $0.key < $1.key }) { writer.member(name, sequence) }
      }
      for (key, names) in [
        ("names", shared.names), ("families", shared.families), ("aliases", shared.aliases),
      ] {
        writer.object(key) { writer in
          for (name, other) in names.sorted(by: { $0.key < $1.key }) { writer.member(name, other) }
        }
      }
      writer.objects("balances", shared.uses) { write($1, into: &$0) }
      writer.objects("index", shared.keys) { writer, taken in
        writer.member("key", tag(taken.key))
        writer.member("office", taken.office)
        writer.member("received", taken.received.description)
        writer.member("decided", taken.isDecided)
      }
      guard !shared.bans.isEmpty else { return }
      writer.objects("bans", shared.bans) { writer, ban in
        writer.texts("who", ban.who.map(tag))
        writer.member("from", ban.from.description)
        writer.member("until", ban.until.description)
        writer.member("reason", ban.reason)
        writer.member("office", ban.office)
      }
    }
    return writer.bytes
  }

  private static func write(_ use: SharedUse.Use, into writer: inout JSONWriter) {
    writer.member("cap", use.group.cap)
    writer.member("holder", use.group.holder)
    if let year = use.group.year { writer.member("year", year) }
    writer.member("decided", use.decided.description)
    writer.member("handedUp", use.waiting.description)
  }

  /// Reads what `write` gives; its keys are tags.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> SharedUse {
    var shared = SharedUse()
    var reader = JSONReader(bytes)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "day": shared.day = try day(&reader)
      case "heads":
        try reader.beginObject()
        while let name = try reader.nextKey() { shared.heads[name] = try reader.integer() }
      case "names": shared.names = try texts(&reader)
      case "families": shared.families = try texts(&reader)
      case "aliases": shared.aliases = try texts(&reader)
      case "balances":
        try reader.beginArray()
        while try reader.nextElement() { shared.uses.append(try use(&reader)) }
      case "index":
        try reader.beginArray()
        while try reader.nextElement() { shared.keys.append(try taken(&reader)) }
      case "bans":
        try reader.beginArray()
        while try reader.nextElement() { shared.bans.append(try ban(&reader)) }
      default: try reader.skipValue()
      }
    }
    try reader.end()
    return shared
  }

  private static func texts(_ reader: inout JSONReader) throws(JSONError) -> [String: String] {
    var texts: [String: String] = [:]
    try reader.beginObject()
    while let name = try reader.nextKey() { texts[name] = try reader.string() }
    return texts
  }

  private static func use(_ reader: inout JSONReader) throws(JSONError) -> SharedUse.Use {
    var group = Claim.Group(cap: "", holder: "", year: nil)
    var (decided, waiting) = (MoneyTotal.zero, MoneyTotal.zero)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "cap": group.cap = try reader.string()
      case "holder": group.holder = try reader.string()
      case "year": group.year = try reader.integer()
      case "decided": decided = try money(&reader)
      case "handedUp": waiting = try money(&reader)
      default: try reader.skipValue()
      }
    }
    return .init(group: group, decided: decided, waiting: waiting)
  }

  private static func taken(_ reader: inout JSONReader) throws(JSONError) -> SharedUse.TakenKey {
    var taken = SharedUse.TakenKey(key: "", office: "", received: .first, isDecided: false)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "key": taken.key = try reader.string()
      case "office": taken.office = try reader.string()
      case "received": taken.received = try day(&reader)
      case "decided": taken.isDecided = try reader.bool()
      default: try reader.skipValue()
      }
    }
    return taken
  }

  private static func ban(_ reader: inout JSONReader) throws(JSONError) -> SharedUse.Ban {
    var ban = SharedUse.Ban(who: [], from: .first, until: .first, reason: "", office: "")
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "who":
        try reader.beginArray()
        while try reader.nextElement() { ban.who.append(try reader.string()) }
      case "from": ban.from = try day(&reader)
      case "until": ban.until = try day(&reader)
      case "reason": ban.reason = try reader.string()
      case "office": ban.office = try reader.string()
      default: try reader.skipValue()
      }
    }
    return ban
  }

  private static func day(_ reader: inout JSONReader) throws(JSONError) -> CivilDate {
    let place = reader.offset
    guard let day = CivilDate(try reader.string()) else {
      throw reader.error(.expected("YYYY-MM-DD"), at: place)
    }
    return day
  }

  private static func money(_ reader: inout JSONReader) throws(JSONError) -> MoneyTotal {
    let place = reader.offset
    guard let sum = Money(try reader.string()) else { throw reader.error(.expected("0.00"), at: place) }
    return MoneyTotal(sum)
  }
}
