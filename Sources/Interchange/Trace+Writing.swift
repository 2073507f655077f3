import CaseModel
import JSONText
import SubsidyRules

extension Trace {
  /// Writes the nodes as the interchange format has them: step, article, op, operands, result.
  func write(into writer: inout JSONWriter) {
    writer.array { writer in
      for node in nodes {
        writer.element()
        node.write(into: &writer)
      }
    }
  }
}

extension Trace.Node {
  fileprivate func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("step", step)
      writer.member("article", article)
      writer.member("op", operation.rawValue)
      writer.key("operands")
      writer.array { writer in
        for operand in operands {
          writer.element()
          operand.write(into: &writer)
        }
      }
      writer.key("result")
      if let result { result.write(into: &writer) } else { writer.null() }
      if let reason { writer.member("reason", reason.code) }
      if let name { writer.member("name", name) }
      if let reading { writer.member("reading", reading) }
      // Only where a reader would take it for a day, a sum or a number.
      if case .text(let text)? = result, Value(written: text) != .text(text) { writer.member("text", true) }
    }
  }
}

extension Trace.Operand {
  fileprivate func write(into writer: inout JSONWriter) {
    switch self {
    case .step(let step): writer.object { $0.member("step", step) }
    case .value(let value): value.write(into: &writer)
    case .name(let name): writer.string(name)
    case .none: writer.null()
    case .texts(let texts):
      writer.array { writer in
        for text in texts {
          writer.element()
          writer.string(text)
        }
      }
    case .served(let served):
      writer.array { writer in
        for one in served {
          writer.element()
          writer.array { writer in
            writer.element()
            writer.string(one.filing)
            writer.element()
            writer.string(one.amount.description)
          }
        }
      }
    case .summary(let summary):
      writer.array { writer in
        writer.element()
        writer.integer(summary.count)
        writer.element()
        writer.string(summary.sum.description)
        writer.element()
        writer.string(summary.sha256)
      }
    case .steps(let steps):
      writer.array { writer in
        for step in steps {
          writer.element()
          writer.object { $0.member("step", step) }
        }
      }
    }
  }
}

extension Value {
  fileprivate func write(into writer: inout JSONWriter) {
    switch self {
    case .money(let money): writer.string(money.description)
    case .percentage(let percentage): writer.string(percentage.description)
    case .number(let number): writer.integer(number)
    case .flag(let flag): writer.bool(flag)
    case .date(let date): writer.string(date.description)
    case .patent(let number): writer.string(number.description)
    case .text(let text): writer.string(text)
    }
  }
}
