public import Casework
import Crypto
import JSONText
import Journal

extension OpenOffice {
  /// Invents data in the place of people's: the same each time on this store and those restored from it, and not to be
  /// undone without the store.
  public func disguise(pinyin: PinyinTable) -> Disguise {
    let key = SymmetricKey(data: Array(journal.identity.store.utf8))
    return Disguise(pinyin: pinyin) { text in
      HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).prefix(8).reduce(0) {
        $0 << 8 | UInt64($1)
      }
    }
  }
}
