import Foundation
import Testing

/// The program under a clock that stands elsewhere: a library of a few lines before the C library's `time`.
enum MovedClock {
  private static let source = """
    #include <stdlib.h>
    #include <time.h>
    time_t time(time_t *place) {
      struct timespec now;
      clock_gettime(CLOCK_REALTIME, &now);
      const char *moved = getenv("MOVED_BY");
      time_t moment = now.tv_sec + (moved ? atoll(moved) : 0);
      if (place) *place = moment;
      return moment;
    }
    """

  /// The library, compiled once; nil where the machine has no compiler.
  private static let library: String? = {
    guard let compiler = Tool.path("cc") ?? Tool.path("clang") else { return nil }
    let folder = NSTemporaryDirectory() + "/zizhu-clock-\(getpid())"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let (code, made) = (folder + "/clock.c", folder + "/clock.so")
    try? source.write(toFile: code, atomically: true, encoding: .utf8)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let built = try? Launch.run(
      [compiler, "-shared", "-fPIC", "-o", made, code], environment: ["PATH": path])
    return built?.status == 0 ? made : nil
  }()

  static var isThere: Bool { library != nil }

  /// What the program's surroundings need so that its clock is so many days and hours ahead.
  static func environment(days: Int, hours: Int = 0) throws -> [String: String] {
    ["LD_PRELOAD": try #require(library), "MOVED_BY": String((days * 24 + hours) * 3600)]
  }
}
