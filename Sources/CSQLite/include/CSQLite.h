/// What Swift cannot call of SQLite by itself: variadic functions, macros, and an own VFS.
#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>

/// Switches one of the boolean `SQLITE_DBCONFIG_…` options of a connection; gives a result code.
int csqlite_db_config(sqlite3 *connection, int option, int on);

/// Makes a copy of the default VFS that has no clock the default one, for connections opened from
/// then on. Every way to ask for the present time then gives NULL, and is counted. Process-wide; to
/// be called once, before the first connection. Gives a result code.
int csqlite_install_clockless_vfs(void);

/// How often the calling thread has asked for the present time; sets the count back to zero.
int csqlite_take_clock_requests(void);

/// Makes conversions to and from the machine's time zone fail, since their result would depend on
/// the machine. Process-wide; gives a result code.
int csqlite_refuse_local_time(void);

/// Gives a text as the result of an SQL function; SQLite copies it.
void csqlite_result_text(sqlite3_context *context, const char *text, int length);

#endif
