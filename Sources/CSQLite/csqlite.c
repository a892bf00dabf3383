#include "CSQLite.h"

static _Thread_local int clock_requests = 0;

static sqlite3_vfs clockless;

static int no_current_time(sqlite3_vfs *vfs, double *day) {
  (void)vfs;
  (void)day;
  clock_requests += 1;
  return SQLITE_ERROR;
}

static int no_current_time_64(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds) {
  (void)vfs;
  (void)milliseconds;
  clock_requests += 1;
  return SQLITE_ERROR;
}

int csqlite_db_config(sqlite3 *connection, int option, int on) {
  return sqlite3_db_config(connection, option, on, (int *)0);
}

int csqlite_install_clockless_vfs(void) {
  int code = sqlite3_initialize();
  if (code != SQLITE_OK) return code;
  sqlite3_vfs *standard = sqlite3_vfs_find((const char *)0);
  if (standard == 0) return SQLITE_ERROR;
  if (standard == &clockless) return SQLITE_OK;
  clockless = *standard;
  clockless.pNext = 0;
  clockless.zName = "clockless";
  clockless.xCurrentTime = no_current_time;
  if (clockless.iVersion >= 2) clockless.xCurrentTimeInt64 = no_current_time_64;
  return sqlite3_vfs_register(&clockless, 1);
}

int csqlite_take_clock_requests(void) {
  int count = clock_requests;
  clock_requests = 0;
  return count;
}

int csqlite_refuse_local_time(void) {
  return sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1);
}

void csqlite_result_text(sqlite3_context *context, const char *text, int length) {
  sqlite3_result_text(context, text, length, SQLITE_TRANSIENT);
}
