import Foundation
import Testing

/// Workbooks out of the program, and what is said where none can be written.
struct WorkbookCommandTests {
  private let store: CaseworkStore

  init() throws { store = try CaseworkStore() }

  private static let formats = [
    ["export"], ["export", "--applicants"], ["report", "totals", "--year", "2019"],
    ["print", "batch", "--year", "2019", "--stage", "received"], ["register", "list"],
    ["register", "count", "--year", "2019"],
  ]

  /// Bytes go into a file, as a person would have them.
  private func written(_ words: [String], before: [String] = []) throws -> (Launch.Result, [UInt8]) {
    let path = store.path + "-\(UUID().uuidString).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let result = try Program.run(
      words + ["--format", "xlsx", "--store", store.path],
      behind: before + ["/bin/sh", "-c", "exec \"$@\" > \(path)", "sh"])
    return (result, Array(try Data(contentsOf: URL(filePath: path))))
  }

  @Test func everyListIsWrittenAsAWorkbook() throws {
    try store.takeIn(1)
    for words in Self.formats {
      let (result, bytes) = try written(words)
      #expect(result.status == 0, "\(words)")
      #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), "\(words)")
    }
    #expect(try written(["print", "receipt", "F1"]).0.status == 64)
  }

  /// Files that bear the library's name and are none stand for a computer without it.
  @Test func withoutTheLibraryItsPackageIsNamedAndAllElseWorks() throws {
    try store.takeIn(1)
    let folder = store.path + "-lib"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for number in 0...20 {
      try Data("no library".utf8).write(to: URL(filePath: "\(folder)/libxlsxwriter.so.\(number)"))
    }
    let without = ["/usr/bin/env", "LD_LIBRARY_PATH=\(folder)"]
    for words in Self.formats {
      let (result, bytes) = try written(words, before: without)
      #expect(result.status == 69 && bytes.isEmpty, "\(words)")
      #expect(result.errors.contains("libxlsxwriter") && result.errors.contains("CSV"), "\(words)")
      let csv = try Program.run(
        words + ["--format", "csv", "--store", store.path], behind: without)
      #expect(csv.status == 0, "\(words)")
    }
  }
}
