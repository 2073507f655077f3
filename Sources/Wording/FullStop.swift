extension String {
  /// What somebody wrote, without the full stop that the sentence around it has itself.
  public var withoutStop: String { hasSuffix("。") ? String(dropLast()) : self }
}
