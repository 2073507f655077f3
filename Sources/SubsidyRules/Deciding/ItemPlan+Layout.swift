import CaseModel

extension ItemPlan {
  /// Lays an item's rules out, its expressions one behind the other.
  struct Layout {
    var formulas: Formulas

    mutating func condition(_ condition: SubsidyRules.Condition, _ policy: Policy) -> Condition? {
      switch condition {
      case .always(let test): return Condition(reading: nil, choice: 0, options: [[self.test(test)]])
      case .byReading(let index, let options):
        guard policy.readings.indices.contains(index),
          options.indices.contains(policy.readings[index].choice)
        else { return nil }
        return Condition(
          reading: index, choice: policy.readings[index].choice, options: options.map { $0.map { test($0) } })
      }
    }

    private mutating func test(_ test: SubsidyRules.Condition.Test) -> Test {
      Test(form: form(test.form), reason: test.reason)
    }

    private mutating func form(_ form: SubsidyRules.Condition.Test.Form) -> Test.Form {
      switch form {
      case .compare(let a, let comparison, let b): .compare(formulas.add(a), comparison, formulas.add(b))
      case .among(let a, let texts): .among(formulas.add(a), texts.map(\.self))
      case .share(let part, let comparison, let rate, let whole):
        .share(part: formulas.add(part), comparison, rate, whole: formulas.add(whole))
      case .any(let forms): .any(forms.map { self.form($0) })
      }
    }

    private mutating func figure<Value>(_ figure: SubsidyRules.Figure<Value>) -> Figure<Value> {
      switch figure {
      case .one(let name, let value): Figure(by: nil, cases: [.init(word: "", name: name, value: value)])
      case .cases(let by, let cases):
        Figure(
          by: formulas.add(by),
          cases: cases.map { .init(word: $0, name: $1.name, value: $1.value) })
      }
    }

    mutating func cap(_ cap: SubsidyRules.Cap, _ item: Item) -> Cap? {
      guard let limit = cap.limit[item.id] else { return nil }
      var holder: [Cap.Holder]? = []
      for part in cap.holder {
        switch part {
        case .applicant: holder?.append(.applicant)
        case .family: holder?.append(.family)
        case .each(let expressions):
          if let expression = expressions[item.id] {
            let number = formulas.add(expression)
            holder?.append(item.isFreeText(expression) ? .text(number) : .each(number))
          } else {
            holder = nil
          }
        }
      }
      return Cap(
        id: cap.id, article: cap.article, window: cap.window, holder: holder, limit: figure(limit),
        isInPieces: cap.isInPieces, closes: cap.closes[item.id].map { formulas.add($0) })
    }

    mutating func order(_ order: SubsidyRules.Cap.Order, _ item: Item) -> Order? {
      switch order {
      case .received: nil
      case .earliest(let days): days[item.id].map { .earliest(formulas.add($0)) }
      case .highest(let numbers): numbers[item.id].map { .highest(formulas.add($0)) }
      }
    }

    mutating func ceiling(_ ceiling: Amount.Ceiling) -> Ceiling {
      switch ceiling {
      case .stated(let figure): .stated(self.figure(figure))
      case .worked(let sum): .worked(formulas.add(sum))
      }
    }

    mutating func basis(_ basis: Amount.Basis, mayReachNothing: Bool) -> Basis {
      switch basis {
      case .fixed(let figure): .fixed(self.figure(figure))
      case .paid(let input): .paid(input)
      case .share(let input, let rate): .share(of: input, figure(rate))
      case .tiers(let quantity, let tiers):
        .tiers(
          of: formulas.add(quantity),
          tiers.map { Tier(bound: $0.bound, isStrict: $0.isStrict, amount: figure($0.amount)) })
      case .steps(let quantity, let threshold, let size, let each):
        .steps(of: formulas.add(quantity), beyond: threshold, every: size, figure(each))
      case .worked(let sum): .worked(formulas.add(sum), mayReachNothing: mayReachNothing)
      }
    }
  }
}
