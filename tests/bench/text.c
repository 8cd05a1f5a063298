#include <config.h>

#include "tests/bench/text.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/memory.h"
#include "core/viet/internal.h"
#include "tests/bench/figures.h"
#include "tests/core/viet_bytes.h"

enum { FILE_BYTES = 64 << 20, RUNS = 3 };

static const struct {
	enum figure_id figure;
	const char *form;	/* see viet_bytes.h */
	const char *iconv;	/* its name there; NULL: it has none, or does not do the same */
} encodings[] = {
	{ FIGURE_DECODE_UTF_8, "utf-8", "UTF-8" },
	{ FIGURE_DECODE_NFD, "nfd", NULL },
	{ FIGURE_DECODE_UTF_16, "utf-16le", "UTF-16LE" },
	{ FIGURE_DECODE_TCVN3, "tcvn3", NULL },
	{ FIGURE_DECODE_TCVN5712, "tcvn5712-1", "TCVN5712-1" },
	{ FIGURE_DECODE_VNI, "vni", NULL },
	{ FIGURE_DECODE_VISCII, "viscii", "VISCII" },
	{ FIGURE_DECODE_VIQR, "viqr", NULL },
	{ FIGURE_DECODE_CP1258, "cp1258", "CP1258" },
};

_Noreturn static void fail(const char *what)
{
	fprintf(stderr, "bench: this failed: %s\n", what);
	exit(1);
}

