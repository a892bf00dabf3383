import CSQLite
import GRDB

/// A database as bytes, which all sessions read at the same place and none may change.
///
/// Unchecked: the bytes are written once, before any session opens, and freed after the last.
final class SerializedImage: @unchecked Sendable {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let count: Int64

  /// The whole of a connection's main database.
  init(of connection: OpaquePointer) throws {
    var count: Int64 = 0
    guard let bytes = sqlite3_serialize(connection, "main", &count, 0) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM, message: "the tables do not fit into memory")
    }
    self.bytes = bytes
    self.count = count
  }

  deinit { sqlite3_free(bytes) }

  /// Makes the image a connection's main database, for reading only. It must outlive the connection.
  func open(in connection: OpaquePointer) throws {
    let code = sqlite3_deserialize(
      connection, "main", bytes, count, count, UInt32(SQLITE_DESERIALIZE_READONLY))
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
