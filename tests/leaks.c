/*
 * Where leaks count: in the process of a test, not in Criterion's own that
 * starts it. That one loses some bytes of its own now and then, and a
 * suppression by the library's name would hide every leak of the tests too.
 */
#include <stdlib.h>

int __lsan_is_turned_off(void);

/* Asked by LeakSanitizer. Criterion's sandbox tells the processes it makes by this variable. */
int __lsan_is_turned_off(void)
{
	return getenv("BXFI_MAP") == NULL;
}
