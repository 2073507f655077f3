import Foundation
import Testing

/// What a process asked of the system, as strace wrote it down.
struct SystemCalls {
  struct Call {
    var name: String
    /// Everything between the brackets, texts with their bytes in octal.
    var arguments: String
    var result: String

    /// The file that the call is about, by its number in the process.
    var file: String { String(arguments.prefix { $0 != "," }) }
  }

  var calls: [Call] = []

  init(_ log: String) throws {
    for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
      // "1234 fdatasync(4) = 0"; the number stands there with -f.
      let call = line.drop { $0.isNumber || $0 == " " }
      guard let open = call.firstIndex(of: "("), let equals = call.range(of: " = ", options: .backwards),
        open < equals.lowerBound
      else { continue }
      // Blanks stand before the sign, so that the results stand under one another.
      let arguments = call[call.index(after: open)..<equals.lowerBound].trimmingCharacters(in: .whitespaces)
      calls.append(
        Call(
          name: String(call[..<open]), arguments: String(arguments.dropLast()),
          result: String(call[equals.upperBound...])))
    }
  }

  /// A text as strace writes it.
  static func octal(_ text: String) -> String {
    text.utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\" + String($0, radix: 8) }.joined()
  }

  /// Goes through the calls and gives, for each write that says `words` to somebody, whether every journal line written
  /// before was on the disk by then. What is written into the program's own memory is seen by nobody.
  func promisesKept(saying words: String) -> [Bool] {
    let words = Self.octal(words)
    var journals: Set<String> = []
    var unsynced: Set<String> = []
    var lines = 0
    var kept: [Bool] = []
    var memory: Set<String> = []
    for call in calls {
      switch call.name {
      case "memfd_create": memory.insert(String(call.result.prefix { $0.isNumber }))
      case "dup3":
        // One descriptor is made to lead where another does.
        let files = call.arguments.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard files.count > 1 else { continue }
        if memory.contains(files[0]) { memory.insert(files[1]) } else { memory.remove(files[1]) }
      case "write" where memory.contains(call.file): break
      case "openat" where call.arguments.contains(".jsonl") && call.arguments.contains("O_RDWR"):
        journals.insert(String(call.result.prefix { $0.isNumber }))
      case "pwrite64" where journals.contains(call.file):
        unsynced.insert(call.file)
        lines += 1
      case "fdatasync" where call.result.hasPrefix("0"): unsynced.remove(call.file)
      case "close": journals.remove(call.file)
      case "write" where call.arguments.contains(words):
        kept.append(unsynced.isEmpty && lines > kept.count)
      default: break
      }
    }
    return kept
  }
}
