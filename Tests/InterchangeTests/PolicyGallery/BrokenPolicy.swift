import Interchange
import Testing
import Wording

extension BrokenText {
  /// Reads the good policy with this mistake and compares all that is said about it with the one message, its line
  /// and column included.
  func checkPolicy() throws {
    let mistake = try mistake(in: GoodPolicy.text)
    let said = Self.said(ofPolicy: mistake.bytes)
    let expected = [try mistake.expected()]
    #expect(said == expected)
  }

  /// Every message about a policy file, as `line:column sentence`.
  static func said(ofPolicy bytes: [UInt8]) -> [String] {
    switch PolicyFile.read(bytes) {
    case .success: []
    case .failure(let mistakes):
      mistakes.mistakes.map { "\($0.location) \(MistakeWording.sentence($0))" }
    }
  }
}
