#include "office/read/xml.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/memory.h"
#include "office/read/library.h"
#include "office/read/limits.h"
#include "office/read/refuse.h"

/* Where the bytes fed so far end. */
enum markup {
	MARKUP_NONE,
	MARKUP_BEGINS,			/* behind "<", "<!" or "<!-" */
	MARKUP_TAG,
	MARKUP_VALUE,			/* of an attribute */
	MARKUP_OTHER,			/* a comment, an instruction, unparsed text */
};

/*
 * Counts attributes before libxml2 sees them: it compares each of an element with all others,
 * so that a tag with a million of them would keep it busy for hours.
 */
struct tag_meter {
	enum markup markup;
	char quote;			/* that ends the value */
	char last[3];			/* bytes, newest last */
	const char *end;		/* of what is no tag */
	int attributes;
};

struct xml_reader {
	const char *label;
	const struct xml_handler *handler;
	void *data;
	const struct libxml *library;
	xmlParserCtxtPtr parser;
	int depth;			/* elements that are open */
	int passed;			/* those of them that lie in one that is passed over */
	int elements;			/* so far */
	int namespaces[LIMIT_DEPTH + 1];	/* declared by the open element of that depth and all around it */
	struct tag_meter meter;
	const xmlChar *uri;		/* seen last, and the prefix it has here */
	const char *prefix;
	bool stopped;
	bool enough;			/* it was the handler that stopped */
	enum trouble trouble;
	struct strbuf words;		/* names and values of the element at hand */
	struct xml_attribute *attributes;
	size_t attributes_cap;
};

/* --- names -------------------------------------------------------------- */

#define OOXML "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

/* ECMA-376 (transitional and strict) and ODF 1.2; the prefixes as the standards print them. */
static const struct {
	const char *uri, *prefix;
} namespaces[] = {
	{ OOXML "wordprocessingml/2006/main", "w:" },
	{ STRICT "wordprocessingml/main", "w:" },
	{ OOXML "spreadsheetml/2006/main", "x:" },
	{ STRICT "spreadsheetml/main", "x:" },
	{ ODF "text:1.0", "text:" },
	{ ODF "table:1.0", "table:" },
	{ ODF "style:1.0", "style:" },
	{ ODF "office:1.0", "office:" },
	{ ODF "drawing:1.0", "draw:" },
	{ ODF "xsl-fo-compatible:1.0", "fo:" },
	{ ODF "svg-compatible:1.0", "svg:" },
	{ "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext:" },
	{ OOXML "officeDocument/2006/relationships", "r:" },
	{ STRICT "officeDocument/relationships", "r:" },
	{ OOXML "package/2006/relationships", "rel:" },
	{ OOXML "markup-compatibility/2006", "mc:" },
	{ OOXML "officeDocument/2006/math", "m:" },
	{ STRICT "officeDocument/math", "m:" },
	{ "http://www.w3.org/XML/1998/namespace", "xml:" },
};

static const char *find_prefix(const xmlChar *uri)
{
	for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
		if (!strcmp((const char *)uri, namespaces[i].uri))
			return namespaces[i].prefix;
	return "?:";
}

/* libxml2 keeps one copy of each URI: most elements have the pointer that the one before had. */
static const char *prefix_of(struct xml_reader *reader, const xmlChar *uri)
{
	if (!uri)
		return "";
	if (uri != reader->uri) {
		reader->uri = uri;
		reader->prefix = find_prefix(uri);
	}
	return reader->prefix;
}

static void add_word(struct strbuf *words, const char *prefix, const char *text, size_t length)
{
	strbuf_add_text(words, prefix);
	strbuf_add(words, text, length);
	strbuf_add_char(words, '\0');
}

/* libxml2 leaves the ampersand of a value as a reference, since it might begin one. */
static void add_value(struct strbuf *words, const char *text, size_t length)
{
	static const char ampersand[] = "&#38;";
	size_t at = 0, rest = strlen(ampersand) - 1;

	while (at < length) {
		const char *sign = memchr(text + at, '&', length - at);
		size_t end = sign ? (size_t)(sign - text) + 1 : length;

		strbuf_add(words, text + at, end - at);
		at = end;
		if (sign && length - at >= rest && !strncmp(text + at, ampersand + 1, rest))
			at += rest;
	}
	strbuf_add_char(words, '\0');
}

/* --- what libxml2 calls ------------------------------------------------- */

static void stop(struct xml_reader *reader, enum trouble trouble)
{
	if (!reader->stopped)
		reader->trouble = trouble;
	reader->stopped = true;
	reader->library->xmlStopParser(reader->parser);
}

