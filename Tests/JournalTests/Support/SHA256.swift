/// SHA-256 in hex, written again from its definition (FIPS 180-4) so that the journal's sums are not checked with
/// the code that made them.
func sha256(_ message: [UInt8]) -> String {
  var padded = message + [0x80]
  while padded.count % 64 != 56 { padded.append(0) }
  let bits = UInt64(message.count) * 8
  padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) }
  var h: [UInt32] = roots(8, exponent: 2)
  let k: [UInt32] = roots(64, exponent: 3)
  for block in stride(from: 0, to: padded.count, by: 64) {
    var w = (0..<16).map { i in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[block + 4 * i + $1]) } }
    for i in 16..<64 {
      let s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >> 3
      let s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >> 10
      w.append(w[i - 16] &+ s0 &+ w[i - 7] &+ s1)
    }
    var v = h
    for i in 0..<64 {
      let s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let t1 = v[7] &+ s1 &+ choice &+ k[i] &+ w[i]
      let s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
    }
    for i in 0..<8 { h[i] = h[i] &+ v[i] }
  }
  return h.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

/// The first 32 bits behind the point of the square or cube roots of the first primes.
private func roots(_ count: Int, exponent: Int) -> [UInt32] {
  var primes: [Int] = []
  var candidate = 2
  while primes.count < count {
    if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
    candidate += 1
  }
  return primes.map { prime in
    // The greatest number whose power does not exceed the prime times 2^(32·exponent), found bit by bit.
    var root: UInt64 = 0
    for bit in stride(from: 36, through: 0, by: -1) {
      let next = root | 1 << UInt64(bit)
      if power(next, exponent, isAtMost: prime) { root = next }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

/// Whether `base`^`exponent` is at most `prime` · 2^(32·`exponent`), for an exponent of 2 or 3.
private func power(_ base: UInt64, _ exponent: Int, isAtMost prime: Int) -> Bool {
  let value = (0..<exponent).reduce(UInt128(1)) { product, _ in product * UInt128(base) }
  return value <= UInt128(prime) << UInt128(32 * exponent)
}
