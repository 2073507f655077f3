import Casework
import Testing

@testable import Office

/// Who is let in under a name: (g), and the part of (h) that the store answers for.
struct SignInTests {
  /// Cheap, so that the tests are quick; what is tried is the same.
  private static let cost = PINCost(rounds: 16, blockSize: 1, parallelism: 1)

  private func signInRefusal(_ work: () throws(OfficeError) -> Void) -> SignInRefusal? {
    do throws(OfficeError) {
      try work()
      return nil
    } catch {
      if case .notSignedIn(let refusal) = error { return refusal }
      return nil
    }
  }

  @Test
  func `A new operator sets their own PIN at the first sign-in, and nobody else gets in after`() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/store")
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("李经办", login: "root", pin: nil) }
          == .pinUnset("李经办"))
      let who = try office.signIn("李经办", login: "root", pin: "271828", cost: Self.cost)
      #expect(who.name == "李经办")
      for (pin, refusal) in [(nil, SignInRefusal.pinNeeded("李经办")), ("314159", .wrongPIN("李经办"))] {
        #expect(
          signInRefusal { () throws(OfficeError) in _ = try office.signIn("李经办", login: "root", pin: pin) }
            == refusal)
      }
      // The same when the store is opened again, whatever login asks.
      let again = try Offices.open(path + "/store")
      #expect(try again.signIn("李经办", login: "other", pin: "271828").name == who.name)
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try again.signIn("李经办", login: "root", pin: "314159") }
          == .wrongPIN("李经办"))
    }
  }

  @Test
  func `A name bound to a login speaks for that login alone`() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/store")
      _ = try office.save(
        .addOperator(Operator(name: "钱复核", role: .reviewer, login: "qian")), by: Offices.supervisor)
      #expect(try office.signIn("钱复核", login: "qian", pin: nil).name == "钱复核")
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("钱复核", login: "root", pin: "271828") }
          == .otherLogin("钱复核"))
      // With a PIN beside the login, both are asked for: several may share the login.
      try office.setPIN("271828", by: SignedIn(name: "钱复核"), cost: Self.cost)
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("钱复核", login: "qian", pin: nil) }
          == .pinNeeded("钱复核"))
      #expect(try office.signIn("钱复核", login: "qian", pin: "271828").name == "钱复核")
    }
  }

  @Test
  func `Whoever retired or was never there is not let in`() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/store")
      _ = try office.signIn("李经办", login: "root", pin: "271828", cost: Self.cost)
      _ = try office.save(.retireOperator("李经办", note: "调离"), by: Offices.supervisor)
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("李经办", login: "root", pin: "271828") }
          == .retired("李经办"))
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("无此人", login: "root", pin: nil) }
          == .unknownOperator("无此人"))
      // Nor does a sign-in from before help.
      #expect(throws: OfficeError.self) {
        try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
      }
    }
  }

  @Test(arguments: ["", "12345", "111111"])
  func `A PIN that is too easy is not taken`(pin: String) throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/store")
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("李经办", login: "root", pin: pin) }
          == .weakPIN)
      #expect(office.state.house.operators.allSatisfy { $0.pin == nil })
    }
  }

  @Test
  func `A forgotten PIN is cleared by a supervisor and set by its owner`() throws {
    try Offices.withScratch { path in
      let office = try Offices.make(path + "/store")
      _ = try office.signIn("李经办", login: "root", pin: "271828", cost: Self.cost)
      _ = try office.save(.clearPIN("李经办", note: "忘记"), by: Offices.supervisor)
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("李经办", login: "root", pin: nil) }
          == .pinUnset("李经办"))
      _ = try office.signIn("李经办", login: "root", pin: "141421", cost: Self.cost)
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("李经办", login: "root", pin: "271828") }
          == .wrongPIN("李经办"))
    }
  }

  @Test
  func `Two desks that set a first PIN at once do not both succeed`() throws {
    try Offices.withScratch { path in
      let one = try Offices.make(path + "/store")
      let other = try Offices.open(path + "/store")
      _ = try one.signIn("李经办", login: "root", pin: "271828", cost: Self.cost)
      // The other desk has not heard of it yet; under the lock it does.
      #expect(throws: OfficeError.self) {
        try other.signIn("李经办", login: "root", pin: "314159", cost: Self.cost)
      }
      #expect(try other.signIn("李经办", login: "root", pin: "271828").name == "李经办")
    }
  }

  @Test
  func `Where nobody else works, the one name needs no PIN`() throws {
    try Offices.withScratch { path in
      let office = try OpenOffice.create(
        path + "/store", office: .init(name: "英德市知识产权局", district: "441881", policy: "qingyuan-2018-27"),
        founder: Operator(name: "赵主管", role: .supervisor, login: nil), policy: Offices.policy(),
        pinyin: PinyinTable(), clock: Offices.clock, isShared: false)
      let who = try office.signIn("赵主管", login: "root", pin: nil)
      _ = try office.save(.addOperator(Operator(name: "李经办", role: .clerk, login: nil)), by: who)
      #expect(
        signInRefusal { () throws(OfficeError) in _ = try office.signIn("赵主管", login: "root", pin: nil) }
          == .pinUnset("赵主管"))
    }
  }

  @Test
  func `A key with costs out of bounds in the journal lets nobody in and costs nothing`() {
    for (rounds, blockSize, parallelism) in [
      (1 << 40, 8, 1), (3, 8, 1), (0, 8, 1), (16, 1 << 30, 1), (16, 8, 0),
    ] {
      let key = PINKey(
        salt: [1], key: [0], rounds: rounds, blockSize: blockSize, parallelism: parallelism)
      #expect(!PIN.fits("271828", key))
    }
    #expect(!PIN.fits("271828", PINKey(salt: [1], key: [], rounds: 16, blockSize: 1, parallelism: 1)))
  }

  @Test
  func `The key is scrypt's of RFC 7914`() {
    // Section 12, the third vector: P = "pleaseletmein", S = "SodiumChloride", N = 16384, r = 8, p = 1.
    let first: [UInt8] = [
      0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48, 0x46, 0x1C, 0x06, 0xCD, 0x81, 0xFD, 0x38, 0xEB,
    ]
    let key = PINKey(
      salt: Array("SodiumChloride".utf8), key: first, rounds: 16384, blockSize: 8, parallelism: 1)
    #expect(PIN.fits("pleaseletmein", key))
    #expect(!PIN.fits("pleaseletmeim", key))
  }
}
