internal import CNcurses
internal import CTerminal
internal import Cells

/// How the roles of `Style` look. Every role that must be told from its neighbours differs in more than colour.
struct Palette {
  /// Attributes of ncurses and the number of a pair of colours, 0 for the terminal's own.
  struct Look {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private let looks: [Look]

  /// Sets up the colours, if the terminal has them and they are wanted. ncurses must have started.
  init(mono: Bool) {
    let coloured = !mono && has_colors() && start_color() == OK && use_default_colors() == OK
    if coloured {
      for (number, colour) in Self.colours.enumerated() { init_pair(Int16(number + 1), colour, -1) }
    }
    looks = Style.allCases.map { style in
      let (attributes, colour) = Self.design(style)
      let number = coloured ? Self.colours.firstIndex { $0 == colour } : nil
      return Look(attributes: attributes, pair: number.map { Int16($0 + 1) } ?? 0)
    }
  }

  func look(_ style: Style) -> Look {
    // Raw values count the cases from 0.
    let index = Int(style.rawValue)
    return looks.indices.contains(index) ? looks[index] : Look()
  }

  private static let colours = [terminal_red(), terminal_green(), terminal_yellow(), terminal_cyan()]

  private static func design(_ style: Style) -> (attr_t, Int16?) {
    let (bold, dim) = (terminal_bold(), terminal_dim())
    let (reverse, underline) = (terminal_reverse(), terminal_underline())
    return switch style {
    case .normal, .keyBar, .label, .barEmpty: (0, nil)
    case .dim: (dim, nil)
    case .strong: (bold, nil)
    case .title: (reverse | bold, nil)
    case .heading: (bold, terminal_cyan())
    case .keyName: (reverse, nil)
    case .frame: (0, terminal_cyan())
    case .field: (underline, nil)
    case .fieldFocused: (reverse, nil)
    case .selected: (reverse, nil)
    case .selectedUnfocused: (bold | underline, nil)
    case .match: (bold | underline, terminal_yellow())
    case .good: (bold, terminal_green())
    case .warning: (underline, terminal_yellow())
    case .bad: (bold | underline, terminal_red())
    case .barUsed: (reverse, nil)
    case .barWaiting: (bold, terminal_yellow())
    }
  }
}
