#include <config.h>

#include "office/read/library.h"
#include "office/read/html.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/viet/decode.h"
#include "office/read/list.h"

enum {
	NAME_LENGTH = 16,	/* of a tag or attribute that means something here, with its NUL */
	VALUE_LENGTH = 256,	/* likewise of a value; longer ones are cut */
	DECLARED_WITHIN = 4096,	/* bytes at the beginning where a page says its encoding (HTML 4.01, 5.2.2; browsers' habit) */
	MOST_LISTS = 64,	/* one in the other */
};

/* --- tags --------------------------------------------------------------- */

struct tag {
	char name[NAME_LENGTH];		/* small letters; "" for one that means nothing */
	bool closes;
	int columns, rows;		/* colspan, rowspan */
	int start;			/* of a list; -1 */
	int value;			/* of an item; -1 */
	char type[NAME_LENGTH];		/* of a list */
	bool hidden;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Up to a blank or one of ENDS; cut to what NAME holds. */
static size_t read_name(const char *text, size_t length, const char *ends, char name[NAME_LENGTH])
{
	size_t at = 0, kept = 0;

	for (; at < length && !is_blank(text[at]) && !strchr(ends, text[at]); at++)
		if (kept + 1 < NAME_LENGTH)
			name[kept++] = small(text[at]);
	name[kept] = '\0';
	return at;
}

static size_t read_value(const char *text, size_t length, char value[VALUE_LENGTH])
{
	char quote = length && (*text == '"' || *text == '\'') ? *text : '\0';
	size_t at = quote != '\0', kept = 0;

	for (; at < length && (quote ? text[at] != quote : !is_blank(text[at]) && text[at] != '>'); at++)
		if (kept + 1 < VALUE_LENGTH && !is_blank(text[at]))
			value[kept++] = small(text[at]);
	value[kept] = '\0';
	return quote && at < length ? at + 1 : at;
}

static int number_of(const char *value)
{
	long number = strtol(value, NULL, 10);

	return (int)(number < 0 ? 0 : number > 1000000 ? 1000000 : number);
}

static void take_attribute(struct tag *tag, const char *name, const char *value, const char *exact)
{
	if (!strcmp(name, "colspan"))
		tag->columns = number_of(value);
	else if (!strcmp(name, "rowspan"))
		tag->rows = number_of(value);
	else if (!strcmp(name, "start"))
		tag->start = number_of(value);
	else if (!strcmp(name, "value"))
		tag->value = number_of(value);
	else if (!strcmp(name, "type") && strlen(exact) < NAME_LENGTH)
		strcpy(tag->type, exact);
	else if (!strcmp(name, "hidden") || (!strcmp(name, "style") && strstr(value, "display:none")))
		tag->hidden = true;
}

/* The first letter of a value as it stands: "A" and "a" are two types of lists. */
static void exact_start(const char *text, size_t length, char out[2])
{
	size_t at = length && (*text == '"' || *text == '\'') ? 1 : 0;

	out[0] = at < length ? text[at] : '\0';
	out[1] = '\0';
}

/* TEXT begins behind "<"; returns what the tag takes, with its ">". */
static size_t read_tag(const char *text, size_t length, struct tag *tag)
{
	size_t at = 0;

	*tag = (struct tag){ .columns = 1, .rows = 1, .start = -1, .value = -1 };
	if (at < length && text[at] == '/') {
		tag->closes = true;
		at++;
	}
	at += read_name(text + at, length - at, "/>", tag->name);
	while (at < length && text[at] != '>') {
		char name[NAME_LENGTH], value[VALUE_LENGTH] = "", exact[2] = "";
		size_t taken = read_name(text + at, length - at, "=/>", name);

		at += taken ? taken : text[at] != '=';
		while (taken && at < length && is_blank(text[at]))
			at++;
		if (at < length && text[at] == '=') {
			at++;
			while (at < length && is_blank(text[at]))
				at++;
			exact_start(text + at, length - at, exact);
			at += read_value(text + at, length - at, value);
		}
		take_attribute(tag, name, value, exact);
	}
	return at < length ? at + 1 : at;
}

/* --- the page being read ------------------------------------------------ */

struct html_list {
	bool ordered;
	enum number_format format;
	int next;
};

struct html {
	struct page *page;
	bool tcvn3;			/* what references to letters mean */
	struct strbuf line;		/* of the paragraph at hand */
	bool blank;			/* a blank is due before the next word */
	int preformatted;
	int frames;			/* open elements beside the text */
	char passed[NAME_LENGTH];	/* the element that is passed over; "" none */
	int passed_depth;		/* elements of that name that are open in it, itself among them */
	struct html_list lists[MOST_LISTS];
	int list_depth;
	char *label;			/* of the item that begins; NULL: none */
};

static bool is_one_of(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(name, *names))
			return true;
	return false;
}