/* The sample's text again and again. */
static size_t write_file(const char *name, const char *form)
{
	struct strbuf bytes = STRBUF_INIT;
	char *text = sample_text();
	FILE *file = fopen(name, "wb");
	size_t length = 0;

	encode_text(form, text, &bytes);
	for (; file && length < FILE_BYTES; length += bytes.length)
		fwrite(bytes.text, 1, bytes.length, file);
	if (!file || fclose(file))
		fail(name);
	free(text);
	strbuf_release(&bytes);
	return length;
}

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Seconds that a program takes with INPUT to read, its output thrown away; *KIB grows to what it had resident. */
static double run(const char *const *argv, const char *input, long *kib)
{
	double begin = seconds_now();
	struct rusage usage;
	pid_t pid = fork();
	int status;

	if (!pid) {
		int nowhere = open("/dev/null", O_WRONLY);

		dup2(open(input, O_RDONLY), STDIN_FILENO);
		dup2(nowhere, STDOUT_FILENO);
		dup2(nowhere, STDERR_FILENO);
		execvp(argv[0], (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	if (wait4(pid, &status, 0, &usage) != pid || status)
		fail(argv[0]);
	if (usage.ru_maxrss > *kib)
		*kib = usage.ru_maxrss;
	return seconds_now() - begin;
}

/* Megabytes a second, of the fastest run: the others waited for something else. */
static double speed(const char *const *argv, const char *input, size_t length, long *kib)
{
	double least = run(argv, input, kib);

	for (int i = 1; i < RUNS; i++) {
		double seconds = run(argv, input, kib);

		if (seconds < least)
			least = seconds;
	}
	return (double)length / 1e6 / least;
}

void measure_decoding(const char *kehoach, const char *folder)
{
	char *name = xasprintf("%s/text", folder);
	long kib = 0, ignored = 0;

	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		size_t length = write_file(name, encodings[i].form);
		const char *const ours[] = { kehoach, "text", "decode", name, NULL };
		const char *const theirs[] = { "iconv", "-f", encodings[i].iconv, "-t", "UTF-8", name, NULL };
		double floor = encodings[i].iconv ? speed(theirs, name, length, &ignored) : NO_FLOOR;

		figure(encodings[i].figure, floor, speed(ours, name, length, &kib));
	}
	figure(FIGURE_DECODE_RSS, NO_FLOOR, (double)kib);
	remove(name);
	free(name);
}

/* --- typing ----------------------------------------------------------------- */

static const struct {
	enum figure_id figure;
	const char *method;
	const char *tones;	/* in the order of enum tone, from the second on */
	const char *marks;	/* in the order of enum mark, from the second on; '=': the letter again */
} keyboards[] = {
	{ FIGURE_TELEX, "telex", "frxsj", "w=wd" },
	{ FIGURE_VNI, "vni", "23415", "8679" },
	{ FIGURE_VIQR, "viqr", "`?~'.", "(^+d" },
};

/* The keys that a typist presses for a text: marks behind their letter, the tone behind the word. */
static void add_keys(const char *text, size_t keyboard, struct strbuf *keys)
{
	size_t length = strlen(text);
	char tone = '\0';

	for (size_t at = 0; at <= length;) {
		struct viet_letter letter = { 0 };
		uint32_t c = '\n';

		at += at < length ? viet_read(text + at, length - at, &c) : 1;
		if (viet_split(c, &letter)) {
			strbuf_add_char(keys, (char)(letter.capital ? letter.base - 0x20 : letter.base));
			if (letter.mark) {
				char key = keyboards[keyboard].marks[letter.mark - 1];

				strbuf_add_char(keys, key == '=' ? (char)letter.base : key);
			}
			tone = letter.tone ? keyboards[keyboard].tones[letter.tone - 1] : tone;
			continue;
		}
		if (tone)
			strbuf_add_char(keys, tone);
		tone = '\0';
		strbuf_add_utf8(keys, c);
	}
}

void measure_typing(const char *kehoach, const char *folder)
{
	enum { KEYS = 8 << 20 };
	char *name = xasprintf("%s/keys", folder), *text = sample_text();
	long ignored = 0;

	for (size_t i = 0; i < sizeof keyboards / sizeof *keyboards; i++) {
		const char *const argv[] = { kehoach, "text", keyboards[i].method, NULL };
		struct strbuf keys = STRBUF_INIT;
		FILE *file = fopen(name, "wb");
		size_t length = 0;

		add_keys(text, i, &keys);
		for (; file && length < KEYS; length += keys.length)
			fwrite(keys.text, 1, keys.length, file);
		if (!file || fclose(file))
			fail(name);
		figure(keyboards[i].figure, NO_FLOOR, speed(argv, name, length, &ignored));
		strbuf_release(&keys);
	}
	remove(name);
	free(name);
	free(text);
}

/* --- reading plans ---------------------------------------------------------- */

static const char *const bodies[] = {
	"Sở Nội vụ", "Sở Kế hoạch và Đầu tư", "Sở Văn hóa, Thể thao và Du lịch", "UBND các huyện, thành phố",
	"Công an tỉnh", "Thủ trưởng các Sở, ban, ngành", "Văn phòng UBND tỉnh",
};
static const char *const times[] = {
	"Thường xuyên", "Quý III/2021", "Trước ngày 30/11/2021", "Hằng năm", "Trong tháng 8 năm 2021",
};
static const char *const works[] = {
	"Rà soát, sửa đổi quy chế làm việc của các cơ quan chuyên môn",
	"Xây dựng và trình ban hành đề án vị trí việc làm giai đoạn 2021 - 2025",
	"Tổ chức tập huấn theo Quyết định số 15/QĐ-UBND ngày 12/3/2021 của Ủy ban nhân dân tỉnh",
	"Kiểm tra, đôn đốc việc giải quyết thủ tục hành chính tại bộ phận một cửa",
};

#define ANY(list, i) ((list)[(i) % (sizeof(list) / sizeof *(list))])

/* A section of seven tasks; two of three say who, with whom and when. */
static void add_section(unsigned int number, struct strbuf *out)
{
	strbuf_addf(out, "%u. Nhóm nhiệm vụ thứ %u\n", number, number);
	for (unsigned int i = number; i < number + 7; i++) {
		strbuf_addf(out, "- %s trên địa bàn tỉnh, bảo đảm tiết kiệm, hiệu quả (lần %u).\n", ANY(works, i), i);
		if (i % 3)
			strbuf_addf(out, "+ Cơ quan chủ trì: %s.\n+ Cơ quan phối hợp: %s, các đơn vị liên quan.\n"
					 "+ Thời gian: %s.\n", ANY(bodies, i), ANY(bodies, i + 3), ANY(times, i));
	}
}

static void put(const char *name, const struct strbuf *text)
{
	FILE *file = fopen(name, "wb");

	if (!file || fwrite(text->text, 1, text->length, file) != text->length || fclose(file))
		fail(name);
}

void measure_reading(const char *kehoach, const char *folder)
{
	enum { PLAN_BYTES = 10000000, SHEET_ROWS = 5000 };
	char *name = xasprintf("%s/plan.txt", folder), *sheet = xasprintf("%s/sheet.csv", folder);
	char *nothing = xasprintf("%s/never-made.db", folder);
	const char *const read_plan[] = { kehoach, "--db", nothing, "import", "--dry-run", name, NULL };
	const char *const read_sheet[] = { kehoach, "--db", nothing, "import", "--dry-run", sheet, NULL };
	struct strbuf text = STRBUF_INIT;
	long kib = 0;

	strbuf_add_text(&text, "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 15/KH-UBND\nHà Giang, ngày 11 tháng 01 năm 2021\n"
			       "KẾ HOẠCH\nCông tác năm 2021\nI. NHIỆM VỤ\n");
	for (unsigned int i = 1; text.length < PLAN_BYTES; i++)
		add_section(i, &text);
	put(name, &text);
	figure(FIGURE_READ_PLAN, NO_FLOOR, speed(read_plan, name, text.length, &kib));
	figure(FIGURE_READ_PLAN_RSS, NO_FLOOR, (double)kib * 1024 / (double)text.length);
	strbuf_clear(&text);
	strbuf_add_text(&text, "PHỤ LỤC\nSTT;Nội dung;Cơ quan chủ trì;Cơ quan phối hợp;Thời gian\n");
	for (unsigned int i = 1; i <= SHEET_ROWS; i++)
		strbuf_addf(&text, "%u;%s (lần %u);%s;%s;%s\n", i, ANY(works, i), i, ANY(bodies, i), ANY(bodies, i + 2),
			    ANY(times, i));
	put(sheet, &text);
	figure(FIGURE_READ_SHEET, NO_FLOOR, speed(read_sheet, sheet, SHEET_ROWS, &kib) * 1e6);
	strbuf_release(&text);
	remove(name);
	remove(sheet);
	free(name);
	free(sheet);
	free(nothing);
}
