import CaseModel
import JSONText

/// The demo as an interchange file `zizhu-cases/1`, one applicant or filing on a line.
enum DemoFile {
  static func bytes(_ office: DemoOffice) -> [UInt8] { bytes(office.applicants, office.filings()) }

  static func bytes(_ applicants: [Applicant], _ filings: [Filing]) -> [UInt8] {
    var writer = JSONWriter(layout: .indented, reserving: 300_000)
    writer.object {
      $0.member("format", "zizhu-cases/1")
      $0.member("policy", "qingyuan-2018-27")
      $0.key("applicants")
      $0.array { for applicant in applicants { line(&$0) { write(applicant, to: &$0) } } }
      $0.key("filings")
      $0.array { for filing in filings { line(&$0) { write(filing, to: &$0) } } }
    }
    writer.newline()
    return writer.bytes
  }

  private static func line(_ writer: inout JSONWriter, _ members: (inout JSONWriter) -> Void) {
    var line = JSONWriter()
    line.object(members)
    writer.element()
    writer.raw(String(decoding: line.bytes, as: UTF8.self))
  }

  private static func write(_ applicant: Applicant, to writer: inout JSONWriter) {
    writer.member("id", applicant.id)
    writer.member("name", applicant.name)
    writer.member("kind", applicant.kind.rawValue)
    writer.member("district", applicant.district)
    let optional = [
      ("parent", applicant.parent), ("code", applicant.code), ("contact", applicant.contact),
      ("phone", applicant.phone), ("bank", applicant.bank), ("account", applicant.account),
    ]
    for (key, text) in optional {
      if let text { writer.member(key, text) }
    }
  }

  private static func write(_ filing: Filing, to writer: inout JSONWriter) {
    writer.member("id", filing.id)
    writer.member("item", filing.item)
    writer.member("applicant", filing.applicant)
    writer.member("received", filing.received.description)
    writer.member("status", filing.stage.rawValue)
    writer.key("inputs")
    writer.object {
      for input in filing.inputs {
        $0.key(input.name)
        write(input.value, to: &$0)
      }
    }
    if !filing.overrides.isEmpty {
      writer.key("overrides")
      writer.object { for override in filing.overrides { $0.member(override.input, override.reason) } }
    }
    if let decided = filing.decided { writer.member("decided", decided.description) }
    if let reclaimed = filing.reclaimed { writer.member("reclaimed", reclaimed.description) }
  }

  private static func write(_ value: RawInput, to writer: inout JSONWriter) {
    switch value {
    case .null: writer.null()
    case .text(let text): writer.string(text)
    case .count(let count): writer.integer(count)
    case .flag(let flag): writer.bool(flag)
    case .other(let json): writer.raw(json)
    }
  }
}