/* The page has a bullet, and the writer typed a sign besides. */
static bool begins_with_sign(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits)
		return text[digits] == '.' || text[digits] == ')' || text[digits] == '/';
	return strchr("-+*", *text) || !strncmp(text, "–", strlen("–")) || !strncmp(text, "•", strlen("•")) ||
	       (is_letter(*text) && text[1] == ')');
}

static void end_paragraph(struct html *h)
{
	struct strbuf *line = &h->line;
	char *whole;

	h->blank = false;
	while (line->length && is_blank(line->text[line->length - 1]))
		strbuf_truncate(line, line->length - 1);
	if (!line->length)
		return;
	h->page->kind = h->frames ? PARAGRAPH_FRAME : PARAGRAPH_TEXT;
	if (h->label && (strcmp(h->label, "•") || !begins_with_sign(line->text))) {
		whole = xasprintf("%s %s", h->label, line->text);
		page_add(h->page, whole, strlen(whole));
		free(whole);
	} else {
		page_add(h->page, line->text, line->length);
	}
	free(h->label);
	h->label = NULL;
	strbuf_clear(line);
}

static void add_letters(struct html *h, const char *text, size_t length)
{
	if (h->blank && h->line.length)
		strbuf_add_char(&h->line, ' ');
	h->blank = false;
	strbuf_add(&h->line, text, length);
}

/* --- what tags do ------------------------------------------------------- */

static bool is_frame(const char *name)
{
	static const char *const names[] = { "nav", "aside", "footer", NULL };

	return is_one_of(name, names);
}

/* Elements whose words are not read. */
static bool is_no_text(const char *name)
{
	static const char *const names[] = {
		"script", "style", "title", "noscript", "template", "select", "textarea", "button", "svg", "iframe",
		"object", "datalist", "audio", "video", "canvas", NULL,
	};

	return is_one_of(name, names);
}

static bool breaks_line(const char *name)
{
	static const char *const names[] = {
		"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr",
		"td", "th", "thead", "tbody", "tfoot", "caption", "section", "article", "header", "footer", "nav",
		"aside", "main", "form", "fieldset", "legend", "blockquote", "pre", "hr", "address", "center", "figure",
		"figcaption", "body", "html", "head", "option", "dir", "menu", "details", "summary", NULL,
	};

	return is_one_of(name, names);
}

/* They have no end, so that nothing can be passed over up to it. */
static bool is_empty_element(const char *name)
{
	static const char *const names[] = {
		"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "wbr", "p", "li",
		"td", "th", "tr", "option", NULL,
	};

	return is_one_of(name, names);
}

static void pass_over(struct html *h, const char *name)
{
	memcpy(h->passed, name, strlen(name) + 1);
	h->passed_depth = 1;
}

static void go_on_passing(struct html *h, const struct tag *tag)
{
	if (strcmp(tag->name, h->passed))
		return;
	h->passed_depth += tag->closes ? -1 : 1;
	if (!h->passed_depth)
		*h->passed = '\0';
}

static enum number_format list_format(const struct tag *tag)
{
	switch (*tag->type) {
	case 'a':
		return NUMBER_LOWER_COLUMN;
	case 'A':
		return NUMBER_UPPER_COLUMN;
	case 'i':
		return NUMBER_LOWER_ROMAN;
	case 'I':
		return NUMBER_UPPER_ROMAN;
	default:
		return NUMBER_DECIMAL;
	}
}

static void begin_list(struct html *h, const struct tag *tag)
{
	if (h->list_depth < MOST_LISTS)
		h->lists[h->list_depth] = (struct html_list){
			!strcmp(tag->name, "ol"), list_format(tag), tag->start >= 0 ? tag->start : 1,
		};
	h->list_depth++;
}

static void begin_item(struct html *h, const struct tag *tag)
{
	struct html_list *list = h->list_depth && h->list_depth <= MOST_LISTS ? &h->lists[h->list_depth - 1] : NULL;
	struct strbuf label = STRBUF_INIT;

	free(h->label);
	if (list && list->ordered) {
		if (tag->value >= 0)
			list->next = tag->value;
		number_show(list->format, list->next++, &label);
		strbuf_add_char(&label, '.');
	} else {
		strbuf_add_text(&label, "•");
	}
	h->label = strbuf_detach(&label);
}

