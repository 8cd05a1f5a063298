#include "office/office.h"

#include <string.h>

#include "core/base/gettext.h"
#include "core/viet/decode.h"
#include "office/read/converter.h"
#include "office/read/docx.h"
#include "office/read/html.h"
#include "office/read/kind.h"
#include "office/read/markdown.h"
#include "office/read/odf.h"
#include "office/read/sheet_text.h"
#include "office/read/xlsx.h"
#include "office/text_file.h"

/* The last part of the path: where a clerk keeps the file is nobody's business. */
static const char *base_name(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash && slash[1] ? slash + 1 : name;
}

/* --- pages -------------------------------------------------------------- */

static bool shows_nothing(const struct manuscript *manuscript)
{
	for (size_t i = 0; i < manuscript->paragraphs.count; i++)
		if (*manuscript->paragraphs.items[i].text)
			return false;
	return true;
}

/* A page went beyond the limits, or has nothing to read. */
static enum status check_page(const char *label, const struct page *page, struct error *err)
{
	if (page->overflow)
		return refuse(label, page->trouble, err);
	return shows_nothing(page->manuscript) ? refuse(label, TROUBLE_NO_TEXT, err) : OK;
}

/* --- text --------------------------------------------------------------- */

static bool begins_as_json(const char *text)
{
	return *text == '{';
}

/* ENCODING: what it was decoded from. */
static enum status show_text(const char *label, const char *encoding, const char *text, size_t length,
			     struct manuscript *out, struct error *err)
{
	struct page page;
	char separator;
	enum status status = OK;

	page_init(&page, out);
	if (begins_as_json(text)) {
		;	/* a plan written by this program: office_draft_from_json() reads it */
	} else if (html_is(text, length)) {
		html_read(text, length, encoding, &page);
		status = check_page(label, &page, err);
	} else if ((separator = sheet_text_separator(text, length)) != '\0') {
		sheet_text_read(text, length, separator, &page);
		status = check_page(label, &page, err);
	} else if (markdown_is(text, length)) {
		markdown_read(text, length, &page);
		status = check_page(label, &page, err);
	} else {
		manuscript_from_text(text, length, out);
	}
	page_release(&page);
	return status;
}

/* What xls2csv writes of a sheet, however few rows it has. */
static enum status show_rows(const char *label, const char *text, size_t length, struct manuscript *out, struct error *err)
{
	struct page page;
	enum status status;

	page_init(&page, out);
	sheet_text_read(text, length, ',', &page);
	status = check_page(label, &page, err);
	page_release(&page);
	return status;
}

/* --- packages ----------------------------------------------------------- */

static enum status show_package(const char *label, enum file_kind kind, const char *bytes, size_t length,
				struct manuscript *out, struct error *err)
{
	struct package *package;
	struct page page;
	enum status status = package_open(label, bytes, length, &package, err);

	if (status != OK)
		return status;
	page_init(&page, out);
	if (kind == KIND_XLSX)
		status = xlsx_read(package, &page, err);
	else if (kind == KIND_ODF)
		status = odf_read(package, &page, err);
	else
		status = docx_read(package, &page, err);
	if (status == OK)
		status = check_page(label, &page, err);
	page_release(&page);
	package_free(package);
	return status;
}

/* --- what is read by others, or not at all ------------------------------ */

static enum status show_converted_text(const char *label, enum file_kind kind, struct text_file *file,
				       struct manuscript *out, struct error *err)
{
	enum status status = text_file_decode(label, NULL, file, err);

	if (status != OK)
		return status;
	if (kind == KIND_XLS)
		return show_rows(label, file->text.text, file->text.length, out, err);
	return show_text(label, file->encoding, file->text.text, file->text.length, out, err);
}

static enum status show_converted(const char *label, enum file_kind kind, const char *bytes, size_t length,
				  struct manuscript *out, struct error *err)
{
	struct text_file converted = TEXT_FILE_INIT;
	enum status status = converter_run(label, kind, bytes, length, &converted.bytes, err);
	enum file_kind became = KIND_TEXT;

	if (status == OK)
		became = kind_of_bytes(converted.bytes.text, converted.bytes.length);
	if (status == OK && (became == KIND_DOCX || became == KIND_XLSX))
		status = show_package(label, became, converted.bytes.text, converted.bytes.length, out, err);
	else if (status == OK)
		status = show_converted_text(label, kind, &converted, out, err);
	if (status == OK && shows_nothing(out))
		status = refuse(label, TROUBLE_NO_TEXT, err);
	text_file_release(&converted);
	return status;
}

