/*
 * meeting_paper.h: minutes (biên bản) and notice of conclusions (thông báo kết luận), drafted from the log of a meeting.
 *
 * A draft is lines, each a paragraph: the letter of its role, a blank, its words. So it can be kept as text and still
 * be set by whoever writes a file. Order and layout follow ND 30/2020/NĐ-CP, appendix I (samples 1.8, 1.9) and
 * TT 01/2011/TT-BNV before it.
 *
 * May not know: files.
 */
#ifndef WORKBENCH_MEETING_PAPER_H
#define WORKBENCH_MEETING_PAPER_H

#include "core/workbench/workbench.h"

enum meeting_paper { PAPER_MINUTES, PAPER_NOTICE };

enum paper_role {
	PAPER_HEAD = 'H',	/* a line of the head: what stands left, a tab, what stands right; the first two are bold */
	PAPER_TITLE = 'T',	/* centred, bold */
	PAPER_SUBJECT = 'S',	/* under the title: centred, bold */
	PAPER_HEADING = 'G',	/* bold */
	PAPER_BODY = 'B',
	PAPER_ITEM = 'I',	/* below a heading */
	PAPER_SIGN = 'K',	/* as HEAD: left, a tab, right */
	PAPER_COPY = 'C',	/* "Nơi nhận" */
};

/* Appends the lines. MEETING as it is to be told of. */
enum status meeting_draft(struct workbench *wb, const struct meeting *meeting, enum meeting_paper which, struct strbuf *out,
			  struct error *err);

/* The next line of *DRAFT: its role and words (not NUL-terminated); false at the end. */
bool paper_next(const char **draft, enum paper_role *role, const char **words, size_t *length);

/* As plain text, COLUMNS wide; appends. */
void paper_as_text(const char *draft, int columns, struct strbuf *out);

#endif
