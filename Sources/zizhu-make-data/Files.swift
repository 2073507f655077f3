import ArgumentParser
import FoundationEssentials

/// Whole files in and out; a failure names the file as the developer gave it.
enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: URL(filePath: path))) } catch {
      throw ValidationError("can't read \(path)")
    }
  }

  /// Writes to a file, or to standard output where there is no path.
  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else {
      print(String(decoding: bytes, as: UTF8.self), terminator: "")
      return
    }
    do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
      throw ValidationError("can't write \(path)")
    }
  }
}