static void open_element(struct html *h, const struct tag *tag)
{
	const char *name = tag->name;

	if (is_frame(name))
		h->frames++;
	if (!strcmp(name, "table"))
		page_begin_table(h->page);
	else if (!strcmp(name, "tr"))
		page_begin_row(h->page);
	else if (!strcmp(name, "td") || !strcmp(name, "th"))
		page_begin_cell(h->page, tag->columns, tag->rows);
	else if (!strcmp(name, "ul") || !strcmp(name, "ol"))
		begin_list(h, tag);
	else if (!strcmp(name, "li"))
		begin_item(h, tag);
	else if (!strcmp(name, "pre"))
		h->preformatted++;
}

static void close_element(struct html *h, const char *name)
{
	if (is_frame(name) && h->frames)
		h->frames--;
	if (!strcmp(name, "table"))
		page_end_table(h->page);
	else if (!strcmp(name, "td") || !strcmp(name, "th"))
		page_end_cell(h->page);
	else if ((!strcmp(name, "ul") || !strcmp(name, "ol")) && h->list_depth)
		h->list_depth--;
	else if (!strcmp(name, "pre") && h->preformatted)
		h->preformatted--;
}

static void take_tag(struct html *h, const struct tag *tag)
{
	if (*h->passed) {
		go_on_passing(h, tag);
		return;
	}
	if (breaks_line(tag->name))
		end_paragraph(h);
	if (tag->closes)
		close_element(h, tag->name);
	else if (is_no_text(tag->name) || (tag->hidden && !is_empty_element(tag->name)))
		pass_over(h, tag->name);
	else
		open_element(h, tag);
}

/* --- text --------------------------------------------------------------- */

/* Numbers from 0x80 to 0x9F are meant in Windows-1252; only what occurs in texts (HTML, 13.2.5.80). */
static unsigned int meant_code_point(unsigned long number)
{
	static const struct {
		unsigned int number, meant;
	} windows[] = {
		{ 0x85, 0x2026 }, { 0x91, 0x2018 }, { 0x92, 0x2019 }, { 0x93, 0x201C }, { 0x94, 0x201D },
		{ 0x95, 0x2022 }, { 0x96, 0x2013 }, { 0x97, 0x2014 },
	};

	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
		if (windows[i].number == number)
			return windows[i].meant;
	if (number < 0x20 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF))
		return 0xFFFD;
	return (unsigned int)number;
}

/* TEXT begins with "&"; returns what the reference takes, 0 where it is none. */
static size_t read_reference(const char *text, size_t length, unsigned int *code_point)
{
	char name[NAME_LENGTH];
	size_t end = 1, digits;
	const htmlEntityDesc *entity;

	while (end < length && end < NAME_LENGTH && text[end] != ';' && !is_blank(text[end]) && text[end] != '&')
		end++;
	if (end < 2 || end - 1 >= NAME_LENGTH)
		return 0;
	memcpy(name, text + 1, end - 1);
	name[end - 1] = '\0';
	if (*name == '#') {
		bool hexadecimal = name[1] == 'x' || name[1] == 'X';

		digits = strspn(name + 1 + hexadecimal, hexadecimal ? "0123456789abcdefABCDEF" : "0123456789");
		if (!digits)
			return 0;
		*code_point = meant_code_point(strtoul(name + 1 + hexadecimal, NULL, hexadecimal ? 16 : 10));
		end = 2 + hexadecimal + digits;
	} else {
		entity = libxml(NULL) ? libxml(NULL)->htmlEntityLookup((const xmlChar *)name) : NULL;
		if (!entity)
			return 0;
		*code_point = entity->value;
	}
	return end < length && text[end] == ';' ? end + 1 : end;
}

static size_t take_reference(struct html *h, const char *text, size_t length)
{
	struct strbuf letter = STRBUF_INIT;
	unsigned int code_point = 0;
	size_t taken = read_reference(text, length, &code_point);

	if (!taken) {
		add_letters(h, text, 1);
		return 1;
	}
	if (h->tcvn3 && code_point > 0xA0 && code_point <= 0xFF)
		viet_decode("tcvn3", (const char[]){ (char)code_point }, 1, &letter);
	else
		strbuf_add_utf8(&letter, code_point);
	add_letters(h, letter.text, letter.length);
	strbuf_release(&letter);
	return taken;
}

static size_t take_text(struct html *h, const char *text, size_t length)
{
	size_t at = 0;

	if (is_blank(*text)) {
		if (h->preformatted && *text == '\n')
			end_paragraph(h);
		else if (h->preformatted)
			add_letters(h, text, 1);
		else
			h->blank = true;
		return 1;
	}
	if (*text == '&')
		return take_reference(h, text, length);
	do
		at++;
	while (at < length && !is_blank(text[at]) && text[at] != '&' && text[at] != '<');
	add_letters(h, text, at);
	return at;
}

