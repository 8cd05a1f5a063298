/*
 * text.h: how fast bytes of each encoding become text, beside iconv(1), and keys Vietnamese.
 */
#ifndef TESTS_BENCH_TEXT_H
#define TESTS_BENCH_TEXT_H

/* Measure `KEHOACH text decode`, finding of the encoding and all, on files that are made in FOLDER. */
void measure_decoding(const char *kehoach, const char *folder);

/* Measure `KEHOACH text telex|vni|viqr` on the keys of a text of some megabytes. */
void measure_typing(const char *kehoach, const char *folder);

#endif
