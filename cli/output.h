/*
 * output.h: what the program prints. Nothing else in cli/ writes to a stream.
 *
 * Text that goes to a terminal is masked (viet_show), line by line; to a file or a pipe it
 * goes as it is. A reader that went away (`| head -1`) is no failure.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "core/base/error.h"
#include "core/base/memory.h"
#include "office/table.h"

/* One line or several, to standard output. */
void print_text(const char *text, size_t length);
void print_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

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
