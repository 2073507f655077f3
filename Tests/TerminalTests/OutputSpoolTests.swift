import Glibc
import Testing

@testable import Terminal

/// Over a socket that keeps every write apart.
@Suite struct OutputSpoolTests {
  private func packet(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func whatIsSentTogetherArrivesInOneWrite() throws {
    var ends: [Int32] = [0, 0]
    try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
    let own = dup(ends[0])
    let spool = try #require(OutputSpool(of: own, terminal: ends[0]))
    defer {
      spool.close()
      for end in ends + [own] { close(end) }
    }
    for (first, second) in [("one screen, ", "in parts"), ("an", "other")] {
      spool.collect {
        write(own, first, first.utf8.count)
        write(own, second, second.utf8.count)
      }
      #expect(packet(ends[1]) == first + second)
      #expect(packet(ends[1]) == "")
    }
    // Beside it everything goes straight out; nothing sent is no write.
    write(own, "x", 1)
    #expect(packet(ends[1]) == "x")
    spool.collect {}
    #expect(packet(ends[1]) == "")
  }
}
