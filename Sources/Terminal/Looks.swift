internal import CNcurses
internal import CTerminal
internal import Cells

/// How the roles of `Style` look. Every role that must be told from its neighbours differs in more than colour.
struct Looks {
  /// Attributes of ncurses and the number of a pair of colours, 0 for the terminal's own.
  struct Look {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private let looks: [Look]

  /// Sets up the colours, if the terminal has them and they are wanted. ncurses must have started.
  ///
  /// With 256 colours they are such as can be read on white and on black; with eight they depend on the background.
  /// The user's own colours take the place of these, as far as the terminal has them.
  init(mono: Bool, isLight: Bool, colours: UserColours = UserColours()) {
    let coloured = !mono && has_colors() && start_color() == OK && use_default_colors() == OK
    if coloured {
      let isRich = terminal_colours() >= 256
      for colour in Colour.allCases {
        init_pair(colour.pair, isRich ? colour.rich : isLight ? colour.onLight : colour.onDark, -1)
      }
    }
    looks = Style.allCases.map { style in
      let (attributes, colour) = Self.design(style)
      if coloured, let own = colours.pairs[style], let pair = Self.pair(for: own, of: style) {
        // A background of its own tells the part as reverse does, and reverse would put it into the letters.
        let isOnItsOwn = own.background != nil
        return Look(attributes: isOnItsOwn ? attributes & ~terminal_reverse() : attributes, pair: pair)
      }
      return Look(attributes: attributes, pair: coloured ? colour?.pair ?? 0 : 0)
    }
  }

  /// Sets up a user's pair of colours; nil where the terminal has no such colour.
  private static func pair(for own: UserColours.Pair, of style: Style) -> Int16? {
    let number = Int16(Colour.allCases.count + 1) + Int16(style.rawValue)
    let most = terminal_colours()
    func colour(_ wanted: UInt8?) -> Int16? {
      guard let wanted else { return -1 }
      return Int32(wanted) < most ? Int16(wanted) : nil
    }
    guard let foreground = colour(own.foreground), let background = colour(own.background),
      init_pair(number, foreground, background) == OK
    else { return nil }
    return number
  }

  /// What a colour says, beside what stands there anyway.
  private enum Colour: Int16, CaseIterable {
    case bad = 1, good, attention, structure

    var pair: Int16 { rawValue }

    /// Of the cube of 256 colours: of middling lightness, with a contrast of three to one and more on white and on
    /// black (WCAG 2.1, 1.4.11).
    var rich: Int16 {
      switch self {
      case .bad: 160
      case .good: 28
      case .attention: 130
      case .structure: 31
      }
    }

    var onDark: Int16 {
      switch self {
      case .bad: terminal_red()
      case .good: terminal_green()
      case .attention: terminal_yellow()
      case .structure: terminal_cyan()
      }
    }

    /// Yellow and cyan can't be read on white.
    var onLight: Int16 {
      switch self {
      case .bad: terminal_red()
      case .good: terminal_green()
      case .attention: terminal_magenta()
      case .structure: terminal_blue()
      }
    }
  }

  func look(_ style: Style) -> Look {
    // Raw values count the cases from 0.
    let index = Int(style.rawValue)
    return looks.indices.contains(index) ? looks[index] : Look()
  }

  private static func design(_ style: Style) -> (attr_t, Colour?) {
    let (bold, dim) = (terminal_bold(), terminal_dim())
    let (reverse, underline) = (terminal_reverse(), terminal_underline())
    return switch style {
    case .normal, .keyBar, .label, .barEmpty: (0, nil)
    case .dim: (dim, nil)
    case .strong: (bold, nil)
    case .title: (reverse | bold, .structure)
    case .heading: (bold, .structure)
    case .keyName: (bold, nil)
    case .frame: (0, .structure)
    case .field: (underline, nil)
    case .fieldFocused: (bold | underline, .structure)
    case .fieldSelected: (reverse, nil)
    case .selected: (reverse, nil)
    case .selectedUnfocused: (bold | underline, nil)
    case .match: (bold | underline, .attention)
    case .good: (bold, .good)
    case .warning: (underline, .attention)
    case .bad, .fieldWrong: (bold | underline, .bad)
    case .barUsed: (bold, .structure)
    case .barWaiting: (bold, .attention)
    }
  }
}
