/// The pages of a site divided into documents for paper: each as many as a browser lays out and a printer
/// prints without trouble, in reading order.
struct PrintVolumes: Sendable {
  /// Up to how many pages a site is made ready for paper.
  static let pageLimit = 300

  /// How many elements a volume may have. A document should stay below 3,000; the difference is for its
  /// frame and notes.
  static let elementLimit = 2_700

  /// The pages of each volume.
  let pages: [[Int]]

  /// The volumes of a site; none where it is too small or too large, or is kept for good and so not kept
  /// twice.
  init(_ site: ResolvedSite) {
    guard Self.areMade(for: site) else {
      pages = []
      return
    }
    let addresses = PageAddresses(of: Self.output(0), site)
    let sequence = site.context.outline.sequence
    pages = Self.divided(
      sequence.map { number in
        let page = site.pages[number]
        let paper = PaperHTML(page, addresses).html(addresses.html(page.body))
        return (number, HTMLText.elementCount(of: paper))
      })
  }

  /// Whether a site is made ready for paper.
  static func areMade(for site: ResolvedSite) -> Bool {
    !site.configuration.isFrozen
      && (2...pageLimit).contains(site.context.outline.sequence.count)
  }

  /// The output of a volume, counted from zero; the first has the address that pages lead to.
  static func output(_ volume: Int) -> String {
    volume == 0 ? "print.html" : "print-\(volume + 1).html"
  }

  /// Whether an output is, or may be, a volume.
  static func isOutput(_ output: String) -> Bool {
    guard output.hasPrefix("print"), output.hasSuffix(".html") else { return false }
    let number = output.dropFirst(5).dropLast(5)
    return number.isEmpty || number.first == "-" && Int(number.dropFirst()).map { $0 > 1 } == true
  }

  /// The outputs of all volumes.
  var outputs: [String] { pages.indices.map(Self.output) }

  /// Pages with their sizes, one after the other, into volumes that hold as many as fit; a page that is too
  /// large by itself has a volume to itself.
  static func divided(_ pages: [(page: Int, size: Int)], limit: Int = elementLimit) -> [[Int]] {
    var volumes: [[Int]] = []
    var volume: [Int] = []
    var size = 0
    for page in pages {
      if !volume.isEmpty, size + page.size > limit {
        volumes.append(volume)
        volume = []
        size = 0
      }
      volume.append(page.page)
      size += page.size
    }
    return volume.isEmpty ? volumes : volumes + [volume]
  }
}
