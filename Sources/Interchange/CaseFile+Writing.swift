import CaseModel
import JSONText
import SubsidyRules

extension CaseFile {
  /// Writes applicants and filings out, so that reading and writing again gives the same bytes.
  public func write() -> [UInt8] {
    var writer = JSONWriter(layout: .indented, reserving: filings.count * 400)
    writer.object { writer in
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
    writer.newline()
    return writer.bytes
  }
}

extension Applicant {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("name", name)
      writer.member("kind", kind.rawValue)
      writer.member("district", district)
      let rest = [
        ("parent", parent), ("code", code), ("contact", contact), ("phone", phone), ("bank", bank),
        ("account", account), ("note", note),
      ]
      for (key, text) in rest {
        if let text { writer.member(key, text) }
      }
    }
  }
}

extension Filing {
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("item", item)
      writer.member("applicant", applicant)
      writer.member("received", received.description)
      writer.member("status", stage.rawValue)
      writer.key("inputs")
      inputs.write(into: &writer)
      if !overrides.isEmpty {
        writer.object("overrides") { writer in
          for override in overrides { writer.member(override.input, override.reason) }
        }
      }
      if let decided { writer.member("decided", decided.description) }
      if let reclaimed { writer.member("reclaimed", reclaimed.description) }
      if let asReceived {
        writer.key("asReceived")
        TransactionLine.write(asReceived, into: &writer)
      }
    }
  }
}

extension [Filing.Input] {
  /// Writes inputs as one object, each as it came.
  func write(into writer: inout JSONWriter) {
    writer.object { writer in
      for input in self {
        writer.key(input.name)
        switch input.value {
        case .null: writer.null()
        case .text(let text): writer.string(text)
        case .count(let number): writer.integer(number)
        case .flag(let flag): writer.bool(flag)
        case .other(let json): writer.raw(json)
        }
      }
    }
  }
}
