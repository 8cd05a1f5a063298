/*
 * quick_line.h: one line that says everything of a new task.
 *
 *   Tổ chức hội nghị phổ biến @SNV +STP; STTTT !8/2013 #cải cách thể chế >II.1
 *
 * A sign behind a blank and right before a word begins a part, which goes on to the next sign: @ who leads, + who
 * coordinates, ! by when, # an area or a tag, > the section, which is one word. What stands in no part is the title. A sign is
 * taken as it stands behind a backslash, and so are + and # before a number ("+5 %", "#1" are words).
 */
#ifndef PLAN_QUICK_LINE_H
#define PLAN_QUICK_LINE_H

#include <stddef.h>

#include "core/base/memory.h"

enum quick_part { QUICK_TITLE, QUICK_LEADS, QUICK_COORDINATORS, QUICK_DEADLINE, QUICK_LABEL, QUICK_SECTION, QUICK_PARTS };

/* Cleaned; parts that are not there are "". Of a sign that stands twice the words are parted by "; ", but of > the last counts. */
struct quick_line {
	struct strbuf parts[QUICK_PARTS];
};

void quick_line_init(struct quick_line *line);
void quick_line_release(struct quick_line *line);

/* LINE is initialised and empty. */
void quick_line_parse(const char *text, struct quick_line *line);

/* The part that the end of TEXT belongs to, and where the words of it begin that are being typed (behind the sign, or the last ";"). */
enum quick_part quick_line_tail(const char *text, size_t *start);

#endif
