import Casework
import JSONText

extension JSONWriter {
  /// So many elements of the array that this writer is in, written in parts on as many cores as there are; `size` is
  /// what one takes in bytes, about.
  func parts(
    of count: Int, sized size: Int, _ write: @escaping @Sendable (Int, inout JSONWriter) -> Void
  ) -> [JSONWriter] {
    inParallel(count) { [self] numbers in
      var part = part(reserving: numbers.count * size)
      for number in numbers {
        part.element()
        write(number, &part)
      }
      return [part]
    }
  }
}
