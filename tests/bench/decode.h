/*
 * decode.h: how fast bytes of each encoding become text, beside iconv(1).
 */
#ifndef TESTS_BENCH_DECODE_H
#define TESTS_BENCH_DECODE_H

/* Measure `KEHOACH text decode`, finding of the encoding and all, on files that are made in FOLDER. */
void measure_decoding(const char *kehoach, const char *folder);

#endif
