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
    var shared = shared
    for index in shared.keys.indices { shared.keys[index].key = tag(shared.keys[index].key) }
    for index in shared.bans.indices { shared.bans[index].who = shared.bans[index].who.map(tag) }
    var writer = JSONWriter()
    shared.write(into: &writer)
    return writer.bytes
  }

  /// Reads what `write` gives; its keys are tags.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> SharedUse { try SharedUse(json: bytes) }
}

extension SharedUse: JSONShaped {
  public static let shape = JSONShape<SharedUse>(
    { day, heads, names, families, aliases, uses, keys, bans in
      var shared = SharedUse(
        heads: heads, day: day, uses: uses, keys: keys, bans: bans, names: names, aliases: aliases)
      shared.families = families
      return shared
    }, .assumed("day", .first, \.day), .assumed("heads", [:], \.heads), .assumed("names", [:], \.names),
    .assumed("families", [:], \.families), .assumed("aliases", [:], \.aliases),
    .assumed("balances", [], \.uses), .assumed("index", [], \.keys), .spared("bans", [], \.bans))
}

extension SharedUse.Use: JSONShaped {
  public static let shape = JSONShape<SharedUse.Use>(
    { SharedUse.Use(group: Claim.Group(cap: $0, holder: $1, year: $2), decided: $3, waiting: $4) },
    .needed("cap", \.group.cap), .needed("holder", \.group.holder), .optional("year", \.group.year),
    .needed("decided", \.decided), .needed("handedUp", \.waiting))
}

extension SharedUse.TakenKey: JSONShaped {
  public static let shape = JSONShape<SharedUse.TakenKey>(
    SharedUse.TakenKey.init(key:office:received:isDecided:), .needed("key", \.key),
    .needed("office", \.office),
    .needed("received", \.received), .needed("decided", \.isDecided))
}

extension SharedUse.Ban: JSONShaped {
  public static let shape = JSONShape<SharedUse.Ban>(
    SharedUse.Ban.init(who:from:until:reason:office:), .needed("who", \.who), .needed("from", \.from),
    .needed("until", \.until), .needed("reason", \.reason), .needed("office", \.office))
}
