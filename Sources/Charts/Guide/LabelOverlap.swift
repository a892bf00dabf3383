/// Hides labels that run into each other.
enum LabelOverlap: String, Hashable, Sendable, CaseIterable {
  /// Every second label goes, again and again until the rest fits.
  case parity
  /// Going along, each label goes that runs into the last one that stayed.
  case greedy

  /// Which of some labels stay, by their extents in the order along the guide.
  ///
  /// Labels without extent are left alone. At least two stay, the last of all among them.
  func visible(_ boxes: [Bounds], separation: Double = 0) -> [Bool] {
    var isVisible = [Bool](repeating: true, count: boxes.count)
    let candidates = boxes.indices.filter { boxes[$0].width > 1 && boxes[$0].height > 1 }
    var staying = candidates
    while staying.count >= 3, Self.collide(staying, boxes, separation) {
      let next = reduce(staying, boxes, separation)
      // Every pass takes at least one away; if none could go, no pass ever will.
      guard next.count < staying.count else { break }
      for index in Set(staying).subtracting(next) { isVisible[index] = false }
      staying = next
    }
    if staying.count < 3, let last = candidates.last, !isVisible[last] {
      if staying.count > 1, let dropped = staying.last { isVisible[dropped] = false }
      isVisible[last] = true
    }
    return isVisible
  }

  private func reduce(_ indices: [Int], _ boxes: [Bounds], _ separation: Double) -> [Int] {
    switch self {
    case .parity:
      return indices.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    case .greedy:
      var kept: [Int] = []
      for index in indices {
        if let last = kept.last, boxes[last].intersects(boxes[index], separation: separation) {
          continue
        }
        kept.append(index)
      }
      return kept
    }
  }

  private static func collide(_ indices: [Int], _ boxes: [Bounds], _ separation: Double) -> Bool {
    zip(indices, indices.dropFirst()).contains {
      boxes[$0].intersects(boxes[$1], separation: separation)
    }
  }
}
