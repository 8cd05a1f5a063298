/*
 * output.h: what the program prints. Nothing else in cli/ writes to a stream.
 *
 * What people read is masked (viet_show), line by line, wherever it goes: a file or a pipe
 * often ends on a terminal. What programs read goes out as it is, but to a terminal masked, too.
 * A reader that went away (`| head -1`) is no failure.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>

#include "core/base/error.h"
#include "core/base/memory.h"
#include "office/table.h"

/*
 * How people are written to: "utf-8"; "ascii": letters without marks, signs as what looks
 * alike; "auto", as at the start: ASCII on a terminal whose font is known to lack our
 * letters, which is the Linux console's. Whatever a login left in the locale says nothing
 * of the terminal. False for another word.
 */
bool output_set_charset(const char *word);

/* The workbench is to be drawn in ASCII. */
bool output_is_ascii(void);
/* Somebody said which letters; else it was found out. */
bool output_charset_given(void);

/* For people: one line or several, to standard output. */
void print_text(const char *text, size_t length);
void print_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* For programs. */
void print_data(const char *text, size_t length);

/* Nothing that is printed arrives any more: whoever streams may stop. */
bool output_failed(void);

/* "kehoach: …" to standard error. */
void print_error(const char *sentence);

/* The rows; for people who would get none, the sentence EMPTY. */
void print_table(const struct table *table, enum table_format format, const char *empty);

/* A table of two columns, a field's name and its value; for people the values are wrapped. */
void print_fields(const struct table *table, enum table_format format);

/* Send out what waits. STATUS_FULL or STATUS_IO when it cannot be written. */
enum status output_end(struct error *err);

#endif