/* libxml2 gives five pointers an attribute: name, prefix, URI, begin and end of the value. */
static struct xml_element element_of(struct xml_reader *reader, const xmlChar *name, const xmlChar *uri, int count,
				     const xmlChar **attributes)
{
	struct strbuf *words = &reader->words;
	size_t used = (size_t)count;
	const char *word;

	strbuf_clear(words);
	add_word(words, prefix_of(reader, uri), (const char *)name, strlen((const char *)name));
	for (size_t i = 0; i < used; i++) {
		const xmlChar **from = attributes + 5 * i;

		add_word(words, prefix_of(reader, from[2]), (const char *)from[0], strlen((const char *)from[0]));
		add_value(words, (const char *)from[3], (size_t)(from[4] - from[3]));
	}
	GROW(reader->attributes, used, reader->attributes_cap);
	word = words->text;
	for (size_t i = 0; i < used; i++) {
		reader->attributes[i].name = word += strlen(word) + 1;
		reader->attributes[i].value = word += strlen(word) + 1;
	}
	return (struct xml_element){ words->text, reader->attributes, used };
}

static void start_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
			  const xmlChar **declared, int count, int defaulted, const xmlChar **attributes)
{
	struct xml_reader *reader = data;
	struct xml_element element;

	(void)prefix, (void)declared, (void)defaulted;
	if (reader->stopped)
		return;
	if (++reader->depth > LIMIT_DEPTH) {
		stop(reader, TROUBLE_TOO_DEEP);
		return;
	}
	reader->namespaces[reader->depth] = reader->namespaces[reader->depth - 1] + namespace_count;
	if (++reader->elements > LIMIT_ELEMENTS || reader->namespaces[reader->depth] > LIMIT_NAMESPACES) {
		stop(reader, TROUBLE_TOO_LARGE);
		return;
	}
	if (reader->passed) {
		reader->passed++;
		return;
	}
	element = element_of(reader, name, uri, count, attributes);
	if (reader->handler->start && !reader->handler->start(reader->data, &element))
		reader->passed = 1;
}

static void end_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct xml_reader *reader = data;

	(void)prefix;
	if (reader->stopped)
		return;
	reader->depth--;
	if (reader->passed) {
		reader->passed--;
		return;
	}
	if (!reader->handler->end)
		return;
	strbuf_clear(&reader->words);
	add_word(&reader->words, prefix_of(reader, uri), (const char *)name, strlen((const char *)name));
	reader->handler->end(reader->data, reader->words.text);
}

static void characters(void *data, const xmlChar *text, int length)
{
	struct xml_reader *reader = data;

	if (!reader->stopped && !reader->passed && reader->handler->text)
		reader->handler->text(reader->data, (const char *)text, (size_t)length);
}

static void doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	(void)name, (void)public_id, (void)system_id;
	stop(data, TROUBLE_ENTITIES);
}

/* --- what is fed -------------------------------------------------------- */

static void note_byte(struct tag_meter *meter, char byte)
{
	meter->last[0] = meter->last[1];
	meter->last[1] = meter->last[2];
	meter->last[2] = byte;
}

static bool at_end_of_other(const struct tag_meter *meter)
{
	size_t length = strlen(meter->end);

	return !memcmp(meter->last + sizeof meter->last - length, meter->end, length);
}

static void begin_other(struct tag_meter *meter, const char *end)
{
	meter->markup = MARKUP_OTHER;
	meter->end = end;
	memset(meter->last, 0, sizeof meter->last);
}

/* The bytes that tell what "<" begins. */
static void begin_markup(struct tag_meter *meter, char byte)
{
	bool declaration = meter->last[2] == '!';

	if (meter->last[1] == '!' && meter->last[2] == '-') {
		begin_other(meter, byte == '-' ? "-->" : ">");
	} else if (declaration && byte == '[') {
		begin_other(meter, "]]>");
	} else if (declaration && byte != '-') {
		begin_other(meter, ">");
	} else if (!declaration && byte == '?') {
		begin_other(meter, "?>");
	} else if (!declaration && byte != '!') {
		meter->markup = MARKUP_TAG;
		meter->attributes = 0;
	} else {
		note_byte(meter, byte);
	}
}

static void take_byte(struct tag_meter *meter, char byte)
{
	switch (meter->markup) {
	case MARKUP_NONE:
		if (byte == '<') {
			meter->markup = MARKUP_BEGINS;
			memset(meter->last, 0, sizeof meter->last);
		}
		break;
	case MARKUP_BEGINS:
		begin_markup(meter, byte);
		break;
	case MARKUP_TAG:
		if (byte == '>')
			meter->markup = MARKUP_NONE;
		else if (byte == '"' || byte == '\'')
			meter->markup = MARKUP_VALUE, meter->quote = byte;
		meter->attributes += byte == '=';
		break;
	case MARKUP_VALUE:
		if (byte == meter->quote)
			meter->markup = MARKUP_TAG;
		break;
	case MARKUP_OTHER:
		note_byte(meter, byte);
		if (at_end_of_other(meter))
			meter->markup = MARKUP_NONE;
		break;
	}
}

