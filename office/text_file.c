#include "office/text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/gettext.h"
#include "core/viet/viet.h"
#include "core/viet/decode.h"
#include "office/encoding.h"
#include "office/office.h"
#include "office/read/html.h"
#include "office/read/kind.h"

enum { ENOUGH_CONFIDENCE = 40 };

void text_file_release(struct text_file *file)
{
	strbuf_release(&file->bytes);
	strbuf_release(&file->text);
	free(file->encoding);
	file->encoding = NULL;
}

static bool is_standard_input(const char *name)
{
	return !strcmp(name, "-");
}

const char *text_file_label(const char *name)
{
	return is_standard_input(name) ? _("đầu vào chuẩn") : name;
}

/* --- bytes -------------------------------------------------------------- */

static enum status refuse_to_open(const char *name, int why, struct error *err)
{
	switch (why) {
	case ENOENT:
	case ENOTDIR:
		return error_set(err, STATUS_NOT_FOUND, _("Không có tệp «%s»; hãy kiểm tra lại tên tệp và thư mục."), name);
	case EACCES:
	case EPERM:
		return error_set(err, STATUS_INVALID,
				 _("Không có quyền đọc tệp «%s»; hãy xin quyền đọc hoặc chép tệp sang thư mục của mình."), name);
	case EISDIR:
		return error_set(err, STATUS_INVALID, _("«%s» là một thư mục; hãy chỉ tên một tệp văn bản."),
				 text_file_label(name));
	case ELOOP:
		return error_set(err, STATUS_INVALID, _("«%s» là liên kết trỏ vòng về chính nó; hãy chỉ tên tệp thật."), name);
	case ETIMEDOUT:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là một ống dẫn mà không chương trình nào ghi vào; hãy chỉ tên một tệp."), name);
	default:
		return error_set(err, STATUS_INVALID, _("Không đọc được «%s» (%s); hãy thử chép tệp sang chỗ khác rồi nhập lại."),
				 text_file_label(name), strerror(why));
	}
}

/* Files of other kinds hold more than words: pictures, fonts, the marks of JSON. */
static bool may_be_larger(const struct strbuf *bytes)
{
	return bytes->length && (bytes->text[0] == '{' || kind_has_mark(bytes->text, bytes->length));
}

static size_t largest(const struct strbuf *bytes)
{
	return may_be_larger(bytes) ? OFFICE_MAX_BINARY : OFFICE_MAX_FILE;
}

/* Ends soon behind what is allowed, so that too much can be told from enough. */
static enum status read_stream(FILE *stream, const char *name, struct strbuf *out, struct error *err)
{
	char block[BUFSIZ];
	size_t length;

	while (out->length <= largest(out) && (length = fread(block, 1, sizeof block, stream)) > 0)
		strbuf_add(out, block, length);
	if (ferror(stream))
		return refuse_to_open(name, errno, err);
	return OK;
}

/* Opening a pipe waits for who writes into it, for ever: here only for a while. Fails as fopen() does. */
static FILE *open_file(const char *name)
{
	enum { PATIENCE = 3000 };	/* milliseconds */
	struct stat st;
	struct pollfd pipe = { .events = POLLIN };
	FILE *stream;

	if (stat(name, &st) || !S_ISFIFO(st.st_mode))
		return fopen(name, "rb");
	pipe.fd = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (pipe.fd < 0)
		return NULL;
	if (poll(&pipe, 1, PATIENCE) < 1 || fcntl(pipe.fd, F_SETFL, 0) < 0 || !(stream = fdopen(pipe.fd, "rb"))) {
		close(pipe.fd);
		errno = ETIMEDOUT;
		return NULL;
	}
	return stream;
}

static enum status read_bytes(const char *name, struct strbuf *out, struct error *err)
{
	FILE *stream = is_standard_input(name) ? stdin : open_file(name);
	enum status status;

	if (!stream)
		return refuse_to_open(name, errno, err);
	status = read_stream(stream, name, out, err);
	if (stream != stdin)
		fclose(stream);
	return status;
}

/* --- what is no text ---------------------------------------------------- */

