public import JSONText

/// A finding in the first line of a damaged store's backup. Why it was found stays a code, since what it was found with is
/// not kept.
extension Finding: JSONShaped {
  public static let shape = JSONShape<Finding>(
    { Finding(file: $0, line: $1, sequence: $2, reason: .storeWasDamaged(code: $3)) },
    .assumed("file", "", \.file), .optional("line", \.line), .optional("sequence", \.sequence),
    .assumed("reason", "", \.reason.code))
}