/* --- what is no element ------------------------------------------------- */

/* Where END stands from AT on, and its length; LENGTH without it. */
static size_t behind(const char *text, size_t length, size_t at, const char *end)
{
	const char *found = memmem(text + at, length - at, end, strlen(end));

	return found ? (size_t)(found - text) + strlen(end) : length;
}

/* The words of scripts and style sheets may look like tags. */
static size_t end_of_script(const char *text, size_t length, size_t at, const char *name)
{
	size_t letters = strlen(name);

	while (at < length) {
		const char *found = memmem(text + at, length - at, "</", 2);

		if (!found)
			return length;
		at = (size_t)(found - text);
		if (length - at > letters + 2 && !strncasecmp(found + 2, name, letters))
			return at;
		at += 2;
	}
	return length;
}

static size_t take_markup(struct html *h, const char *text, size_t length, size_t at)
{
	const char *next = text + at + 1;
	size_t rest = length - at - 1;
	struct tag tag;

	if (rest >= 3 && !strncmp(next, "!--", 3))
		return behind(text, length, at + 4, "-->");
	if (rest && (*next == '!' || *next == '?'))
		return behind(text, length, at, ">");
	if (!rest || !(is_letter(*next) || (*next == '/' && rest > 1 && is_letter(next[1])))) {
		if (!*h->passed)
			add_letters(h, "<", 1);
		return at + 1;
	}
	at += 1 + read_tag(next, rest, &tag);
	take_tag(h, &tag);
	if (!tag.closes && (!strcmp(tag.name, "script") || !strcmp(tag.name, "style")))
		at = end_of_script(text, length, at, tag.name);
	return at;
}

/* "tcvn3", or the last of a path: "utf-8:cp1252:tcvn3". */
static bool ends_in_tcvn3(const char *encoding)
{
	const char *last = strrchr(encoding, ':');

	return !strcmp(last ? last + 1 : encoding, "tcvn3");
}

void html_read(const char *text, size_t length, const char *encoding, struct page *page)
{
	struct html h = { .page = page, .tcvn3 = ends_in_tcvn3(encoding), .line = STRBUF_INIT };
	const char *tag;

	page->nested = NESTED_LAYOUT;
	for (size_t at = 0; at < length && !page->overflow;) {
		if (text[at] == '<') {
			at = take_markup(&h, text, length, at);
		} else if (*h.passed) {
			tag = memchr(text + at, '<', length - at);
			at = tag ? (size_t)(tag - text) : length;
		} else {
			at += take_text(&h, text + at, length - at);
		}
	}
	end_paragraph(&h);
	while (page->depth)
		page_end_table(page);
	page->kind = PARAGRAPH_TEXT;
	free(h.label);
	strbuf_release(&h.line);
}

/* --- what a page looks like --------------------------------------------- */

/* Where the first tag that is no declaration and no comment stands. */
static size_t first_tag(const char *text, size_t length)
{
	size_t at = 0;

	for (;;) {
		while (at < length && (is_blank(text[at]) || !strncmp(text + at, "\xEF\xBB\xBF", 3)))
			at += text[at] == '\xEF' ? 3 : 1;
		if (length - at >= 4 && !strncmp(text + at, "<!--", 4))
			at = behind(text, length, at + 4, "-->");
		else if (length - at >= 2 && !strncmp(text + at, "<?", 2))
			at = behind(text, length, at, ">");
		else
			return at;
	}
}

bool html_is(const char *text, size_t length)
{
	static const char *const names[] = {
		"html", "head", "body", "meta", "title", "table", "div", "p", "span", "h1", "h2", "h3", "style", "script",
		"center", "font", "b", "strong", "ul", "ol", NULL,
	};
	size_t at = first_tag(text, length);
	struct tag tag;

	if (at >= length || text[at] != '<')
		return false;
	if (length - at > 9 && !strncasecmp(text + at, "<!doctype", 9))
		return true;
	read_tag(text + at + 1, length - at - 1, &tag);
	return !tag.closes && is_one_of(tag.name, names);
}

char *html_declared_encoding(const char *bytes, size_t length)
{
	char *start = xstrndup(bytes, length < DECLARED_WITHIN ? length : DECLARED_WITHIN);
	const char *found = strcasestr(start, "charset=");
	char name[NAME_LENGTH] = "";

	if (found) {
		found += strlen("charset=");
		found += strspn(found, "\"' ");
		read_name(found, strlen(found), "\"';/>", name);
	}
	free(start);
	return *name ? xstrdup(name) : NULL;
}
