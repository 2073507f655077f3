/// Times and sizes of what was drawn for the keys of one script.
struct KeyMeasurement {
  /// To the last byte, in seconds, shortest first.
  let times: [Double]
  /// Bytes drawn, fewest first.
  let bytes: [Double]

  /// Presses the keys of a script so many times.
  init(_ script: KeyScript, on desk: DeskInTerminal, rounds: Int) throws {
    for key in script.before { _ = try desk.press(key) }
    var drawings: [DeskInTerminal.Drawing] = []
    for _ in 0..<rounds {
      for key in script.keys {
        if let drawing = try desk.press(key) { drawings.append(drawing) }
      }
    }
    for key in script.after { _ = try desk.press(key) }
    guard !drawings.isEmpty else { throw BenchFailure("\(script.label): nothing was drawn") }
    times = drawings.map(\.seconds).sorted()
    bytes = drawings.map { Double($0.bytes) }.sorted()
  }
}
