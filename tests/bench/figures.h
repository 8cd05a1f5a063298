/*
 * figures.h: what is measured, and how much each may be.
 *
 * The one table of limits. Counts (bytes, writes, system calls, fsyncs) do not
 * depend on the machine: one over its limit fails the run. Times and memory
 * are marked only. Speeds are the other way round: more is better. A limit is a number, a multiple of what stands beside the
 * figure (the floor of the same run), or both: then the smaller holds.
 *
 * Why these numbers. A slow line of 64 kbit/s carries 8,000 bytes a second and
 * a packet costs 88 more: a first screen of 3,000 bytes takes 0.4 s, a held
 * arrow key (30 a second) has 179 bytes a row, below 60 nothing is won. A
 * write() may become a packet of its own. 100 clerks share one small server:
 * 0.4 ms of CPU a key is a fifth of one core, 4 MiB each are 400 MiB.
 */
#ifndef TESTS_BENCH_FIGURES_H
#define TESTS_BENCH_FIGURES_H

#include <stdbool.h>

/* X(identifier, gate, least, most, times what stands beside, unit, name); NONE: no limit of that sort. */
#define FIGURES(X)                                                                                          \
	X(OPEN_MS, TIME, NONE, 10, 2, "ms", "exec -> first screen, 100,000 tasks")                           \
	X(OPEN_MILLION_MS, TIME, NONE, NONE, 1.2, "ms", "the same with 1,000,000, beside 100,000")           \
	X(OPEN_BYTES, COUNT, NONE, 3000, NONE, "B", "first screen")                                         \
	X(OPEN_QUERIES, COUNT, NONE, 0, NONE, "", "questions to the terminal at the start")                  \
	X(OPEN_WIDE_BYTES, COUNT, NONE, NONE, 1.25, "B", "first screen, 160x50")                             \
	X(DOWN_MS, TIME, NONE, NONE, 2, "ms", "cursor down, p50")                                           \
	X(DOWN_P99_MS, TIME, NONE, 5, 3, "ms", "cursor down, p99")                                          \
	X(DOWN_CPU, TIME, NONE, 400, NONE, "us", "cursor down, CPU p50")                                    \
	X(DOWN_BYTES, COUNT, NONE, 60, NONE, "B", "cursor down, p50")                                       \
	X(DOWN_WRITES, COUNT, NONE, NONE, 1, "", "cursor down, write()s to the terminal")                    \
	X(DOWN_CALLS, COUNT, NONE, 30, NONE, "", "cursor down, system calls")                               \
	X(SCROLL_MS, TIME, NONE, NONE, 2, "ms", "down with scroll, p50")                                    \
	X(SCROLL_P99_MS, TIME, NONE, 5, 3, "ms", "down with scroll, p99")                                   \
	X(SCROLL_CPU, TIME, NONE, 400, NONE, "us", "down with scroll, CPU p50")                             \
	X(SCROLL_BYTES, COUNT, NONE, 179, NONE, "B", "down with scroll, p50")                               \
	X(SCROLL_WRITES, COUNT, NONE, NONE, 1, "", "down with scroll, write()s to the terminal")             \
	X(SCROLL_CALLS, COUNT, NONE, 60, NONE, "", "down with scroll, system calls")                        \
	X(PAGE_MS, TIME, NONE, NONE, 2, "ms", "page down, p50")                                             \
	X(PAGE_P99_MS, TIME, NONE, 5, 3, "ms", "page down, p99")                                            \
	X(PAGE_CPU, TIME, NONE, 400, NONE, "us", "page down, CPU p50")                                      \
	X(PAGE_BYTES, COUNT, NONE, NONE, 1.1, "B", "page down, p50")                                        \
	X(PAGE_WRITES, COUNT, NONE, NONE, 1, "", "page down, write()s to the terminal")                      \
	X(PAGE_CALLS, COUNT, NONE, 60, NONE, "", "page down, system calls")                                 \
	X(SCROLL_WIDE_BYTES, COUNT, NONE, 260, NONE, "B", "down with scroll, 160x50, p50")                   \
	X(MILLION_SCROLL_MS, TIME, NONE, NONE, 1.2, "ms", "down with scroll, 1,000,000 beside 100,000, p50") \
	X(DETAIL_MS, TIME, NONE, NONE, NONE, "ms", "last key -> the detail has followed")                   \
	X(DETAIL_BYTES, COUNT, NONE, NONE, NONE, "B", "the detail when it follows")                         \
	X(IDLE_BYTES, COUNT, NONE, 0, NONE, "B", "idle 5 s")                                                \
	X(IDLE_WAKEUPS, COUNT, NONE, 3, NONE, "", "idle 5 s, wake-ups")                                     \
	X(IDLE_CPU, TIME, NONE, 1, NONE, "ms", "idle 5 s, CPU")                                             \
	X(RSS_THOUSAND, TIME, NONE, 8192, NONE, "KiB", "resident, 1,000 tasks")                             \
	X(PSS_THOUSAND, TIME, NONE, 4096, NONE, "KiB", "of its own share, 1,000 tasks")                     \
	X(RSS, TIME, NONE, 8192, NONE, "KiB", "resident, 100,000 tasks")                                    \
	X(PSS, TIME, NONE, 4096, NONE, "KiB", "of its own share, 100,000 tasks")                            \
	X(RSS_MILLION, TIME, NONE, 8192, 1.1, "KiB", "resident, 1,000,000 tasks, beside 1,000")             \
	X(PSS_MILLION, TIME, NONE, 4096, 1.1, "KiB", "of its own share, 1,000,000 tasks, beside 1,000")     \
	X(SEARCH_MS, TIME, NONE, 5, NONE, "ms", "search, a letter, 100,000 tasks, the slowest")             \
	X(SEARCH_MILLION_MS, TIME, NONE, 10, NONE, "ms", "search, a letter, 1,000,000 tasks, the slowest")  \
	X(MARK_MS, TIME, NONE, NONE, 1, "ms", "mark done, p50, beside a key and two commits")               \
	X(MARK_SYNCS, COUNT, 1, 1, NONE, "", "mark done, fsyncs")                                           \
	X(MARK_WRITES, COUNT, NONE, 1, NONE, "", "mark done, write()s to the terminal")                      \
	X(MARK_MANY_MS, TIME, NONE, 100, NONE, "ms", "mark 1,000 tasks in one action")                     \
	X(MARK_MANY_SYNCS, COUNT, 1, 1, NONE, "", "mark 1,000 tasks in one action, fsyncs")                  \
	X(STORE_US, TIME, NONE, 20, 1.5, "us", "store an understood plan, each of 20,000 tasks, beside its bare rows") \
	X(DECODE_UTF_8, TIME, 100, NONE, NONE, "MB/s", "text decode, UTF-8, at least 100, beside iconv")    \
	X(DECODE_NFD, TIME, 100, NONE, NONE, "MB/s", "text decode, UTF-8 with marks apart, at least 100")   \
	X(DECODE_UTF_16, TIME, 50, NONE, NONE, "MB/s", "text decode, UTF-16, at least 50, beside iconv")    \
	X(DECODE_TCVN3, TIME, 50, NONE, NONE, "MB/s", "text decode, TCVN3, at least 50")                    \
	X(DECODE_TCVN5712, TIME, 50, NONE, NONE, "MB/s", "text decode, TCVN5712-1, at least 50, beside iconv") \
	X(DECODE_VNI, TIME, 50, NONE, NONE, "MB/s", "text decode, VNI, at least 50")                        \
	X(DECODE_VISCII, TIME, 50, NONE, NONE, "MB/s", "text decode, VISCII, at least 50, beside iconv")    \
	X(DECODE_VIQR, TIME, 50, NONE, NONE, "MB/s", "text decode, VIQR, at least 50")                      \
	X(DECODE_CP1258, TIME, 50, NONE, NONE, "MB/s", "text decode, CP1258, at least 50, beside iconv")    \
	X(DECODE_RSS, TIME, NONE, 8192, NONE, "KiB", "text decode, resident, the most of these")             \
	X(TELEX, TIME, 2, NONE, NONE, "M/s", "text telex, million keys a second, at least 2")               \
	X(VNI, TIME, 2, NONE, NONE, "M/s", "text vni, million keys a second, at least 2")                   \
	X(VIQR, TIME, 2, NONE, NONE, "M/s", "text viqr, million keys a second, at least 2")                 \
	X(READ_PLAN, TIME, 10, NONE, NONE, "MB/s", "import --dry-run of a plan of 10 MB, at least 10")      \
	X(READ_PLAN_RSS, TIME, NONE, 25, NONE, "x", "the same, resident, times the file")                   \
	X(READ_SHEET, TIME, 5000, NONE, NONE, "/s", "import --dry-run of 5,000 rows, rows, at least 5,000")

enum figure_id {
#define X(id, gate, least, most, times, unit, name) FIGURE_##id,
	FIGURES(X)
#undef X
	FIGURE_COUNT
};

#define NO_FLOOR (-1.0)

void figures_begin(void);	/* the heading */

/* Print VALUE beside BESIDE (NO_FLOOR: nothing to compare) and its limit. */
void figure(enum figure_id id, double beside, double value);

/* Say how many were over; true when no count was. */
bool figures_end(void);

#endif
