import CaseModel
public import JSONText
public import SubsidyRules

extension Trace {
  /// Writes the nodes as the interchange format has them: step, article, op, operands, result.
  public func write(into writer: inout JSONWriter) {
    writer.array(of: nodes) { $1.write(into: &$0) }
  }
}

extension Trace.Node {
  fileprivate func write(into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("step", step)
      writer.member("article", article)
      writer.member("op", operation.rawValue)
      writer.array("operands", of: operands) { $1.write(into: &$0) }
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
    case .texts(let texts): writer.texts(texts)
    case .served(let served):
      writer.array(of: served) { writer, one in
        writer.array { writer in
          writer.element()
          writer.string(one.filing)
          writer.element()
          writer.string(one.amount.description)
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
    case .steps(let steps): writer.objects(steps) { $0.member("step", $1) }
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
