import Testing

@testable import Terminal

/// The test vectors of RFC 4648, section 10.
@Suite struct ClipboardTests {
  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func base64(_ text: String, _ coded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == coded)
  }
}
