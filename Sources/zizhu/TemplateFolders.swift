import Journal
import Office
import Papers

/// The templates that a command prints from: the program's own, and before them those of the store.
enum TemplateFolders {
  static func templates(of office: OpenOffice, options: StoreOptions) throws -> Templates {
    try templates(of: office, at: options.path(), data: DataFolder.find(options.data))
  }

  /// The program's own alone, where there is no store.
  static func own(_ data: DataFolder) throws -> Templates { Templates(try files(of: data)) }

  private static func files(of data: DataFolder) throws -> [TemplateFile] {
    let folder = data.path + "/templates"
    return try names(in: folder).map { name in
      TemplateFile(name: name, path: folder + "/" + name, bytes: try Streams.read(folder + "/" + name))
    }
  }

  static func templates(of office: OpenOffice, at path: String, data: DataFolder) throws -> Templates {
    let stored = try storeFailures(at: path) { try office.templates() }
    return try Templates(
      files(of: data)
        + stored.map { TemplateFile(name: $0.name, path: path + "/templates/" + $0.name, bytes: $0.bytes) })
  }

  private static func names(in folder: String) throws -> [String] {
    guard let names = try? PosixFiles().list(folder) else {
      throw Failure(.notFound, "找不到文书模板，请重新安装程序。文件夹：\(folder)")
    }
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted()
  }
}

extension TemplateMistakes: Told {
  /// Nothing is printed from a template that is wrong.
  var failure: Failure {
    let lines = mistakes.map(\.sentence).joined(separator: "\n")
    return Failure(.badInput, "文书模板有误，没有打印。\n" + lines)
  }
}
