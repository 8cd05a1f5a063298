#include <config.h>

#include "tests/bench/meter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/memory.h"

static const double quiet = 0.025;	/* seconds */

enum { START_SECONDS = 60, ANSWER_SECONDS = 10, SILENT_WINDOWS = 16 };

struct meter {
	struct pty *pty;
	pid_t pid;
	struct opening opening;
	char *shown;		/* the first screen as it comes; NULL later */
	double shown_since;
	double key_sent;
	FILE *log;		/* of strace; NULL without */
};

/* --- samples ------------------------------------------------------------ */

void samples_add(struct samples *samples, double value)
{
	GROW(samples->values, samples->count + 1, samples->cap);
	samples->values[samples->count++] = value;
}

static int by_value(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

double samples_rank(const struct samples *samples, double share)
{
	double *sorted, value;
	size_t rank;

	if (!samples->count)
		return 0;
	sorted = xreallocarray(NULL, samples->count, sizeof *sorted);
	memcpy(sorted, samples->values, samples->count * sizeof *sorted);
	qsort(sorted, samples->count, sizeof *sorted, by_value);
	rank = (size_t)(share * (double)samples->count + 0.999999);
	value = sorted[rank ? rank - 1 : 0];
	free(sorted);
	return value;
}

double samples_mean(const struct samples *samples)
{
	double sum = 0;

	for (size_t i = 0; i < samples->count; i++)
		sum += samples->values[i];
	return samples->count ? sum / (double)samples->count : 0;
}

void samples_release(struct samples *samples)
{
	free(samples->values);
	*samples = (struct samples){ 0 };
}

void answers_release(struct answers *answers)
{
	samples_release(&answers->ms);
	samples_release(&answers->bytes);
	samples_release(&answers->cpu_us);
}

/* --- what the program is doing ------------------------------------------ */

struct activity {
	unsigned long long cpu_ns, runs;
	bool busy;		/* running, waiting for a CPU, or for the disk */
};

static FILE *proc(const struct meter *meter, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/%ld/%s", (long)meter->pid, name);
	return fopen(path, "r");
}

static struct activity activity(const struct meter *meter)
{
	struct activity now = { .busy = true };
	FILE *file = proc(meter, "schedstat");
	unsigned long long waited;
	char state = 'R';

	if (file) {
		if (fscanf(file, "%llu %llu %llu", &now.cpu_ns, &waited, &now.runs) != 3)
			now.cpu_ns = now.runs = 0;
		fclose(file);
	}
	file = proc(meter, "stat");
	if (file) {
		if (fscanf(file, "%*d (%*[^)]) %c", &state) == 1)
			now.busy = state == 'R' || state == 'D';
		fclose(file);
	}
	return now;
}

struct memory meter_memory(const struct meter *meter)
{
	struct memory memory = { 0 };
	FILE *file = proc(meter, "smaps_rollup");
	char line[256];

	while (file && fgets(line, sizeof line, file)) {
		if (sscanf(line, "Rss: %lf", &memory.rss_kib) != 1)
			sscanf(line, "Pss: %lf", &memory.pss_kib);
	}
	if (file)
		fclose(file);
	return memory;
}

/* --- answers ------------------------------------------------------------ */

/* While the first screen comes: since when has it looked as it does now? */
static void look(struct meter *meter)
{
	if (!meter->shown || !strcmp(meter->shown, pty_screen(meter->pty)))
		return;
	replace_string(&meter->shown, pty_screen(meter->pty));
	meter->shown_since = pty_traffic(meter->pty, false).last;
}

/*
 * Read until the program has come to rest: it sleeps, and slept all through a
 * quiet window after another. It must have run since BEFORE; a program that
 * says nothing is given more windows, for a timer may be running.
 */
static bool settle(struct meter *meter, const struct activity *before, double seconds)
{
	double end = pty_now() + seconds;
	struct activity last = { .busy = true };
	int patience = SILENT_WINDOWS;

	while (!pty_ended(meter->pty) && pty_now() < end) {
		struct activity now;

		if (pty_read(meter->pty, quiet)) {
			look(meter);
			patience = 0;
			last.busy = true;
			continue;
		}
		now = activity(meter);
		if (now.runs != before->runs && !last.busy && !now.busy && now.runs == last.runs &&
		    patience-- <= 0 && !pty_unread(meter->pty))
			return true;
		last = now;
	}
	return false;
}

_Noreturn static void give_up(struct meter *meter, const char *what)
{
	fprintf(stderr, "bench: %s; its screen:\n%s", what, pty_screen(meter->pty));
	exit(1);
}

void meter_key(struct meter *meter, const char *key, struct answers *answers)
{
	struct activity before, after;
	struct pty_traffic traffic;

	while (pty_read(meter->pty, 0))
		continue;
	pty_traffic(meter->pty, true);
	before = activity(meter);
	meter->key_sent = pty_now();
	pty_send(meter->pty, key);
	if (!settle(meter, &before, ANSWER_SECONDS))
		give_up(meter, "the program does not come to rest after a key");
	after = activity(meter);
	traffic = pty_traffic(meter->pty, true);
	if (!answers)
		return;
	answers->silent += !traffic.bytes;
	samples_add(&answers->bytes, (double)traffic.bytes);
	samples_add(&answers->ms, traffic.bytes ? (traffic.last - meter->key_sent) * 1e3 : 0);
	samples_add(&answers->cpu_us, (double)(after.cpu_ns - before.cpu_ns) / 1e3);
}

struct idling meter_idle(struct meter *meter, double seconds)
{
	struct activity before = activity(meter), after;
	double end = pty_now() + seconds, left;

	pty_traffic(meter->pty, true);
	while ((left = end - pty_now()) > 0)
		pty_read(meter->pty, left);
	after = activity(meter);
	return (struct idling){ .bytes = pty_traffic(meter->pty, true).bytes, .wakeups = after.runs - before.runs,
				.cpu_ms = (double)(after.cpu_ns - before.cpu_ns) / 1e6 };
}

struct late meter_late(struct meter *meter, double seconds)
{
	double end = pty_now() + seconds, left;
	struct pty_traffic traffic;

	pty_traffic(meter->pty, true);
	while ((left = end - pty_now()) > 0)
		pty_read(meter->pty, left);
	traffic = pty_traffic(meter->pty, true);
	return (struct late){ .bytes = traffic.bytes,
			      .ms = traffic.bytes ? (traffic.last - meter->key_sent) * 1e3 : 0 };
}

/* --- starting ----------------------------------------------------------- */

static struct meter *start(struct pty *pty, FILE *log)
{
	struct meter *meter = xcalloc(1, sizeof *meter);
	struct activity before = { 0 };
	struct pty_traffic traffic;

	meter->pty = pty;
	meter->pid = pty_pid(pty);
	meter->log = log;
	meter->shown = xstrdup("");
	if (!settle(meter, &before, START_SECONDS))
		give_up(meter, "the program does not start");
	traffic = pty_traffic(pty, true);
	meter->opening = (struct opening){ .ms = (meter->shown_since - pty_started(pty)) * 1e3,
					   .bytes = traffic.bytes, .queries = traffic.queries };
	replace_string(&meter->shown, NULL);
	return meter;
}

struct meter *meter_start(int rows, int columns, const char *const *env, const char *const *argv)
{
	return start(pty_start(rows, columns, env, argv), NULL);
}

void meter_free(struct meter *meter)
{
	if (!meter)
		return;
	pty_free(meter->pty);
	if (meter->log)
		fclose(meter->log);
	free(meter->shown);
	free(meter);
}

struct pty *meter_pty(const struct meter *meter)
{
	return meter->pty;
}

struct opening meter_opening(const struct meter *meter)
{
	return meter->opening;
}

/* --- system calls ------------------------------------------------------- */

struct meter *meter_trace(int rows, int columns, const char *const *env, const char *const *argv, const char *log)
{
	/* -D: the program stays our own child, and strace stands aside. */
	const char *traced[32] = { "strace", "-D", "-qq", "-y", "-s", "0", "-o", log };
	size_t count = 8;
	FILE *notes = fopen(log, "w+");

	if (!notes)
		BUG("%s cannot be written", log);
	while (*argv && count < sizeof traced / sizeof *traced - 1)
		traced[count++] = *argv++;
	return start(pty_start(rows, columns, env, traced), notes);
}

bool meter_is_traced(const struct meter *meter)
{
	return meter->log;
}

static bool is_call(const char *line, const char *name)
{
	size_t length = strlen(name);

	return !strncmp(line, name, length) && line[length] == '(';
}

static bool is_tty_write(const char *line)
{
	return (is_call(line, "write") || is_call(line, "writev")) && (strstr(line, "</dev/pts/") || strstr(line, "</dev/tty"));
}

struct calls meter_calls(struct meter *meter)
{
	struct calls calls = { 0 };
	char line[4096];
	long at;

	clearerr(meter->log);
	while (at = ftell(meter->log), fgets(line, sizeof line, meter->log)) {
		if (!strchr(line, '\n')) {		/* it has not returned yet */
			fseek(meter->log, at, SEEK_SET);
			break;
		}
		calls.all++;
		calls.tty_writes += is_tty_write(line);
		calls.syncs += is_call(line, "fsync") || is_call(line, "fdatasync") ||
			       is_call(line, "sync_file_range") || is_call(line, "msync");
	}
	return calls;
}
