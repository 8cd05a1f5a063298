/*
 * text.h: how fast bytes of each encoding become text, beside iconv(1), keys Vietnamese, and files plans.
 */
#ifndef TESTS_BENCH_TEXT_H
#define TESTS_BENCH_TEXT_H

/* Measure `KEHOACH text decode`, finding of the encoding and all, on files that are made in FOLDER. */
void measure_decoding(const char *kehoach, const char *folder);

/* Measure `KEHOACH text telex|vni|viqr` on the keys of a text of some megabytes. */
void measure_typing(const char *kehoach, const char *folder);

/* Measure `KEHOACH import --dry-run` on a plan of 10 MB and on a sheet of 5,000 rows: read, understood and shown. */
void measure_reading(const char *kehoach, const char *folder);

#endif
