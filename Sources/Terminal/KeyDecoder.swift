internal import Cells

/// Turns the bytes that a terminal sends into events. Pure: bytes go in, events come out.
///
/// The bytes are read here and not by ncurses, whose `wget_wch` cannot tell a bad byte from the end of input, knows
/// only the keys of the terminal that `TERM` names (which is often not the one in use), and gives typed text
/// character by character. All forms that PuTTY, xterm, the Linux console, tmux and rxvt send are known at once.
/// Sequences that mean nothing here are swallowed whole.
struct KeyDecoder {
  private enum State {
    case ground
    /// After Esc, which makes the next byte Alt or opens a sequence; with `alt` a second Esc went before.
    case escape(alt: Bool)
    /// After `Esc [`.
    case control(alt: Bool)
    /// After `Esc O`.
    case single(alt: Bool)
    /// Within an operating system command or another string, which nothing here asks for.
    case string(opener: UInt8)
    /// Within such a string, after an Esc that may belong to its terminator.
    case stringEscape(opener: UInt8)
    /// Within a character of several bytes.
    case character(length: Int, alt: Bool)
    case paste
    /// Within the bytes after an old mouse report.
    case swallow(Int)
  }

  /// How long a lone Esc waits for the byte that would make it something else, in milliseconds.
  let escapeDelay: Int
  private var state = State.ground
  /// The bytes of what the state is within.
  private var buffer: [UInt8] = []
  private var events: [Event] = []

  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// No sequence that means anything is as long; of longer ones no more is kept.
  private static let longestSequence = 64

  init(escapeDelay: Int = 25) {
    self.escapeDelay = escapeDelay
  }

  /// How long to wait for more bytes before `timeOut()`, in milliseconds; nil if nothing is begun.
  ///
  /// Nobody types the beginning of a sequence within the delay of Esc, so a sequence torn apart by a slow line
  /// gets more time than the lone Esc.
  var patience: Int? {
    switch state {
    case .ground: nil
    case .escape: escapeDelay
    case .control, .single, .swallow: max(250, escapeDelay)
    case .string, .stringEscape, .character: max(1000, escapeDelay)
    case .paste: max(2000, escapeDelay)
    }
  }

