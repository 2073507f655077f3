import Foundation
import Glibc
import Interchange
import Wording

/// The folder that `zizhu claims` fills: JSON lines, below a folder for each office and each year where asked for, as
/// DuckDB and Spark read them in parts.
struct ClaimsFolder {
  let path: String
  let divisions: [ClaimSource.Division]
  /// Which of the stores or files is being written, from 1.
  var source = 1

  /// Makes the folder; one that is there must be empty.
  init(_ path: String, by divisions: [ClaimSource.Division]) throws {
    self.path = path
    self.divisions = divisions
    if mkdir(path, 0o700) != 0 {
      guard errno == EEXIST, let inside = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw Failure(.cannotWrite, "建不了文件夹，请核对路径和权限：\(path)")
      }
      guard inside.isEmpty else {
        throw Failure(.cannotWrite, "文件夹里已有内容，没有写入，请换一个新的文件夹：\(path)")
      }
    }
  }

  /// Appends lines to the files of their parts, each of which has one of its own: whichever comes first here, a file is
  /// the same.
  func append(_ parts: [ClaimSource.Part: [UInt8]]) throws {
    for (part, bytes) in parts {
      var folder = path
      for division in divisions {
        switch division {
        case .office: folder += "/office=\(part.office ?? "")"
        case .year: folder += "/year=\(part.year ?? 0)"
        }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failed(folder) }
      }
      let file = folder + "/claims-\(source).jsonl"
      let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw failed(file) }
      defer { close(descriptor) }
      guard Streams.put(bytes, to: descriptor) else { throw failed(file) }
    }
  }

  /// Takes away what was written of the present source, so that it can be read another way.
  func clearSource() {
    for file in Self.files(below: path) where file.hasSuffix("/claims-\(source).jsonl") { unlink(file) }
  }

  /// Every file of lines below a folder, in the order of their paths.
  static func files(below path: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
  }

  private func failed(_ path: String) -> Failure {
    Failure(
      .readOrWriteFailed, "写入失败：\(SystemWording.reason(errno))。请检查磁盘空间和权限后再试。文件：\(path)")
  }
}
