/// Texts made of pieces in an order that looks random and is the same every time.
struct RandomTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  mutating func text(of pieces: [String], length: Int) -> String {
    (0..<number(below: length + 1)).map { _ in pieces[number(below: pieces.count)] }.joined()
  }

  /// A text with some of its characters dropped, doubled or exchanged.
  mutating func mutation(of text: String, changes: Int) -> String {
    var characters = Array(text)
    for _ in 0..<changes where !characters.isEmpty {
      let place = number(below: characters.count)
      switch number(below: 3) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(characters[place], at: place)
      default: characters.swapAt(place, number(below: characters.count))
      }
    }
    return String(characters)
  }
}
