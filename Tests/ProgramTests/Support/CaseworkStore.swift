import Foundation
import Testing

/// A store with several operators, and the program run as one of them.
///
/// 赵主管 has the login; 周主管, 钱复核, 孙复核 and 李经办 have PINs, which they set when they first act.
final class CaseworkStore {
  private let scratch: Scratch
  var path: String { scratch.store }

  /// What all of them begin as, made by the program once; each test has a copy.
  private static let first = KeptStore { store in
    var commands = [
      ["init", store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "赵主管", "--trial"]
    ]
    for (name, role) in [("周主管", "supervisor"), ("钱复核", "reviewer"), ("孙复核", "reviewer"), ("李经办", "clerk")] {
      commands.append(["operator", "add", name, "--role", role, "--store", store])
    }
    return commands
  }

  init() throws {
    scratch = try Scratch()
    try Self.first.copy(to: scratch.store)
  }

  /// Runs the program as somebody with a PIN, on this store or a copy in a folder; the PIN comes through a descriptor, or with the login where nobody is named.
  func run(
    _ name: String?, _ arguments: [String], input: String = "", pin: String? = nil, in folder: String? = nil
  ) throws -> Launch.Result {
    let words = [Program.path] + arguments + ["--store", folder ?? path]
    let environment = ["LANG": "C.UTF-8", "ZIZHU_DATA": Program.data, "HOME": NSTemporaryDirectory()]
    guard let name else { return try Launch.run(words, input: input, environment: environment) }
    let file = try scratch.file("pin-\(name)", (pin ?? "pin-\(name)") + "\n")
    return try Launch.run(
      ["/bin/sh", "-c", #"exec "$@" 3<"$0""#, file] + words + ["--as", name, "--pin-fd", "3"], input: input,
      environment: environment)
  }

  @discardableResult
  func succeed(
    _ name: String?, _ arguments: String..., input: String = "", in folder: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let result = try run(name, arguments, input: input, in: folder)
    try #require(
      result.status == 0, "\(arguments): \(result.errors)\(result.output)", sourceLocation: sourceLocation)
    return result.output
  }

  /// Expects a refusal with an exit status and a sentence that holds all of these.
  func refuse(
    _ name: String?, _ arguments: String..., input: String = "", status: Int32, _ texts: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try run(name, arguments, input: input)
    #expect(
      result.status == status, "\(arguments): \(result.errors)\(result.output)",
      sourceLocation: sourceLocation)
    for text in texts {
      #expect(result.errors.contains(text), "\(result.errors)", sourceLocation: sourceLocation)
    }
  }

  /// Takes in, by 李经办, applicants E1 … and one filing of each, F1 …, of a utility model's grant (1 000 yuan, article 18).
  func takeIn(_ count: Int) throws {
    let applicants = (1...count).map {
      #"{"id": "E\#($0)", "name": "英德市第\#($0)陶瓷厂", "kind": "enterprise", "district": "441881", "bank": "英德农商银行", "account": "8002000012\#($0)"}"#
    }
    let filings = (1...count).map { Self.grant("F\($0)", of: "E\($0)", $0) }
    let text = """
      {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
       "applicants": [\(applicants.joined(separator: ","))], "filings": [\(filings.joined(separator: ","))]}
      """
    try succeed("李经办", "import", scratch.file("cases.json", text))
  }

  /// A filing as the interchange file states it; more members may stand in it.
  static func grant(_ id: String, of applicant: String, _ serial: Int, _ more: String = "") -> String {
    let number = "20182" + String(repeating: "0", count: 7 - String(serial).count) + String(serial)
    return #"""
      {"id": "\#(id)", "item": "utility-grant", "applicant": "\#(applicant)", "received": "2019-06-10"\#(more),
       "inputs": {"applicationNumber": "\#(number)", "grantedOn": "2019-05-10"}}
      """#
  }

  func file(_ name: String, _ text: String) throws -> String { try scratch.file(name, text) }
}
