#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "office/office.h"
#include "tests/office/files.h"

TestSuite(read, .init = files_init, .fini = files_fini);

static struct source source;
static struct manuscript manuscript;
static struct error err;

static void forget(void)
{
	source_release(&source);
	manuscript_release(&manuscript);
	error_release(&err);
}

static void must_read(const char *path, const char *encoding)
{
	cr_assert_eq(office_read(path, encoding, &source, &manuscript, &err), OK, "%s", error_text(&err));
}

/* Refused, and the sentence says this. */
static void must_refuse(const char *path, const char *encoding, enum status status, const char *said)
{
	cr_assert_eq(office_read(path, encoding, &source, &manuscript, &err), status);
	cr_assert(strstr(error_text(&err), said), "«%s» does not say «%s»", error_text(&err), said);
	cr_assert_null(source.bytes, "a refused file leaves nothing");
	cr_assert_eq(manuscript.paragraphs.count, 0);
	forget();
}

static void line_is(size_t index, const char *text)
{
	cr_assert_lt(index, manuscript.paragraphs.count);
	cr_assert_str_eq(manuscript.paragraphs.items[index].text, text);
}

Test(read, keeps_the_bytes_of_the_file_as_they_were)
{
	static const char bytes[] = "\xEF\xBB\xBFKẾ HOẠCH\r\n\tI.  MỤC \n";

	must_read(file_of("a.txt", bytes, sizeof bytes - 1), NULL);
	cr_assert_eq(source.length, sizeof bytes - 1);
	cr_assert_arr_eq(source.bytes, bytes, sizeof bytes - 1);
	cr_assert_str_eq(source.name, "a.txt");
	cr_assert_str_eq(source.encoding, "utf-8");
	line_is(0, "KẾ HOẠCH");
	line_is(1, "I. MỤC");
	forget();
}

Test(read, understands_utf_16_by_its_mark)
{
	static const char little[] = "\xFF\xFE\x41\x00\xA1\x1E\n\0I\0";
	static const char big[] = "\xFE\xFF\x00\x41\x1E\xA1\0\n\0I";

	must_read(file_of("le.txt", little, sizeof little - 1), NULL);
	cr_assert_str_eq(source.encoding, "utf-16le");
	line_is(0, "Aạ");
	line_is(1, "I");
	forget();
	must_read(file_of("be.txt", big, sizeof big - 1), NULL);
	cr_assert_str_eq(source.encoding, "utf-16be");
	line_is(0, "Aạ");
	line_is(1, "I");
	forget();
}

Test(read, decodes_the_encoding_it_is_told_of_into_nfc)
{
	/* VISCII: ế AA, ạ D5. CP1258 writes the tone behind its letter: e-circumflex EA, acute EC. */
	must_read(file_of_text("viscii.txt", "K\xAA ho\xD5" "ch"), "VISCII");
	cr_assert_str_eq(source.encoding, "viscii");
	line_is(0, "Kế hoạch");
	forget();
	must_read(file_of_text("cp1258.txt", "K\xEA\xEC ho\x61\xF2" "ch"), "cp1258");
	line_is(0, "Kế hoạch");
	forget();
}

Test(read, finds_the_encoding_of_an_old_file)
{
	/* TCVN3, then the same once read as CP1252 and stored as UTF-8. */
	must_read(file_of_text("old.txt", "C\xE9ng h\xDF" "a x\xB7 h\xE9i ch\xF1 ngh\xDC" "a"), NULL);
	cr_assert_str_eq(source.encoding, "tcvn3");
	line_is(0, "Cộng hòa xã hội chủ nghĩa");
	forget();
	must_read(file_of_text("broken.txt", "Céng hßa x· héi chñ nghÜa"), NULL);
	cr_assert_str_eq(source.encoding, "utf-8:cp1252:tcvn3");
	line_is(0, "Cộng hòa xã hội chủ nghĩa");
	forget();
}

Test(read, a_mark_is_no_part_of_the_text_when_the_encoding_is_told_too)
{
	static const char little[] = "\xFF\xFE\x41\x00";

	must_read(file_of_text("a.txt", "\xEF\xBB\xBF" "A"), "utf-8");
	line_is(0, "A");
	forget();
	must_read(file_of("b.txt", little, sizeof little - 1), "utf-16le");
	line_is(0, "A");
	forget();
}

Test(read, says_that_there_is_no_such_file)
{
	must_refuse(path_of("none.txt"), NULL, STATUS_NOT_FOUND, "Không có tệp");
	must_refuse("/dev/null/none.txt", NULL, STATUS_NOT_FOUND, "Không có tệp");
}

