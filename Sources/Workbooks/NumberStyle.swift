/// How a number is shown in its cell, so far as it makes another text of it.
enum NumberStyle: Hashable {
  case plain
  case day
  /// A share in hundredths.
  case percent
  /// Filled up with zeros in front to so many digits, as codes are.
  case padded(Int)

  /// Of a built-in format.
  init(id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
    case 9, 10: self = .percent
    default: self = .plain
    }
  }

  /// Of a format that a workbook brings: `yyyy"年"m"月"d"日"`, `0%`, `000000`.
  init(code: String) {
    var letters = ""
    var (isQuoted, isEscaped, depth) = (false, false, 0)
    // What stands behind a semicolon is for sums below zero and texts.
    for character in code.split(separator: ";", omittingEmptySubsequences: false).first ?? "" {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" {
        depth += 1
      } else if character == "]" {
        depth -= 1
      } else if depth == 0 {
        letters.append(contentsOf: character.lowercased())
      }
    }
    if letters != "general", letters.contains("y") || letters.contains("d") {
      self = .day
    } else if letters.contains("%") {
      self = .percent
    } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
      self = .padded(letters.count)
    } else {
      self = .plain
    }
  }
}
