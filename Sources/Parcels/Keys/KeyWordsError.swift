/// Why typed digits are not the key that stands on the paper.
public enum KeyWordsError: Error, Hashable, Sendable {
  /// Something that is neither a digit nor parts digits.
  case notDigits
  /// These groups, counted from 1, do not hold their own check digit.
  case wrongGroups([Int])
  /// Every group holds, and there are so many instead of `KeyWords.groupCount`.
  case groupCount(Int)
  /// Every group holds and the check word does not: groups were exchanged, or it is the paper of another key.
  case notThisKey
}
