extension Grid {
  /// The whole screen as text: one line for each row, each exactly as wide as the screen, lines and bars in
  /// ASCII, styles left out.
  public var plainText: String {
    (0..<screenRows).map { plainText(ofScreenRow: $0) }.joined(separator: "\n")
  }

  /// One row of the whole screen as text.
  public func plainText(ofScreenRow row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells(inScreenRow: row) {
      switch cell.content {
      case .narrow(let scalar), .wide(let scalar): text.append(scalar)
      case .continuation: break
      case .line(let shape): text.append(shape.ascii)
      case .bar(let part): text.append(part.scalar)
      }
    }
    return String(text)
  }
}
