import Glibc

/// The folder that somebody's printed files went into last, kept between two sessions.
enum PrintFolder {
  private static var place: (folder: String, file: String)? {
    guard let home = getenv("HOME"), home.pointee != 0 else { return nil }
    let folder = String(cString: home) + "/.config/zizhu"
    return (folder, folder + "/print-folder")
  }

  /// Empty where none was.
  static var remembered: String {
    guard let place, let bytes = try? Streams.read(place.file), bytes.count < 4096 else { return "" }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Where it can't be kept, the next session asks anew.
  static func remember(_ folder: String) {
    guard let place, folder != remembered else { return }
    mkdir(String(place.folder.dropLast("/zizhu".count)), 0o700)
    mkdir(place.folder, 0o700)
    unlink(place.file)
    try? NewFile.write(Array((folder + "\n").utf8), to: place.file)
  }
}
