extension String {
  /// What somebody wrote, without the stops and blanks at its end that the sentence around it has itself.
  public var withoutStop: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace || "。．.；;，,".contains(last) { text.removeLast() }
    return String(text)
  }
}
