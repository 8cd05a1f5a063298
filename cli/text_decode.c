/*
 * kehoach text decode: bytes in any encoding -> UTF-8 in NFC, as a stream.
 *
 * The text goes to standard output and nothing else does; what is to be said of
 * it goes to standard error. Bad bytes are no failure: they are kept as U+FFFD and said.
 */
#include "cli/text.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "core/base/gettext.h"
#include "core/viet/decode.h"
#include "office/encoding.h"

enum { BLOCK = 65536 };

struct request {
	const char *encoding;	/* NULL: to be found */
	bool detect;		/* only name it */
	const char *file;	/* NULL or "-": standard input */
};

/* --- the words ---------------------------------------------------------------- */

static enum status refuse_word(const char *word, struct error *err)
{
	return error_set(err, STATUS_INVALID,
			 _("«kehoach text decode» không hiểu «%s»; hãy viết «kehoach text decode [--from BẢNG_MÃ] [--detect] [TỆP]»."),
			 word);
}

static enum status read_request(int argc, char **argv, struct request *out, struct error *err)
{
	static const char from[] = "--from";
	bool options = true;

	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];

		if (options && !strcmp(word, "--")) {
			options = false;
		} else if (options && !strcmp(word, "--detect")) {
			out->detect = true;
		} else if (options && !strcmp(word, from)) {
			if (++i == argc)
				return error_set(err, STATUS_INVALID, _("Tùy chọn «%s» còn thiếu giá trị; xem «kehoach --help»."), from);
			out->encoding = argv[i];
		} else if (options && !strncmp(word, from, strlen(from)) && word[strlen(from)] == '=') {
			out->encoding = word + strlen(from) + 1;
		} else if ((options && word[0] == '-' && word[1]) || out->file) {
			return refuse_word(word, err);
		} else {
			out->file = word;
		}
	}
	return OK;
}

/* --- the stream ---------------------------------------------------------------- */

static bool is_standard_input(const struct request *request)
{
	return !request->file || !strcmp(request->file, "-");
}

static enum status refuse_file(const struct request *request, struct error *err)
{
	if (is_standard_input(request))
		return error_set(err, STATUS_IO, _("Không đọc được đầu vào chuẩn; hãy đưa văn bản vào bằng «<» hoặc «|»."));
	return error_set(err, STATUS_IO, _("Không đọc được tệp «%s» (%s); hãy kiểm tra lại tên tệp và quyền đọc."),
			 request->file, strerror(errno));
}

/* The encoding alone is wanted, and it is known. */
static bool has_enough(const struct request *request, const struct viet_decoder *decoder)
{
	return output_failed() || (request->detect && viet_decoder_report(decoder)->encoding);
}

static void hand_out(const struct request *request, struct strbuf *text)
{
	if (!request->detect)
		print_data(text->text, text->length);
	strbuf_clear(text);
}

static bool decode_stream(const struct request *request, FILE *stream, struct viet_decoder *decoder)
{
	struct strbuf text = STRBUF_INIT;
	char *block = xmalloc(BLOCK);
	size_t length;

	while (!has_enough(request, decoder) && (length = fread(block, 1, BLOCK, stream)) > 0) {
		viet_decoder_feed(decoder, block, length, &text);
		hand_out(request, &text);
	}
	if (!ferror(stream) && !has_enough(request, decoder)) {
		viet_decoder_finish(decoder, &text);
		hand_out(request, &text);
	}
	strbuf_release(&text);
	free(block);
	return !ferror(stream);
}

/* --- what is said --------------------------------------------------------------- */

static void say(char *sentence)
{
	if (sentence)
		print_error(sentence);
	free(sentence);
}

static void say_confidence(const struct viet_report *report)
{
	if (report->runner_up)
		say(xasprintf(_("Chắc %d %%; khả năng kế tiếp: %s."), report->confidence, report->runner_up));
	else
		say(xasprintf(_("Chắc %d %%; không bảng mã nào khác hợp."), report->confidence));
}

static void say_bad_bytes(const struct viet_report *report)
{
	struct strbuf places = STRBUF_INIT;

	for (size_t i = 0; i < report->bad_count && i < VIET_BAD_KEPT; i++)
		strbuf_addf(&places, "%s%llu", i ? ", " : "", report->bad_at[i]);
	if (report->bad_count > VIET_BAD_KEPT)
		strbuf_add_text(&places, ", …");
	if (report->bad_count)
		say(xasprintf(_("%llu chỗ không đọc được theo bảng mã %s, giữ lại bằng ký tự U+FFFD; vị trí byte, tính từ 0: %s."),
			      report->bad_count, report->encoding, places.text));
	strbuf_release(&places);
}

static void say_capitals(const struct viet_report *report)
{
	if (report->doubtful_capitals)
		say(xasprintf(_("%llu từ không rõ viết hoa hay viết thường, giữ chữ thường: TCVN3 không có chữ hoa mang dấu thanh."),
			      report->doubtful_capitals));
}

static void say_report(const struct request *request, const struct viet_report *report)
{
	if (request->detect)
		print_line("%s", report->encoding);
	if (!request->encoding || request->detect)
		say(encoding_sentence(report->path));
	if (request->detect)
		say_confidence(report);
	say_bad_bytes(report);
	say_capitals(report);
}

/* --- the command ---------------------------------------------------------------- */

static enum status run(const struct request *request, struct viet_decoder *decoder, struct error *err)
{
	FILE *stream = is_standard_input(request) ? stdin : fopen(request->file, "rb");
	bool whole;

	if (!stream)
		return refuse_file(request, err);
	whole = decode_stream(request, stream, decoder);
	if (!whole)
		refuse_file(request, err);
	else
		say_report(request, viet_decoder_report(decoder));
	if (stream != stdin)
		fclose(stream);
	return whole ? OK : STATUS_IO;
}

int text_decode(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	struct request request = { 0 };
	struct viet_decoder *decoder = NULL;
	int code = TEXT_MISUSE;

	if (read_request(argc, argv, &request, &err) == OK) {
		decoder = viet_decoder_new(request.encoding);
		if (!decoder)
			encoding_refuse(request.encoding, &err);
		else
			code = run(&request, decoder, &err) == OK ? TEXT_DONE : TEXT_REFUSED;
	}
	if (code != TEXT_DONE)
		print_error(error_text(&err));
	viet_decoder_free(decoder);
	error_release(&err);
	return code;
}
