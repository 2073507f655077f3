import Testing

@testable import Parcels

/// A key on paper and typed again.
@Suite struct KeyWordsTests {
  static let key = OpeningKey(rawBytes: [UInt8](0..<32)) ?? OpeningKey()
  static let groups = KeyWords(key).groups

  private func error(_ groups: [String]) -> KeyWordsError? {
    do throws(KeyWordsError) {
      _ = try KeyWords.openingKey(typed: groups.joined(separator: " "))
      return nil
    } catch {
      return error
    }
  }

  /// Bytes 00 01 are 00001; Damm's table goes over 1, 0, 0, 0, 0 and 1 from 0 by 3, 1, 7, 8 and 9 to 5.
  @Test func theFirstGroupIsWorkedOutByHand() {
    #expect(Self.groups.count == 17 && Self.groups.allSatisfy { $0.count == 6 })
    #expect(Self.groups[0].hasPrefix("00001") && Self.groups[15].hasPrefix("07711"))
    #expect(Self.groups[0] == "000015")
  }

  @Test func aKeyComesBack() throws {
    for _ in 0..<50 {
      let opening = OpeningKey()
      let typed = KeyWords(opening).groups.joined(separator: " ")
      #expect(try KeyWords.openingKey(typed: typed).rawBytes == opening.rawBytes)
      let signing = SigningKey()
      #expect(try KeyWords.signingKey(typed: KeyWords(signing).groups.joined()).rawBytes == signing.rawBytes)
    }
    let full = Self.groups.joined(separator: "　").unicodeScalars.map { scalar in
      (0x30...0x39).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
    }
    var typed = ""
    typed.unicodeScalars.append(contentsOf: full)
    #expect(try KeyWords.openingKey(typed: typed).rawBytes == Self.key.rawBytes)
    #expect(
      try KeyWords.openingKey(typed: Self.groups.joined(separator: "-\n")).rawBytes == Self.key.rawBytes)
  }

  @Test func everyWrongDigitIsNamedByItsGroup() {
    for group in Self.groups.indices {
      for place in 0..<6 {
        for digit in "0123456789" where Array(Self.groups[group])[place] != digit {
          var typed = Self.groups
          var digits = Array(typed[group])
          digits[place] = digit
          typed[group] = String(digits)
          #expect(error(typed) == .wrongGroups([group + 1]))
        }
      }
    }
  }

  @Test func exchangedNeighboursAreNamedByTheirGroup() {
    for group in Self.groups.indices {
      for place in 0..<5 {
        var digits = Array(Self.groups[group])
        guard digits[place] != digits[place + 1] else { continue }
        digits.swapAt(place, place + 1)
        var typed = Self.groups
        typed[group] = String(digits)
        #expect(error(typed) == .wrongGroups([group + 1]))
      }
    }
  }

  @Test func exchangedGroupsAreFound() {
    for first in Self.groups.indices {
      for second in Self.groups.indices.dropFirst(first + 1) {
        var typed = Self.groups
        typed.swapAt(first, second)
        #expect(error(typed) == (second - first == 10 ? .notThisKey : .wrongGroups([first + 1, second + 1])))
      }
    }
  }

  @Test func missingAndDoubledDigitsAreNamed() {
    for group in Self.groups.indices {
      var typed = Self.groups
      typed[group].removeLast()
      #expect(error(typed) == .wrongGroups([group + 1]))
      typed[group] = Self.groups[group] + "0"
      #expect(error(typed) == .wrongGroups([group + 1]))
    }
    #expect(error(Array(Self.groups.dropLast())) == .groupCount(16))
    #expect(error(Self.groups + ["000000"]) == .groupCount(18))
    #expect(error([]) == .groupCount(0))
    #expect(error(["letters"]) == .notDigits)
    #expect(error(["655361"] + Self.groups.dropFirst()) == .wrongGroups([1]))
  }

  @Test func thePaperOfAnotherKeyIsTold() {
    #expect(throws: KeyWordsError.notThisKey) {
      try KeyWords.signingKey(typed: Self.groups.joined(separator: " "))
    }
    let mixed = Self.groups.dropLast() + KeyWords(OpeningKey()).groups.suffix(1)
    #expect(error(Array(mixed)) == .notThisKey)
  }
}
