import Casework
import Interchange
import JSONText
import Testing

/// An object of a form that is kept or sent, member by member: what none is without, and what may lack.
struct WrittenObject: Sendable, CustomTestStringConvertible {
  typealias Member = (key: String, value: String)

  /// What an object stands in, and how the whole is read.
  struct Form: Sendable {
    var before: String
    var after: String
    var read: @Sendable ([UInt8]) -> Result<AnyHashable, Told>

    /// Among the changes of a journal's line.
    static let line = Form(before: #"{"by":"b","at":"t","policy":"p","changes":["#, after: "]}") { bytes in
      Result { () throws(TransactionError) in try TransactionLine.read(bytes, in: 0..<bytes.count).changes }
        .map(AnyHashable.init).mapError { error in
          if case .record(.json(let reason)) = error.reason {
            return Told(reason: reason, location: error.location)
          }
          return Told(reason: nil, location: error.location)
        }
    }

    /// A file that is one object.
    static func file<Whole: Hashable & SendableMetatype>(
      _ read: @escaping @Sendable ([UInt8]) throws(JSONError) -> Whole
    ) -> Form {
      Form(before: "", after: "") { bytes in
        Result { () throws(JSONError) in try read(bytes) }.map(AnyHashable.init)
          .mapError { Told(reason: $0.reason, location: $0.location) }
      }
    }
  }

  /// A mistake as it is told.
  struct Told: Error, Equatable {
    /// Nil where it is none of the JSON itself.
    var reason: JSONError.Reason?
    var location: JSONLocation
  }

  var name: String
  private var form: Form
  /// What stands before the object inside the form, and what behind it.
  private var around: (before: String, after: String)
  private var needed: [Member]
  private var spared: [Member]

  init(
    _ name: String, of form: Form = .line, in around: (String, String) = ("", ""),
    _ needed: KeyValuePairs<String, String>, spared: KeyValuePairs<String, String> = [:]
  ) {
    self.name = name
    self.form = form
    self.around = around
    self.needed = needed.map { ($0.key, $0.value) }
    self.spared = spared.map { ($0.key, $0.value) }
  }

  var testDescription: String { name }

  /// Whether it is no reader's.
  var isRefused: Bool { told(needed + spared) != nil }

  private func read(_ members: [Member]) -> Result<AnyHashable, Told> {
    let inside = members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
    return form.read(
      Array((form.before + around.before + "{" + inside + "}" + around.after + form.after).utf8))
  }

  private func told(_ members: [Member]) -> Told? {
    if case .failure(let told) = read(members) { told } else { nil }
  }

  private static func without(_ key: String, _ members: [Member]) -> [Member] {
    members.filter { $0.key != key }
  }

  /// A value of another kind than one has.
  private static func otherKind(_ value: String) -> String { value.hasPrefix("\"") ? "7" : "\"x\"" }

  /// Each member counts, none that is needed may lack, and none is of another kind; every mistake is told with its place.
  func check() throws {
    let all = needed + spared
    let whole = try read(all).get()
    let start = JSONLocation(line: 1, column: (form.before + around.before).unicodeScalars.count + 1)
    for member in needed where member.key != "change" {
      let missing = Told(reason: .missingKey(member.key), location: start)
      #expect(told(Self.without(member.key, all)) == missing, "\(name) without \(member.key)")
    }
    for member in spared {
      #expect(try read(Self.without(member.key, all)).get() != whole, "\(name): \(member.key) says nothing")
    }
    for (place, member) in all.enumerated() where member.key != "change" {
      var wrong = all
      wrong[place].value = Self.otherKind(member.value)
      let before = all[..<place].map { "\"\($0.key)\":\($0.value)," }.joined() + "\"\(member.key)\":"
      let found = told(wrong)
      let column = start.column + 1 + before.unicodeScalars.count
      #expect(found?.location == JSONLocation(line: 1, column: column), "\(name): \(member.key)")
      if case .wrongType? = found?.reason { continue }
      Issue.record("\(name): \(member.key) of another kind is told as \(String(describing: found))")
    }
    guard let last = all.last else { return }
    #expect(told(all + [last])?.reason == .repeatedKey(last.key), "\(name): \(last.key) twice")
  }
}
