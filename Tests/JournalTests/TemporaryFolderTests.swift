import Folders
import FoundationEssentials
import Testing

struct TemporaryFolderTests {
  private let files = FileManager.default

  @Test func itIsItsUsersAloneAndGoesWithAllThatIsInIt() throws {
    let folder = try TemporaryFolder("zizhu-test")
    #expect(folder.path.contains("/zizhu-test-"))
    #expect(try files.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int == 0o700)
    try files.createDirectory(atPath: folder.path + "/a/b", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/a/b/file"))
    folder.remove()
    #expect(!files.fileExists(atPath: folder.path))
  }

  @Test func whatALinkLeadsToStays() throws {
    let (folder, other) = (try TemporaryFolder("zizhu-test"), try TemporaryFolder("zizhu-test"))
    defer { other.remove() }
    try Data("x".utf8).write(to: URL(filePath: other.path + "/kept"))
    try files.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: other.path)
    folder.remove()
    #expect(!files.fileExists(atPath: folder.path) && files.fileExists(atPath: other.path + "/kept"))
  }

  @Test func withoutAPlaceThereIsNone() {
    // ENOENT, by errno(3).
    let error = #expect(throws: TemporaryFolder.NotMade.self) {
      try TemporaryFolder("zizhu-test", in: "/nowhere")
    }
    #expect(error?.code == 2)
  }
}