/* False when an element has more attributes than any has a right to. */
static bool measure(struct tag_meter *meter, const char *bytes, size_t length)
{
	for (size_t at = 0; at < length; at++) {
		bool skips = meter->markup == MARKUP_NONE || meter->markup == MARKUP_VALUE;
		char sought = meter->markup == MARKUP_NONE ? '<' : meter->quote;
		const char *next = skips ? memchr(bytes + at, sought, length - at) : bytes + at;

		if (!next)
			return true;
		at = (size_t)(next - bytes);
		take_byte(meter, bytes[at]);
		if (meter->attributes > LIMIT_ATTRIBUTES)
			return false;
	}
	return true;
}

/* --- the reader --------------------------------------------------------- */

struct xml_reader *xml_reader_new(const char *label, const struct xml_handler *handler, void *data)
{
	static xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = characters,
		.ignorableWhitespace = characters,
		.cdataBlock = characters,
		.internalSubset = doctype,
		.externalSubset = doctype,
	};
	struct xml_reader *reader = xcalloc(1, sizeof *reader);

	reader->library = libxml(NULL);
	if (!reader->library)
		BUG("no libxml2: package_open() sees to it");
	reader->library->xmlInitParser();
	reader->label = label;
	reader->handler = handler;
	reader->data = data;
	strbuf_init(&reader->words);
	reader->parser = reader->library->xmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL);
	if (!reader->parser)
		BUG("no memory for a parser");
	reader->library->xmlCtxtUseOptions(reader->parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
	/* Office programs write UTF-8 and nothing else; the meter reads it too. */
	reader->library->xmlSwitchEncoding(reader->parser, XML_CHAR_ENCODING_UTF8);
	return reader;
}

void xml_reader_free(struct xml_reader *reader)
{
	if (!reader)
		return;
	if (reader->parser->myDoc)
		reader->library->xmlFreeDoc(reader->parser->myDoc);
	reader->library->xmlFreeParserCtxt(reader->parser);
	strbuf_release(&reader->words);
	free(reader->attributes);
	free(reader);
}

/* After xmlStopParser() libxml2 calls the document well-formed: ours is the word that counts. */
static enum status outcome(const struct xml_reader *reader, int code, struct error *err)
{
	if (reader->enough)
		return OK;
	if (reader->stopped)
		return refuse(reader->label, reader->trouble, err);
	return code == XML_ERR_OK || reader->parser->wellFormed ? OK : refuse(reader->label, TROUBLE_DAMAGED, err);
}

enum status xml_reader_feed(struct xml_reader *reader, const char *bytes, size_t length, struct error *err)
{
	int code;

	if (reader->enough)
		return OK;
	if (!measure(&reader->meter, bytes, length))
		return refuse(reader->label, TROUBLE_TOO_LARGE, err);
	code = reader->library->xmlParseChunk(reader->parser, bytes, (int)length, 0);
	if (!reader->stopped && reader->handler->enough && reader->handler->enough(reader->data))
		reader->enough = true;
	return outcome(reader, code, err);
}

enum status xml_reader_finish(struct xml_reader *reader, struct error *err)
{
	return reader->enough ? OK : outcome(reader, reader->library->xmlParseChunk(reader->parser, NULL, 0, 1), err);
}

/* --- attributes and rules ----------------------------------------------- */

const char *xml_attribute(const struct xml_element *element, const char *name)
{
	for (size_t i = 0; i < element->count; i++)
		if (!strcmp(element->attributes[i].name, name))
			return element->attributes[i].value;
	return NULL;
}

int xml_number(const struct xml_element *element, const char *name, int otherwise)
{
	static const long most = 1000000000;
	const char *value = xml_attribute(element, name);
	char *end;
	long number;

	if (!value || !*value)
		return otherwise;
	number = strtol(value, &end, 10);
	if (end == value)
		return otherwise;
	return (int)(number > most ? most : number < -most ? -most : number);
}

bool xml_is_on(const struct xml_element *element, const char *name)
{
	const char *value = xml_attribute(element, name);

	return !value || !strcmp(value, "1") || !strcmp(value, "true") || !strcmp(value, "on");
}

/* Names differ within their first letters: a call for each of a table's costs more than all else about an element. */
static inline bool same_name(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

const struct xml_rule *xml_rule_of(const struct xml_rule *rules, const char *name)
{
	for (; rules->name; rules++)
		if (same_name(rules->name, name))
			return rules;
	return NULL;
}

bool xml_start_by_rule(const struct xml_rule *rules, void *data, const struct xml_element *element)
{
	const struct xml_rule *rule = xml_rule_of(rules, element->name);

	return !rule || !rule->start || rule->start(data, element);
}

void xml_end_by_rule(const struct xml_rule *rules, void *data, const char *name)
{
	const struct xml_rule *rule = xml_rule_of(rules, name);

	if (rule && rule->end)
		rule->end(data);
}

bool xml_pass_over(void *data, const struct xml_element *element)
{
	(void)data, (void)element;
	return false;
}
