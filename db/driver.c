#include <sqlite3.h>

#include "db/db.h"

const char *db_engine_version(void)
{
	return sqlite3_libversion();
}
