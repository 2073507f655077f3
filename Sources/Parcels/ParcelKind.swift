/// What a parcel carries between a city and an office of its.
public enum ParcelKind: String, Hashable, Sendable, CaseIterable {
  /// 入网: the city tells an office its keys and rules.
  case enrolment
  /// 入网回执: the office's keys back.
  case answer
  /// 报送件: what an office has done since the last acknowledged place.
  case bundle
  /// 回执件: the city's acknowledgement and verdicts.
  case reply
  /// An office's own records back, after a loss.
  case recovery
}
