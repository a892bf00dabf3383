#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory of a thread's trees: handed out by counting up, taken back all at once.
///
/// The library asks for each node, text and delimiter by itself and gives each back by itself, which at
/// a thousand a page costs as much as parsing, and scatters what a site keeps of its pages between what
/// it does not. The library's callbacks carry no context, so the memory is the thread's: it is taken back
/// when the thread's last tree is gone.
struct TreeMemory {
  private var chunks: [UnsafeMutableRawPointer] = []
  /// How many of the chunks are in use.
  private var used = 0
  /// Pieces that fit into no chunk.
  private var large: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var left = 0
  private var holds = 0

  /// The size of a chunk in bytes.
  private static let chunkSize = 64 << 10
  /// How many chunks a thread keeps for its next tree: enough for a page of some thousand words.
  private static let keptChunks = 16
  /// What stands before each piece: its size, and room to keep the piece aligned.
  private static let header = 16

  /// Keeps the memory of the thread's trees; made before a tree and released after it, on one thread.
  final class Hold {
    private let memory: UnsafeMutablePointer<TreeMemory>

    init() {
      memory = TreeMemory.current
      memory.pointee.holds += 1
    }

    deinit {
      memory.pointee.holds -= 1
      if memory.pointee.holds == 0 { memory.pointee.takeBack(keeping: TreeMemory.keptChunks) }
    }
  }

  /// A piece of zeros.
  static func allocate(_ count: Int) -> UnsafeMutableRawPointer? {
    guard let piece = current.pointee.piece(count) else { return nil }
    memset(piece, 0, count)
    return piece
  }

  /// A larger piece that begins like an old one.
  static func reallocate(_ old: UnsafeMutableRawPointer?, _ count: Int) -> UnsafeMutableRawPointer?
  {
    guard let old else { return current.pointee.piece(count) }
    let size = (old - header).load(as: Int.self)
    if count <= size { return old }
    guard let piece = current.pointee.piece(count) else { return nil }
    memcpy(piece, old, size)
    return piece
  }

  private mutating func piece(_ count: Int) -> UnsafeMutableRawPointer? {
    guard count >= 0, count < Int.max - 64 else { return nil }
    let size = (count + 15) & ~15
    guard let start = room(size + Self.header) else { return nil }
    start.storeBytes(of: size, as: Int.self)
    return start + Self.header
  }

  private mutating func room(_ size: Int) -> UnsafeMutableRawPointer? {
    if size > Self.chunkSize / 4 {
      guard let memory = malloc(size) else { return nil }
      large.append(memory)
      return memory
    }
    if size > left {
      if used == chunks.count {
        guard let chunk = malloc(Self.chunkSize) else { return nil }
        chunks.append(chunk)
      }
      (next, left) = (chunks[used], Self.chunkSize)
      used += 1
    }
    defer {
      next = next.map { $0 + size }
      left -= size
    }
    return next
  }

  /// Takes everything back, and gives what is more than `kept` chunks to the system.
  private mutating func takeBack(keeping kept: Int) {
    for memory in large { free(memory) }
    large.removeAll()
    while chunks.count > kept, let chunk = chunks.popLast() { free(chunk) }
    (next, left, used) = (nil, 0, 0)
  }

  // MARK: The thread's own

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { memory in
      guard let memory = memory?.assumingMemoryBound(to: TreeMemory.self) else { return }
      memory.pointee.takeBack(keeping: 0)
      memory.deinitialize(count: 1)
      memory.deallocate()
    }
    return key
  }()

  private static var current: UnsafeMutablePointer<TreeMemory> {
    if let memory = pthread_getspecific(key) {
      return memory.assumingMemoryBound(to: TreeMemory.self)
    }
    let memory = UnsafeMutablePointer<TreeMemory>.allocate(capacity: 1)
    memory.initialize(to: TreeMemory())
    pthread_setspecific(key, memory)
    return memory
  }
}
