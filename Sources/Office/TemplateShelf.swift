import Journal

/// The store's own templates: `templates/receipt.txt` and the like, which an office may lay beside its journal.
public struct StoredTemplate: Sendable {
  /// Name in the folder.
  public var name: String
  public var bytes: [UInt8]
}

extension OpenOffice {
  /// What lies in the store's `templates` folder under a name that ends in `.txt` or `.html`; nothing where there is
  /// no such folder.
  public func templates() throws(OfficeError) -> [StoredTemplate] {
    let folder = journal.folder
    return try officeErrors {
      guard try folder.status("templates")?.kind == .folder else { return [] }
      var found: [StoredTemplate] = []
      for name in try folder.list("templates") {
        let path = "templates/" + name
        // What no backup would hold is not used either.
        guard StoreLayout.isOwn(path), try folder.status(path)?.kind == .file else { continue }
        found.append(StoredTemplate(name: name, bytes: try folder.read(path)))
      }
      return found
    }
  }
}
