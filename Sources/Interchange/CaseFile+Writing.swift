public import CaseModel
public import JSONText
import SubsidyRules

extension CaseFile {
  /// Writes applicants and filings out, so that reading and writing again gives the same bytes.
  public func write() -> [UInt8] {
    JSONWriter.file(layout: .indented, reserving: filings.count * 400) { writer in
      writer.member("format", Self.format)
      writer.member("policy", policy.id)
      if policy.order.count > 1 { writer.texts("policies", policy.order) }
      if !damaged.isEmpty { writer.texts("damaged", damaged) }
      if !readings.isEmpty {
        writer.object("readings") { writer in
          for reading in readings { writer.member(reading.id, reading.option) }
        }
      }
      writer.array("applicants", of: applicants) { $1.write(into: &$0) }
      writer.key("filings")
      writer.array { writer in
        let filings = filings
        let parts = writer.parts(of: filings.count, sized: 400) { filings[$0].write(into: &$1) }
        for part in parts { writer.take(part) }
      }
    }
  }
}

extension Applicant: JSONWritable {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      for field in Self.fields { writer.member(field.rawValue, self[field]) }
    }
  }
}

extension Filing: JSONWritable {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      for field in Self.fields {
        switch field {
        case .inputs:
          writer.key(field.rawValue)
          inputs.write(into: &writer)
        case .overrides where !overrides.isEmpty:
          writer.object(field.rawValue) { writer in
            for override in overrides { writer.member(override.input, override.reason) }
          }
        case .asReceived: writer.member(field.rawValue, asReceived)
        default: writer.member(field.rawValue, self[field])
        }
      }
    }
  }
}

extension FactsAtReceipt: JSONWritable {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", kind)
      writer.member("district", district)
      writer.member("family", family)
      writer.member("further", further.ifAny)
    }
  }
}

extension [Filing.Input] {
  /// Writes inputs as one object, each as it came.
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      for input in self { writer.member(input.name, input.value) }
    }
  }
}

extension JSONWriter {
  /// A JSON text without the white space between its values, so that it fits on a journal's line.
  static func compact(_ json: String) -> String {
    var bytes: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in json.utf8 {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte <= 0x20 {
        continue
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
