import JSONText

/// What a file's reader says of a mistake; one in the JSON itself is one of its own.
protocol JSONMistake: Error {
  init(json: JSONError)
}

/// Reads with a reader that finds mistakes of its own and those of the JSON, and throws both as its own.
func reading<Value, Mistake: JSONMistake>(
  or mistake: Mistake.Type, _ read: () throws -> Value
) throws(Mistake) -> Value {
  do {
    return try read()
  } catch let mistake as Mistake {
    throw mistake
  } catch let error as JSONError {
    throw Mistake(json: error)
  } catch {
    // Nothing else is thrown there.
    let place = JSONLocation(line: 1, column: 1)
    throw Mistake(json: JSONError(.expected("\(error)"), offset: 0, location: place))
  }
}

extension CaseFileError: JSONMistake {
  init(json error: JSONError) { self.init(.json(error.reason), location: error.location) }
}

extension TransactionError: JSONMistake {
  init(json error: JSONError) { self.init(.record(.json(error.reason)), location: error.location) }
}

extension HolidayMistake: JSONMistake {
  init(json error: JSONError) { self.init(reason: .json(error.reason), location: error.location) }
}

extension OldLedgerMappingMistake: JSONMistake {
  init(json error: JSONError) { self.init(reason: .json(error.reason), location: error.location) }
}