static enum status refuse_known_format(const char *name, const struct strbuf *bytes, struct error *err)
{
	static const struct {
		const char *magic;
		size_t length;
		const char *what;
	} formats[] = {
		{ "PK\003\004", 4, N_("tệp nén hoặc tệp docx, xlsx, odt") },
		{ "\xD0\xCF\x11\xE0", 4, N_("tệp doc hoặc xls của Office cũ") },
		{ "%PDF-", 5, N_("tệp PDF") },
		{ "SQLite format 3", 16, N_("một cơ sở dữ liệu") },
	};

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (bytes->length >= formats[i].length && !memcmp(bytes->text, formats[i].magic, formats[i].length))
			return error_set(err, STATUS_INVALID,
					 _("«%s» là %s, không phải văn bản thuần; hãy mở tệp rồi lưu thành tệp .txt (UTF-8)."),
					 text_file_label(name), _(formats[i].what));
	return OK;
}

struct text_place {
	size_t line, column;	/* from 1; columns count code points */
};

static struct text_place place_of(const char *text, size_t offset)
{
	struct text_place place = { 1, 1 };

	for (size_t i = 0; i < offset; i++) {
		if (text[i] == '\n') {
			place.line++;
			place.column = 1;
		} else if (((unsigned char)text[i] & 0xC0) != 0x80) {
			place.column++;
		}
	}
	return place;
}

static enum status refuse_nul(const char *name, const struct strbuf *text, struct error *err)
{
	const char *nul = memchr(text->text, '\0', text->length);
	struct text_place place;

	if (!nul)
		return OK;
	place = place_of(text->text, (size_t)(nul - text->text));
	return error_set(err, STATUS_INVALID,
			 _("«%s» là tệp nhị phân (byte 0 ở dòng %zu, cột %zu), không phải văn bản; "
			   "nếu đó là văn bản UTF-16 thì thêm «--from utf-16le»."),
			 text_file_label(name), place.line, place.column);
}

static enum status refuse_long_line(const char *name, const struct strbuf *text, struct error *err)
{
	size_t start = 0;

	for (size_t line = 1; start < text->length; line++) {
		const char *end = memchr(text->text + start, '\n', text->length - start);
		size_t length = end ? (size_t)(end - text->text) - start : text->length - start;

		if (length > OFFICE_MAX_LINE)
			return error_set(err, STATUS_INVALID,
					 _("Dòng %zu của «%s» dài quá %d KB nên không phải văn bản của một kế hoạch; "
					   "hãy kiểm tra lại tệp."),
					 line, text_file_label(name), OFFICE_MAX_LINE / 1024);
		start += length + 1;
	}
	return OK;
}

static enum status refuse_size(const char *name, const struct strbuf *bytes, struct error *err)
{
	if (!bytes->length)
		return error_set(err, STATUS_INVALID, _("«%s» rỗng, không có gì để đọc; hãy kiểm tra lại tệp."),
				 text_file_label(name));
	if (bytes->length <= largest(bytes))
		return OK;
	if (!may_be_larger(bytes) && refuse_long_line(name, bytes, err) != OK)
		return STATUS_INVALID;
	return error_set(err, STATUS_INVALID,
			 _("«%s» lớn hơn %zu MB, quá lớn với văn bản của một kế hoạch; hãy chia tệp hoặc kiểm tra lại tệp."),
			 text_file_label(name), largest(bytes) / (1024 * 1024));
}

/* --- encodings ---------------------------------------------------------- */

/* What is found by itself must be likely, or be what most files are. */
static bool is_likely(const struct viet_report *report)
{
	return report->confidence >= ENOUGH_CONFIDENCE || !strcmp(report->path, "utf-8");
}

/* Where nothing was likely: what a web page says of itself, else UTF-8, so that its bad bytes can be named. */
static char *last_resort(const struct strbuf *bytes)
{
	char *declared = html_is(bytes->text, bytes->length) ? html_declared_encoding(bytes->text, bytes->length) : NULL;
	struct viet_decoder *decoder = declared ? viet_decoder_new(declared) : NULL;

	viet_decoder_free(decoder);
	if (decoder)
		return declared;
	free(declared);
	return xstrdup("utf-8");
}