  /// Takes bytes in the order in which they came and returns the events that they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Event] {
    for byte in bytes { take(byte) }
    return takeEvents()
  }

  /// Tells that no byte came for as long as `patience` says, and returns what the bytes so far mean by themselves.
  mutating func timeOut() -> [Event] {
    switch state {
    case .escape(let alt):
      if alt { events.append(.key(.escape)) }
      events.append(.key(.escape))
    case .control(let alt) where buffer.isEmpty: addAlt("[", twice: alt)
    case .single(let alt) where buffer.isEmpty: addAlt("O", twice: alt)
    case .string(let opener) where buffer.isEmpty: addAlt(Character(Unicode.Scalar(opener)), twice: false)
    case .paste: endPaste()
    case .ground, .control, .single, .string, .stringEscape, .character, .swallow: break
    }
    toGround()
    return takeEvents()
  }

  private mutating func takeEvents() -> [Event] {
    defer { events.removeAll() }
    return events
  }

  private mutating func toGround() { begin(.ground) }

  private mutating func begin(_ next: State) {
    state = next
    // The room of a long paste is given back, that of a key is needed for the next one.
    buffer.removeAll(keepingCapacity: buffer.count <= Self.longestSequence)
  }

  // MARK: - Byte by byte

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte, alt: false)
    case .escape(let alt): takeAfterEscape(byte, alt: alt)
    case .control(let alt): takeControl(byte, alt: alt)
    case .single(let alt): takeSingle(byte, alt: alt)
    case .string(let opener): takeString(byte, opener: opener)
    case .stringEscape(let opener): takeStringEscape(byte, opener: opener)
    case .character(let length, let alt): takeCharacter(byte, length: length, alt: alt)
    case .paste: takePaste(byte)
    case .swallow(let count): count > 1 ? begin(.swallow(count - 1)) : toGround()
    }
  }

  private mutating func takeGround(_ byte: UInt8, alt: Bool) {
    toGround()
    switch byte {
    case 0x1B: state = .escape(alt: alt)
    case 0..<0x20, 0x7F: add(KeyCodes.key(ofControl: byte), alt: alt)
    case 0x20..<0x7F:
      let character = Character(Unicode.Scalar(byte))
      alt ? events.append(.key(.alt(character))) : addText(String(character))
    case 0xC2...0xDF: beginCharacter(byte, length: 2, alt: alt)
    case 0xE0...0xEF: beginCharacter(byte, length: 3, alt: alt)
    case 0xF0...0xF4: beginCharacter(byte, length: 4, alt: alt)
    default: break
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, alt: Bool) {
    switch byte {
    case 0x1B:
      if alt { events.append(.key(.escape)) }
      begin(.escape(alt: true))
    case UInt8(ascii: "["): begin(.control(alt: alt))
    case UInt8(ascii: "O"): begin(.single(alt: alt))
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      begin(.string(opener: byte))
    default:
      if alt { events.append(.key(.escape)) }
      takeGround(byte, alt: true)
    }
  }

  private mutating func takeControl(_ byte: UInt8, alt: Bool) {
    // The Linux console sends `Esc [ [ A` to `Esc [ [ E`.
    if buffer == [UInt8(ascii: "[")], (0x40...0x7E).contains(byte) {
      add(KeyCodes.key(ofLinuxConsole: byte), alt: alt)
      toGround()
      return
    }
    switch byte {
    case 0x20...0x3F: keep(byte)
    case UInt8(ascii: "[") where buffer.isEmpty: keep(byte)
    case 0x40...0x7E: endControl(final: byte, alt: alt)
    default: takeGround(byte, alt: false)
    }
  }

  private mutating func takeSingle(_ byte: UInt8, alt: Bool) {
    switch byte {
    case 0x30...0x39: keep(byte)
    case 0x20...0x7E:
      let modifiers = KeyCodes.modifiers(buffer.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 1000 })
      if let character = KeyCodes.keypadCharacter(byte) {
        addText(character)
      } else {
        add(KeyCodes.key(ofSingle: byte)?.with(modifiers), alt: alt)
      }
      toGround()
    default: takeGround(byte, alt: false)
    }
  }

  private mutating func takeString(_ byte: UInt8, opener: UInt8) {
    switch byte {
    case 0x1B: state = .stringEscape(opener: opener)
    case 0x07, 0x18, 0x1A: toGround()
    default: if buffer.isEmpty { buffer.append(byte) }
    }
  }

  private mutating func takeStringEscape(_ byte: UInt8, opener: UInt8) {
    if byte == UInt8(ascii: "\\") { toGround() } else { takeAfterEscape(byte, alt: false) }
  }

  private mutating func keep(_ byte: UInt8) {
    if buffer.count < Self.longestSequence { buffer.append(byte) }
  }

  // MARK: - Whole sequences

  private mutating func endControl(final: UInt8, alt: Bool) {
    let isTooLong = buffer.count == Self.longestSequence
    let sequence = ControlSequence(body: buffer, final: final)
    toGround()
    if isTooLong { return }
    switch sequence.meaning {
    case .key(let key): add(key, alt: alt)
    case .mouse(let mouse): events.append(.mouse(mouse))
    case .pasteBegins: begin(.paste)
    case .oldMouseReport: begin(.swallow(3))
    case .nothing: break
    }
  }

  private mutating func beginCharacter(_ byte: UInt8, length: Int, alt: Bool) {
    begin(.character(length: length, alt: alt))
    buffer.append(byte)
  }

  private mutating func takeCharacter(_ byte: UInt8, length: Int, alt: Bool) {
    guard (0x80...0xBF).contains(byte) else {
      takeGround(byte, alt: false)
      return
    }
    buffer.append(byte)
    guard buffer.count == length else { return }
    let text = Self.cleaned(buffer)
    toGround()
    guard let character = text.first else { return }
    alt ? events.append(.key(.alt(character))) : addText(text)
  }

  private mutating func takePaste(_ byte: UInt8) {
    buffer.append(byte)
    guard byte == UInt8(ascii: "~"), buffer.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] else { return }
    buffer.removeLast(Self.pasteEnd.count)
    endPaste()
    toGround()
  }

  private mutating func endPaste() {
    let text = Self.cleaned(PastedKeys.plain(buffer))
    if !text.isEmpty { events.append(.paste(text)) }
  }

  /// The valid characters of `bytes`, lines parted by line feeds, without controls other than tabs.
  private static func cleaned(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { last = scalar }
      switch scalar.value {
      // What cannot be decoded arrives as U+FFFD, and one that was really sent says no more than that.
      case 0xFFFD: break
      case 0x0D: result.append("\n")
      case 0x0A: if last != "\r" { result.append("\n") }
      case 0x09: result.append(scalar)
      case 0..<0x20, 0x7F...0x9F: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  // MARK: - Adding events

  private mutating func add(_ key: Key?, alt: Bool) {
    guard let key else { return }
    events.append(.key(alt ? key.with(.alt) : key))
  }

  private mutating func addAlt(_ character: Character, twice: Bool) {
    if twice { events.append(.key(.escape)) }
    events.append(.key(.alt(character)))
  }

  private mutating func addText(_ text: String) {
    if case .text(let before)? = events.last {
      events[events.count - 1] = .text(before + text)
    } else {
      events.append(.text(text))
    }
  }
}
