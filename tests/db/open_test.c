#include <criterion/criterion.h>

#include "db/driver.h"
#include "db/schema.h"

Test(schema, is_made_from_nothing)
{
	struct driver *driver;
	struct error err = ERROR_INIT;
	int version = -1;

	cr_assert_eq(driver_open(":memory:", &driver, &err), OK);
	cr_assert_eq(schema_check(driver, &schema_newest, true, &version, &err), OK, "%s", error_text(&err));
	cr_assert_eq(version, 0);
	cr_assert_eq(driver_settle(driver, &err), OK, "%s", error_text(&err));
	cr_assert_eq(schema_migrate(driver, &schema_newest, version, &err), OK, "%s", error_text(&err));
	cr_assert_eq(schema_check(driver, &schema_newest, false, &version, &err), OK, "%s", error_text(&err));
	cr_assert_eq(version, schema_newest.count);
	driver_close(driver);
}
