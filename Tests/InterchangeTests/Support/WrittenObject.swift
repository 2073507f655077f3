import Casework
import Interchange
import JSONText
import Testing

/// An object of the journal's public form, member by member: what none is without, and what old lines may lack.
struct WrittenObject: Sendable, CustomTestStringConvertible {
  typealias Member = (key: String, value: String)

  var name: String
  /// What stands before the object in the list of a save's changes, and what behind it.
  var around: (before: String, after: String)
  var needed: [Member]
  var spared: [Member]

  init(
    _ name: String, in around: (String, String) = ("", ""), _ needed: KeyValuePairs<String, String>,
    spared: KeyValuePairs<String, String> = [:]
  ) {
    self.name = name
    self.around = around
    self.needed = needed.map { ($0.key, $0.value) }
    self.spared = spared.map { ($0.key, $0.value) }
  }

  var testDescription: String { name }

  private static let opening = #"{"by":"b","at":"t","policy":"p","changes":["#

  private func text(_ members: [Member]) -> String {
    let inside = members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
    return Self.opening + around.before + "{" + inside + "}" + around.after + "]}"
  }

  private func read(_ members: [Member]) throws(TransactionError) -> [Change] {
    let bytes = Array(text(members).utf8)
    return try TransactionLine.read(bytes, in: 0..<bytes.count).changes
  }

  private func error(_ members: [Member]) -> TransactionError? {
    do throws(TransactionError) {
      _ = try read(members)
      return nil
    } catch {
      return error
    }
  }

  /// Whether it is no line's.
  var isRefused: Bool { error(needed + spared) != nil }

  private static func without(_ key: String, _ members: [Member]) -> [Member] {
    members.filter { $0.key != key }
  }

  /// A value of another kind than one has.
  private static func otherKind(_ value: String) -> String { value.hasPrefix("\"") ? "7" : "\"x\"" }

  /// Each member counts, none that is needed may lack, and none is of another kind; every mistake is told with its place.
  func check() throws {
    let all = needed + spared
    let whole = try read(all)
    let start = JSONLocation(line: 1, column: (Self.opening + around.before).unicodeScalars.count + 1)
    for member in needed where member.key != "change" {
      let missing = error(Self.without(member.key, all))
      #expect(missing?.reason == .record(.json(.missingKey(member.key))), "\(name) without \(member.key)")
      #expect(missing?.location == start, "\(name) without \(member.key)")
    }
    for member in spared {
      #expect(try read(Self.without(member.key, all)) != whole, "\(name): \(member.key) says nothing")
    }
    for (place, member) in all.enumerated() where member.key != "change" {
      var wrong = all
      wrong[place].value = Self.otherKind(member.value)
      let before = all[..<place].map { "\"\($0.key)\":\($0.value)," }.joined() + "\"\(member.key)\":"
      let found = error(wrong)
      let column = start.column + 1 + before.unicodeScalars.count
      #expect(found?.location == JSONLocation(line: 1, column: column), "\(name): \(member.key)")
      if case .record(.json(.wrongType))? = found?.reason { continue }
      Issue.record("\(name): \(member.key) of another kind is told as \(String(describing: found?.reason))")
    }
    var twice = all
    if let last = twice.last { twice.append(last) }
    if case .record(.json(.repeatedKey(let key)))? = error(twice)?.reason {
      return #expect(key == all.last?.key)
    }
    Issue.record("\(name): a member twice is told as \(String(describing: error(twice)?.reason))")
  }
}
