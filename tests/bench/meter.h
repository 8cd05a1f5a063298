/*
 * meter.h: what a full-screen program takes to start, to answer a key and to idle.
 *
 * An answer is over when the program sleeps and nothing came for two quiet
 * windows of 25 ms; it counts from the key to its last byte. What comes later
 * than that (a timer of the program) is measured by meter_late().
 * May not know: kehoach, limits.
 */
#ifndef TESTS_BENCH_METER_H
#define TESTS_BENCH_METER_H

#include "tests/pty/pty.h"

/* Many measures of one thing. */
struct samples {
	double *values;
	size_t count, cap;
};

void samples_add(struct samples *samples, double value);
/* The value that SHARE (0 to 1) of them do not pass, by nearest rank; 0 of none. */
double samples_rank(const struct samples *samples, double share);
double samples_mean(const struct samples *samples);
void samples_release(struct samples *samples);

struct meter;

/* Start ARGV and wait for its first screen to be whole. Ends the measuring with a message when nothing comes. */
struct meter *meter_start(int rows, int columns, const char *const *env, const char *const *argv);
void meter_free(struct meter *meter);

struct pty *meter_pty(const struct meter *meter);

struct opening {
	double ms;		/* exec -> the first screen as it then stays */
	size_t bytes, queries;
};
struct opening meter_opening(const struct meter *meter);

struct answers {
	struct samples ms, bytes, cpu_us;
	size_t silent;		/* keys that nothing answered */
};

/* Type KEY and wait until the answer is over; add it to ANSWERS, which may be NULL. */
void meter_key(struct meter *meter, const char *key, struct answers *answers);
void answers_release(struct answers *answers);

struct idling {
	size_t bytes;
	unsigned long long wakeups;
	double cpu_ms;
};
struct idling meter_idle(struct meter *meter, double seconds);

/* What comes by itself within SECONDS, and how long after the last key its last byte came (0: nothing). */
struct late {
	size_t bytes;
	double ms;
};
struct late meter_late(struct meter *meter, double seconds);

struct memory {
	double rss_kib, pss_kib;
};
struct memory meter_memory(const struct meter *meter);

/* --- system calls ------------------------------------------------------- */

struct calls {
	size_t all, tty_writes, syncs;
};

/*
 * As meter_start(), under strace(1), whose notes go to the file LOG. Times mean nothing then.
 */
struct meter *meter_trace(int rows, int columns, const char *const *env, const char *const *argv, const char *log);
bool meter_is_traced(const struct meter *meter);
/* Since the last call. */
struct calls meter_calls(struct meter *meter);

#endif