/* The text that BYTES are in ENCODING (NULL: find it). */
static enum status decode(const char *encoding, const struct strbuf *bytes, struct text_file *out, struct error *err)
{
	struct viet_decoder *decoder = viet_decoder_new(encoding);
	const struct viet_report *report;
	enum status status;
	char *other;
	bool likely;

	if (!decoder)
		return encoding_refuse(encoding, err);
	viet_decoder_feed(decoder, bytes->text, bytes->length, &out->text);
	viet_decoder_finish(decoder, &out->text);
	report = viet_decoder_report(decoder);
	likely = encoding || is_likely(report);
	if (likely) {
		replace_string(&out->encoding, report->path);
		out->bad_count = report->bad_count;
		out->first_bad = report->bad_at[0];
	}
	viet_decoder_free(decoder);
	if (likely)
		return OK;
	strbuf_clear(&out->text);
	other = last_resort(bytes);
	status = decode(other, bytes, out, err);
	free(other);
	return status;
}

static enum status refuse_bad_bytes(const char *name, const struct text_file *file, struct error *err)
{
	const char *first = strstr(file->text.text, "\uFFFD");
	struct text_place place;

	if (!file->bad_count)
		return OK;
	if (!strcmp(file->encoding, "utf-8")) {
		place = place_of(file->bytes.text, file->first_bad);
		return error_set(err, STATUS_INVALID,
				 _("«%s» không phải UTF-8 (byte %02X ở dòng %zu, cột %zu); hãy cho biết bảng mã của tệp bằng «--from», "
				   "ví dụ «--from tcvn3», hoặc lưu lại tệp thành UTF-8."),
				 text_file_label(name), (unsigned int)(unsigned char)file->bytes.text[file->first_bad],
				 place.line, place.column);
	}
	place = place_of(file->text.text, first ? (size_t)(first - file->text.text) : 0);
	return error_set(err, STATUS_INVALID,
			 _("«%s» không phải bảng mã %s (sai ở dòng %zu, cột %zu); hãy thử bảng mã khác với «--from»."),
			 text_file_label(name), file->encoding, place.line, place.column);
}

enum status text_file_load(const char *name, struct text_file *out, struct error *err)
{
	struct text_file file = TEXT_FILE_INIT;
	enum status status = read_bytes(name, &file.bytes, err);

	if (status == OK)
		status = refuse_size(name, &file.bytes, err);
	if (status != OK) {
		text_file_release(&file);
		return status;
	}
	text_file_release(out);
	*out = file;
	return OK;
}

/* JSON writes line ends inside its strings, web pages write none at all: their lines are as long as their texts. */
static bool has_lines(const struct strbuf *text)
{
	return text->text[0] != '{' && !html_is(text->text, text->length);
}

enum status text_file_decode(const char *name, const char *encoding, struct text_file *file, struct error *err)
{
	enum status status = decode(encoding, &file->bytes, file, err);

	if (status == OK)
		status = refuse_nul(name, &file->text, err);
	if (status == OK)
		status = refuse_bad_bytes(name, file, err);
	if (status == OK && has_lines(&file->text))
		status = refuse_long_line(name, &file->text, err);
	return status;
}

enum status text_file_read(const char *name, const char *encoding, struct text_file *out, struct error *err)
{
	struct text_file file = TEXT_FILE_INIT;
	enum status status = text_file_load(name, &file, err);

	if (status == OK)
		status = refuse_known_format(name, &file.bytes, err);
	if (status == OK)
		status = text_file_decode(name, encoding, &file, err);
	if (status != OK) {
		text_file_release(&file);
		return status;
	}
	text_file_release(out);
	*out = file;
	return OK;
}

void text_cells(const char *text, size_t length, char separator, struct string_list *out)
{
	size_t start = 0;

	while (start <= length) {
		const char *end = memchr(text + start, separator, length - start);
		size_t piece = end ? (size_t)(end - text) - start : length - start;
		struct strbuf clean = STRBUF_INIT;

		viet_clean(text + start, piece, &clean);
		string_list_add_owned(out, strbuf_detach(&clean));
		start += piece + 1;
	}
}

bool text_says_nothing(const char *line, size_t length)
{
	size_t at = 0;

	while (at < length && strchr(" \t\r", line[at]))
		at++;
	return at == length || line[at] == '#';
}
