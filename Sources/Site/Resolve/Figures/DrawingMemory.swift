import Charts
import Documents
import Synchronization
import Tables

/// Drawings of earlier builds, so that a rebuild draws what has changed.
///
/// A drawing depends on its specification, its rows and its options alone; where these are the same, it is.
/// What one build has not asked for is forgotten after the next, so that the memory holds two builds at most.
/// Drawings that were warned about, and those that read files, are made anew each time.
package final class DrawingMemory: Sendable {
  /// What a drawing depends on.
  package struct Key: Hashable, Sendable {
    fileprivate var spec: String
    fileprivate var data: [String: DataTable]
    fileprivate var name: String
    fileprivate var mode: ChartOptions.Mode
    fileprivate var isLiteral: Bool
    fileprivate var showsTitle: Bool
    fileprivate var colours: [String: [String: String]]
    fileprivate var shortNames: [String: [String: String]]

    /// The key of a drawing on a page, whose theme follows from its width. Places do not count, as drawings that
    /// were warned about are not kept.
    init(_ spec: DocumentNode, _ data: [String: DataTable], _ options: ChartOptions) {
      self.spec = JSONWriter.text(spec)
      self.data = data
      name = options.name
      mode = options.mode
      isLiteral = options.colourMode == .literal
      showsTitle = options.showsTitle
      colours = options.colours
      shortNames = options.shortNames
    }
  }

  /// What pages need of a drawing.
  package struct Drawing: Sendable {
    var svg: String
    var title: String?
    var description: String
    var used: [RenderedChart.UsedData]
  }

  private struct Generations {
    var previous: [Key: Drawing] = [:]
    var current: [Key: Drawing] = [:]
  }
  private let generations = Mutex(Generations())

  /// An empty memory.
  package init() {}

  /// Begins a build.
  func begin() {
    generations.withLock { generations in
      generations.previous = generations.current
      generations.current = [:]
    }
  }

  /// The drawing of a key, where this build or the one before has made it.
  subscript(key: Key) -> Drawing? {
    generations.withLock { generations in
      if let drawing = generations.current[key] { return drawing }
      guard let drawing = generations.previous[key] else { return nil }
      generations.current[key] = drawing
      return drawing
    }
  }

  /// Keeps a drawing.
  func keep(_ drawing: Drawing, for key: Key) {
    generations.withLock { $0.current[key] = drawing }
  }
}