Test(read, says_that_a_file_may_not_be_read)
{
	const char *path;

	if (!geteuid()) {
		files_fini();	/* a test that is skipped does not come to its end */
		cr_skip_test("root may read everything");
	}
	path = file_of_text("secret.txt", "I. A");
	chmod(path, 0);
	must_refuse(path, NULL, STATUS_INVALID, "Không có quyền đọc");
}

Test(read, says_that_a_folder_is_none)
{
	must_refuse("/tmp", NULL, STATUS_INVALID, "là một thư mục");
}

Test(read, says_that_a_file_is_empty)
{
	must_refuse(file_of_text("empty.txt", ""), NULL, STATUS_INVALID, "rỗng");
	must_refuse("/dev/null", NULL, STATUS_INVALID, "rỗng");
}

Test(read, says_where_a_nul_byte_is)
{
	must_refuse(file_of("nul.txt", "abc\nđe\0f", 9), NULL, STATUS_INVALID, "byte 0 ở dòng 2, cột 3");
}

Test(read, says_where_the_text_is_not_utf_8)
{
	must_refuse(file_of_text("bad.txt", "một\nhai \xE9 ba"), NULL, STATUS_INVALID, "byte E9 ở dòng 2, cột 5");
	/* A surrogate and an overlong form are no UTF-8 either. */
	must_refuse(file_of_text("surrogate.txt", "\xED\xA0\x80"), NULL, STATUS_INVALID, "dòng 1, cột 1");
	must_refuse(file_of_text("overlong.txt", "a\xC0\xAF"), NULL, STATUS_INVALID, "dòng 1, cột 2");
	must_refuse(file_of_text("cut.txt", "a\xE1\xBA"), NULL, STATUS_INVALID, "dòng 1, cột 2");
}

Test(read, says_that_the_encoding_told_is_the_wrong_one)
{
	must_refuse(file_of("odd.txt", "a\0b", 3), "utf-16le", STATUS_INVALID, "không phải bảng mã utf-16le");
	must_refuse(file_of_text("a.txt", "a"), "klingon", STATUS_INVALID, "Không biết bảng mã «klingon»");
}

Test(read, says_of_files_that_are_no_documents_what_they_are)
{
	must_refuse(file_of("a.db", "SQLite format 3\0rest", 20), NULL, STATUS_INVALID, "cơ sở dữ liệu");
	must_refuse(file_of_text("a.txt", "\x89PNG\r\n rest"), NULL, STATUS_INVALID, "tệp ảnh");
	must_refuse(file_of_text("a.doc", "Rar! rest"), NULL, STATUS_INVALID, "tệp nén");
}

Test(read, says_of_a_cut_off_package_that_it_is_damaged)
{
	must_refuse(file_of_text("a.docx", "PK\003\004 rest"), NULL, STATUS_INVALID, "bị hỏng");
}

Test(read, refuses_a_line_longer_than_64_kb_and_takes_one_as_long)
{
	char *text = xmalloc(OFFICE_MAX_LINE + 8);

	memset(text, 'a', OFFICE_MAX_LINE + 8);
	memcpy(text, "I.\n", 3);
	must_refuse(file_of("long.txt", text, OFFICE_MAX_LINE + 4), NULL, STATUS_INVALID, "Dòng 2");
	must_read(file_of("longest.txt", text, OFFICE_MAX_LINE + 3), NULL);
	cr_assert_eq(manuscript.paragraphs.count, 2);
	forget();
	free(text);
}

Test(read, refuses_what_is_larger_than_10_mb)
{
	char *text = xmalloc(OFFICE_MAX_FILE + 1);

	for (size_t i = 0; i <= OFFICE_MAX_FILE; i++)
		text[i] = i % 64 == 63 ? '\n' : 'a';
	must_refuse(file_of("large.txt", text, OFFICE_MAX_FILE + 1), NULL, STATUS_INVALID, "lớn hơn 10 MB");
	memset(text, 'a', OFFICE_MAX_FILE + 1);
	must_refuse(file_of("line.txt", text, OFFICE_MAX_FILE + 1), NULL, STATUS_INVALID, "Dòng 1");
	free(text);
}

Test(read, takes_larger_json_but_not_any)
{
	const char *path = file_of_text("large.json", "{");

	cr_assert_eq(truncate(path, OFFICE_MAX_BINARY + 1), 0);
	must_refuse(path, NULL, STATUS_INVALID, "lớn hơn 15 MB");
	cr_assert_eq(truncate(path, OFFICE_MAX_FILE + 1), 0);
	must_refuse(path, NULL, STATUS_INVALID, "byte 0 ở dòng 1, cột 2");
}

Test(read, an_endless_file_is_not_read_to_its_end)
{
	must_refuse("/dev/zero", NULL, STATUS_INVALID, "");
}
