import CaseModel
internal import CProgram
internal import Glibc

/// Which program this is: another one may work out other awards.
public enum ProgramIdentity {
  /// The linker's build id in hexadecimal digits; nil where the program was linked without one.
  public static let build: String? = {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = program_build_id(&bytes, bytes.count)
    guard count > 0 else { return nil }
    return bytes[..<count].hexadecimal
  }()

  /// The build id, else what the program's file tells, else nothing that another run would say too.
  ///
  /// The file does not tell programs apart that a loader of their own starts: the running file is the loader then.
  static let text: String = {
    if let build { return build }
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "unknown-\(getpid())-\(time(nil))" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }()
}
