import CaseModel

// A filing's story as bytes: what was done with it, who handled what.

extension HistoryEntry: Packed {
  init(from reader: inout PackedReader) {
    let (deed, stamp): (Deed, Stamp) = (reader.next(), reader.next())
    let (sequence, undone, day) = (reader.integer(), reader.integer(), reader.integer())
    self.init(
      deed: deed, by: stamp.by, at: stamp.at,
      day: day == 0 ? nil : CivilDate(dayNumber: day - 1) ?? reader.failing(.first), sequence: sequence,
      undoes: undone == 0 ? nil : undone)
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(deed, Stamp(by: by, at: at), sequence, undoes ?? 0, day.map { $0.dayNumber + 1 } ?? 0)
  }
}

extension Mark: Packed {
  init(from reader: inout PackedReader) {
    let kind: Kind =
      switch reader.number() {
      case 0: .accepted
      case 1: .input(reader.name())
      case 2: .paper(reader.name())
      case 3: .facts
      case 4: .amount
      case 5: .handedUp
      default: reader.failing(.accepted)
      }
    let stamp: Stamp = reader.next()
    self.init(kind, by: stamp.by, at: stamp.at)
  }

  func pack(into writer: inout PackedWriter) {
    switch kind {
    case .accepted: writer.put(0)
    case .input(let input): writer.put(1, Name(input))
    case .paper(let paper): writer.put(2, Name(paper))
    case .facts: writer.put(3)
    case .amount: writer.put(4)
    case .handedUp: writer.put(5)
    }
    writer.put(Stamp(by: by, at: at))
  }
}

extension Deed: Packed {
  init(from reader: inout PackedReader) {
    self =
      switch reader.number() {
      case 0: .received
      case 1: .takenOver(reader.value(.received), decided: reader.next(), reclaimed: reader.next())
      case 2: .changed(reader.list { $0.name() })
      case 3: .stepped(reader.next())
      case 4: .papersTicked(reader.next())
      case 5: .factsChanged(reader.next())
      default: reader.failing(.received)
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .received: writer.put(0)
    case .takenOver(let standing, let decided, let reclaimed):
      writer.put(1, Name(standing.rawValue), decided, reclaimed)
    case .changed(let names): writer.put(2, names.map(Name.init))
    case .stepped(let step): writer.put(3, step)
    case .papersTicked(let ticks): writer.put(4, ticks)
    case .factsChanged(let facts): writer.put(5, facts)
    }
  }
}

// MARK: - Papers and notices

extension PaperTick: Packed {
  init(from reader: inout PackedReader) {
    let (paper, copies): (Name, Signed) = (reader.next(), reader.next())
    let (hasOriginal, pages): (Bool, Signed) = (reader.next(), reader.next())
    let verdict: Verdict =
      switch reader.number() {
      case 0: .inOrder
      case 1: .missing
      case 2: .failing(reader.text())
      default: reader.failing(.missing)
      }
    self.init(
      paper: paper.text, copies: copies.value, hasOriginal: hasOriginal, pages: pages.value, verdict: verdict)
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(Name(paper), Signed(copies), hasOriginal, Signed(pages))
    switch verdict {
    case .inOrder: writer.put(0)
    case .missing: writer.put(1)
    case .failing(let why): writer.put(2, why)
    }
  }
}

extension CorrectionPoint: Packed {
  init(from reader: inout PackedReader) {
    self =
      switch reader.number() {
      case 0: .missingInput(reader.name())
      case 1: .invalidInput(reader.name())
      case 2: .paper(reader.name(), reader.next())
      case 3: .remark(reader.text())
      default: reader.failing(.remark(""))
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .missingInput(let input): writer.put(0, Name(input))
    case .invalidInput(let input): writer.put(1, Name(input))
    case .paper(let paper, let fault): writer.put(2, Name(paper), fault)
    case .remark(let remark): writer.put(3, remark)
    }
  }
}

extension PaperFault: Packed {
  init(from reader: inout PackedReader) {
    self =
      switch reader.number() {
      case 0: .missing
      case 1: .copies(have: Int(reader.signed()), need: Int(reader.signed()))
      case 2: .original
      case 3: .failing(reader.text())
      default: reader.failing(.missing)
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .missing: writer.put(0)
    case .copies(let have, let need): writer.put(1, Signed(have), Signed(need))
    case .original: writer.put(2)
    case .failing(let why): writer.put(3, why)
    }
  }
}

// MARK: - Steps

extension StepTaken: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      reader.value(.undo), day: reader.next(), note: reader.next(), grounds: reader.list { $0.name() },
      paper: reader.next(), isAlone: reader.next(), detail: reader.next(), due: reader.next())
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(step, day, note, grounds.map(Name.init), paper, isAlone, detail, due)
  }
}

extension StepTaken.Detail: Packed {
  init(from reader: inout PackedReader) {
    self =
      switch reader.number() {
      case 0: .none
      case 1: .figures(reader.next())
      case 2: .notice(CorrectionNotice(due: reader.next(), points: reader.next(), late: reader.next()))
      case 3: .approval(Approval(amount: reader.next(), overtakes: reader.next(), doubts: reader.next()))
      case 4: .payment(reader.next())
      case 5: .bounced(reader.next(), due: reader.next())
      case 6: .recovery(Recovery(amount: reader.next(), setOffAgainst: reader.next()))
      case 7: .whole(reader.next())
      case 8: .undone(reader.value(.undo))
      case 9: .batched(BatchEntry(batch: reader.next(), payment: reader.next()))
      case 10: .service(Service(of: reader.value(.undo), number: reader.next(), way: reader.value(.direct)))
      default: reader.failing(.none)
      }
  }

  func pack(into writer: inout PackedWriter) {
    switch self {
    case .none: writer.put(0)
    case .figures(let figures): writer.put(1, figures)
    case .notice(let notice): writer.put(2, notice.due, notice.points, notice.late)
    case .approval(let approval): writer.put(3, approval.amount, approval.overtakes, approval.doubts)
    case .payment(let payment): writer.put(4, payment)
    case .bounced(let amount, let due): writer.put(5, amount, due)
    case .recovery(let recovery): writer.put(6, recovery.amount, recovery.setOffAgainst)
    case .whole(let amount): writer.put(7, amount)
    case .undone(let step): writer.put(8, step)
    case .batched(let entry): writer.put(9, entry.batch, entry.payment)
    case .service(let service): writer.put(10, service.of, service.number, service.way)
    }
  }
}

extension Payment: Packed {
  init(from reader: inout PackedReader) {
    self.init(
      amount: reader.next(), payee: .init(name: reader.next(), bank: reader.next(), account: reader.next()),
      setOff: reader.optional { .init(filing: $0.next(), amount: $0.next()) })
  }

  func pack(into writer: inout PackedWriter) {
    writer.put(amount, payee.name, payee.bank, payee.account)
    writer.optional(setOff) { $0.put($1.filing, $1.amount) }
  }
}
