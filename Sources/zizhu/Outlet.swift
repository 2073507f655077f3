import Desk
import Glibc

/// Programs of the device that print, and that lay a page out as a PDF.
enum Outlet {
  /// What is installed here.
  static let found: PrintOutlets = [
    path(of: "lp") == nil ? [] : .printer,
    renderers.contains { path(of: $0.name) != nil } ? .pdf : [],
  ]

  /// Each with its words for a page and the PDF of it.
  private static let renderers: [(name: String, words: @Sendable (String, String) -> [String])] = [
    ("weasyprint", { [$0, $1] }), ("wkhtmltopdf", { ["-q", $0, $1] }),
    ("chromium", { ["--headless", "--print-to-pdf=" + $1, $0] }),
  ]

  /// Lays a page out; false where that failed.
  static func layOut(_ page: String, as pdf: String) -> Bool {
    guard let renderer = renderers.first(where: { path(of: $0.name) != nil }) else { return false }
    return run(renderer.name, renderer.words(page, pdf))
  }

  /// Runs a program to its end, with nothing of it on the screen; false where it is not there or fails.
  static func run(_ name: String, _ words: [String]) -> Bool {
    guard let path = path(of: name) else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments = ([path] + words).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var variables = surroundings.map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &arguments, &variables) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }

  /// The surroundings of a program of the device: less the locale and the character tables that the pack's start script
  /// names, which are made for the C library that it carries.
  private static var surroundings: [String] {
    var found: [String] = []
    var place = environ
    while let variable = place.pointee {
      found.append(String(cString: variable))
      place += 1
    }
    return found.filter { !$0.hasPrefix("LOCPATH=") && !$0.hasPrefix("GCONV_PATH=") }
  }

  /// Where a program lies on the search path.
  private static func path(of name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