static enum status refuse_kind(const char *label, enum file_kind kind, struct error *err)
{
	switch (kind) {
	case KIND_LOCKED:
		return refuse(label, TROUBLE_LOCKED, err);
	case KIND_PICTURE:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp ảnh; hãy nhận dạng chữ (OCR) trước rồi nhập văn bản nhận được."), label);
	case KIND_DATABASE:
		return error_set(err, STATUS_INVALID, _("«%s» là một cơ sở dữ liệu, không phải văn bản."), label);
	case KIND_ARCHIVE:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp nén; hãy giải nén rồi nhập từng văn bản ở trong."), label);
	default:
		return error_set(err, STATUS_INVALID,
				 _("«%s» là tệp của Office nhưng không phải văn bản hay bảng tính; "
				   "hãy lưu nội dung thành .docx rồi nhập lại."), label);
	}
}

/* Of all kinds but text. */
static enum status show_bytes(const char *label, enum file_kind kind, const char *bytes, size_t length,
			      struct manuscript *out, struct error *err)
{
	switch (kind) {
	case KIND_DOCX:
	case KIND_XLSX:
	case KIND_ODF:
		return show_package(label, kind, bytes, length, out, err);
	case KIND_DOC:
	case KIND_XLS:
	case KIND_PDF:
	case KIND_RTF:
		return show_converted(label, kind, bytes, length, out, err);
	default:
		return refuse_kind(label, kind, err);
	}
}

/* --- the file ----------------------------------------------------------- */

static enum status show_file(const char *name, const char *encoding, struct text_file *file, struct manuscript *out,
			     struct error *err)
{
	const char *label = text_file_label(name);
	enum file_kind kind = kind_of_bytes(file->bytes.text, file->bytes.length);
	enum status status;

	if (kind != KIND_TEXT && encoding)
		return error_set(err, STATUS_INVALID,
				 _("«%s» không phải tệp chữ thuần nên không có bảng mã để chọn; "
				   "hãy bỏ «--from» rồi nhập lại."), label);
	if (kind != KIND_TEXT) {
		status = show_bytes(label, kind, file->bytes.text, file->bytes.length, out, err);
		replace_string(&file->encoding, kind_word(kind));
		return status;
	}
	status = text_file_decode(name, encoding, file, err);
	return status == OK ? show_text(label, file->encoding, file->text.text, file->text.length, out, err) : status;
}

enum status office_read(const char *name, const char *encoding, struct source *source,
			struct manuscript *manuscript, struct error *err)
{
	struct text_file file = TEXT_FILE_INIT;
	struct manuscript read = { 0 };
	enum status status = text_file_load(name, &file, err);

	if (status == OK)
		status = show_file(name, encoding, &file, &read, err);
	if (status == OK) {
		source_release(source);
		source->name = xstrdup(base_name(name));
		source->encoding = xstrdup(file.encoding);
		source->length = file.bytes.length;
		source->bytes = strbuf_detach(&file.bytes);
		manuscript_release(manuscript);
		*manuscript = read;
	} else {
		manuscript_release(&read);
	}
	text_file_release(&file);
	return status;
}

static enum status show_decoded(const struct source *source, struct manuscript *out, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	enum status status;

	if (viet_decode(source->encoding, source->bytes, source->length, &text))
		status = show_text(source->name, source->encoding, text.text, text.length, out, err);
	else
		status = error_set(err, STATUS_INVALID,
				   _("Không đọc được tệp gốc theo bảng mã «%s» ở máy này; tệp vẫn còn nguyên."),
				   source->encoding);
	strbuf_release(&text);
	return status;
}

enum status office_show_source(const struct source *source, struct manuscript *manuscript, struct error *err)
{
	enum file_kind kind = kind_of_bytes(source->bytes, source->length);
	struct manuscript read = { 0 };
	enum status status;

	if (kind != KIND_TEXT)
		status = show_bytes(source->name, kind, source->bytes, source->length, &read, err);
	else
		status = show_decoded(source, &read, err);
	if (status != OK) {
		manuscript_release(&read);
		return status;
	}
	manuscript_release(manuscript);
	*manuscript = read;
	return OK;
}
