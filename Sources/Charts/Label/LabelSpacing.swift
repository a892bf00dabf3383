/// Pushes labels along one line apart until none overlap.
///
/// Labels that touch form a block that stands where the sum of its members' squared moves is least
/// (pool adjacent violators), so the result is the arrangement of least moves, in linear time after
/// sorting.
enum LabelSpacing {
  /// One label: where its middle should stand, and the room it takes.
  struct Item: Hashable, Sendable {
    /// The wanted middle.
    var center: Double
    /// The whole extent along the line.
    var extent: Double
  }

  /// The middles of labels in the order given, kept between bounds if their extents allow it; where
  /// they do not, the labels run over the upper bound.
  ///
  /// Labels stay in the order of their wanted middles; those with the same middle, in the order given.
  static func centers(
    of items: [Item], gap: Double = 0, between lower: Double = -.infinity,
    and upper: Double = .infinity
  ) -> [Double] {
    let order = items.indices.sorted {
      (finite(items[$0].center), $0) < (finite(items[$1].center), $1)
    }
    var blocks: [Block] = []
    for index in order {
      let item = items[index]
      blocks.append(Block(first: finite(item.center) - item.extent / 2, extent: item.extent))
      while blocks.count > 1, let last = blocks.last {
        let before = blocks[blocks.count - 2]
        guard before.start(lower, upper) + before.extent + gap > last.start(lower, upper) else {
          break
        }
        blocks.removeLast()
        blocks[blocks.count - 1] = before.joined(with: last, gap: gap)
      }
    }
    var result = items.map(\.center)
    var next = 0
    for block in blocks {
      var start = block.start(lower, upper)
      for index in order[next..<(next + block.count)] {
        result[index] = start + items[index].extent / 2
        start += items[index].extent + gap
      }
      next += block.count
    }
    return result
  }

  private static func finite(_ value: Double) -> Double { value.isFinite ? value : 0 }

  /// Labels that touch.
  private struct Block {
    /// The sum of the starts that each member would give the block.
    var starts: Double
    var count: Int
    var extent: Double

    init(first start: Double, extent: Double) {
      starts = start
      count = 1
      self.extent = extent
    }

    /// Where the block begins: the mean of its members' wishes, within the bounds.
    func start(_ lower: Double, _ upper: Double) -> Double {
      max(lower, min(upper - extent, starts / Double(count)))
    }

    /// This block with a later one behind it.
    func joined(with later: Block, gap: Double) -> Block {
      var result = self
      // A member of the later block wants the joined one to begin before it by this block's extent.
      result.starts += later.starts - Double(later.count) * (extent + gap)
      result.count += later.count
      result.extent += gap + later.extent
      return result
    }
  }
}
