import CSQLite
import GRDB

/// Why an aggregate has no value.
struct AggregateFault: Error {
  var message: String
}

/// What one aggregate gathers over the rows of a group or a window.
protocol AggregateState: AnyObject {
  /// Takes a row; the first value is not NULL.
  func add(_ values: [DatabaseValue]) throws(AggregateFault)
  /// Gives back the earliest row still held: windows slide.
  func removeFirst(_ values: [DatabaseValue])
  /// The value over the rows held.
  func result() throws(AggregateFault) -> DatabaseValue
}

/// An aggregate of Ytterby's own, which SQLite may also use as a window function.
final class AggregateFunction {
  let name: String
  let argumentCount: Int32
  let makeState: () -> any AggregateState

  init(_ name: String, _ argumentCount: Int32, makeState: @escaping () -> any AggregateState) {
    self.name = name
    self.argumentCount = argumentCount
    self.makeState = makeState
  }

  /// Makes the aggregate known to a connection, which keeps it until it closes.
  func register(in connection: OpaquePointer) throws {
    let code = sqlite3_create_window_function(
      connection, name, argumentCount, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
      Unmanaged.passRetained(self).toOpaque(),
      { context, count, values in
        AggregateFunction.update(context) { state in
          let values = arguments(count, values)
          if values.first?.isNull == false { try state.add(values) }
        }
      },
      { context in
        AggregateFunction.give(context)
        AggregateFunction.release(context)
      },
      { context in AggregateFunction.give(context) },
      { context, count, values in
        AggregateFunction.update(context) { state in
          let values = arguments(count, values)
          if values.first?.isNull == false { state.removeFirst(values) }
        }
      },
      { pointer in pointer.map { Unmanaged<AggregateFunction>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  // MARK: SQLite's side

  /// Where SQLite keeps the pointer to the state of one group: memory that begins as zeros.
  private static func slot(_ context: OpaquePointer?, make: Bool)
    -> UnsafeMutablePointer<UnsafeMutableRawPointer?>?
  {
    let size = make ? Int32(MemoryLayout<UnsafeMutableRawPointer?>.size) : 0
    return sqlite3_aggregate_context(context, size)?
      .assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  }

  private static func function(_ context: OpaquePointer?) -> AggregateFunction? {
    sqlite3_user_data(context).map {
      Unmanaged<AggregateFunction>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private static func box(_ context: OpaquePointer?, make: Bool) -> StateBox? {
    guard let slot = slot(context, make: make) else { return nil }
    if let pointer = slot.pointee {
      return Unmanaged<StateBox>.fromOpaque(pointer).takeUnretainedValue()
    }
    guard make, let function = function(context) else { return nil }
    let box = StateBox(function.makeState())
    slot.pointee = Unmanaged.passRetained(box).toOpaque()
    return box
  }

  private static func update(
    _ context: OpaquePointer?, _ body: (any AggregateState) throws -> Void
  ) {
    guard let box = box(context, make: true) else {
      return sqlite3_result_error_nomem(context)
    }
    do { try body(box.state) } catch { fail(context, error) }
  }

  /// Gives the value to SQLite; over no rows, that of a fresh state.
  private static func give(_ context: OpaquePointer?) {
    guard let state = box(context, make: false)?.state ?? function(context)?.makeState() else {
      return sqlite3_result_null(context)
    }
    do {
      switch try state.result().storage {
      case .double(let value): sqlite3_result_double(context, value)
      case .int64(let value): sqlite3_result_int64(context, value)
      case .string(let value):
        var value = value
        value.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            csqlite_result_text(context, $0.baseAddress, Int32($0.count))
          }
        }
      case .null, .blob: sqlite3_result_null(context)
      }
    } catch {
      fail(context, error)
    }
  }

  private static func release(_ context: OpaquePointer?) {
    guard let slot = slot(context, make: false), let pointer = slot.pointee else { return }
    slot.pointee = nil
    Unmanaged<StateBox>.fromOpaque(pointer).release()
  }

  private static func fail(_ context: OpaquePointer?, _ error: any Error) {
    let message = (error as? AggregateFault)?.message ?? "\(error)"
    sqlite3_result_error(context, message, -1)
  }
}

/// A class around the state, for a pointer to it.
private final class StateBox {
  let state: any AggregateState
  init(_ state: any AggregateState) { self.state = state }
}

private func arguments(
  _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
) -> [DatabaseValue] {
  (0..<Int(count)).map { values?[$0].map(databaseValue) ?? .null }
}

/// A value of SQLite's; of bytes only that they are some.
private func databaseValue(_ value: OpaquePointer) -> DatabaseValue {
  switch sqlite3_value_type(value) {
  case SQLITE_INTEGER: sqlite3_value_int64(value).databaseValue
  case SQLITE_FLOAT: sqlite3_value_double(value).databaseValue
  case SQLITE_NULL: .null
  default: sqlite3_value_text(value).map { String(cString: $0).databaseValue } ?? .null
  }
}
