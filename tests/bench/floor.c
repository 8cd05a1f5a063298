/*
 * floor DATABASE: the least that a list of tasks on a terminal can cost.
 *
 * A title, a heading, one page of rows read by one statement, a line of keys;
 * Down, Page Down and Home move a mark. Curses draws straight to the terminal and
 * nothing else is done. What kehoach takes is shown as a multiple of this.
 *
 * floor DATABASE commit N: instead the times of N one-row commits, in ms, a line each.
 *
 * floor DATABASE words PHRASE N: instead the times, likewise, in which the index of words is asked N times for a page.
 */
#include <config.h>

#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

enum { ROW_MAX = 512, FRAME_TOP = 2, FRAME_BOTTOM = 1 };

static sqlite3 *database;

_Noreturn static void fail(void)
{
	fprintf(stderr, "floor: %s\n", sqlite3_errmsg(database));
	exit(1);
}

static sqlite3_stmt *prepare(const char *sql)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL))
		fail();
	return statement;
}

static void run(const char *sql)
{
	if (sqlite3_exec(database, sql, NULL, NULL, NULL))
		fail();
}

/* --- the list ----------------------------------------------------------- */

static void draw_text(int row, int column, const char *text)
{
	wchar_t wide[ROW_MAX];
	size_t length = mbstowcs(wide, text, ROW_MAX);
	int room = COLS - column;

	if (length != (size_t)-1)
		mvaddnwstr(row, column, wide, (int)length < room ? (int)length : room);
}

static void draw(sqlite3_stmt *rows, int top, int selected, int page)
{
	char text[ROW_MAX];
	int row = FRAME_TOP;

	erase();
	draw_text(0, 0, " Kế hoạch công tác");
	draw_text(1, 0, "     STT Hạn        Nhiệm vụ");
	draw_text(LINES - 1, 0, " Space xong  a chủ trì  c phối hợp  d hạn  / tìm  f lọc  ? trợ giúp");
	sqlite3_bind_int(rows, 1, top);
	sqlite3_bind_int(rows, 2, page);
	for (; sqlite3_step(rows) == SQLITE_ROW; row++) {
		const char *due = (const char *)sqlite3_column_text(rows, 1);

		snprintf(text, sizeof text, "%c%7d %-10s %s", top + row - FRAME_TOP == selected ? '>' : ' ',
			 sqlite3_column_int(rows, 0), due ? due : "", (const char *)sqlite3_column_text(rows, 2));
		draw_text(row, 0, text);
	}
	sqlite3_reset(rows);
	move(FRAME_TOP + selected - top, 0);
	refresh();
}

static int clamp(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

static void show(void)
{
	sqlite3_stmt *rows = prepare("SELECT id, due, title FROM task WHERE id >= ?1 ORDER BY id LIMIT ?2");
	sqlite3_stmt *last = prepare("SELECT max(id) FROM task");
	int top = 1, selected = 1, total, key;

	sqlite3_step(last);
	total = sqlite3_column_int(last, 0);
	sqlite3_finalize(last);
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	idlok(stdscr, TRUE);
	curs_set(0);
	do {
		int page = LINES - FRAME_TOP - FRAME_BOTTOM;

		draw(rows, top, selected, page);
		key = getch();
		if (key == KEY_NPAGE)
			top += page;
		selected += key == KEY_DOWN ? 1 : key == KEY_NPAGE ? page : 0;
		selected = key == KEY_HOME ? 1 : selected;
		selected = clamp(selected, 1, total);
		top = clamp(top, selected - page + 1, selected);
	} while (key != 'q');
	endwin();
	sqlite3_finalize(rows);
}

/* --- the disk ----------------------------------------------------------- */

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void commit_times(int count)
{
	sqlite3_stmt *write;

	run("PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA wal_autocheckpoint = 0;"
	    "CREATE TABLE floor (id INTEGER PRIMARY KEY, value INTEGER); INSERT INTO floor VALUES (1, 0)");
	write = prepare("UPDATE floor SET value = value + 1 WHERE id = 1");
	for (int i = 0; i < count; i++) {
		double begin = now_ms();

		if (sqlite3_step(write) != SQLITE_DONE)
			fail();
		sqlite3_reset(write);
		printf("%.4f\n", now_ms() - begin);
	}
	sqlite3_finalize(write);
}

/* --- the index of words ------------------------------------------------- */

static void word_times(const char *phrase, int count)
{
	sqlite3_stmt *find = prepare("SELECT rowid FROM task_search WHERE task_search MATCH ?1 ORDER BY rowid LIMIT 22");

	sqlite3_bind_text(find, 1, phrase, -1, SQLITE_STATIC);
	for (int i = 0; i < count; i++) {
		double begin = now_ms();

		while (sqlite3_step(find) == SQLITE_ROW)
			;
		sqlite3_reset(find);
		printf("%.4f\n", now_ms() - begin);
	}
	sqlite3_finalize(find);
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
	if (argc < 2 || sqlite3_open(argv[1], &database))
		return 2;
	if (argc == 4 && !strcmp(argv[2], "commit"))
		commit_times(atoi(argv[3]));
	else if (argc == 5 && !strcmp(argv[2], "words"))
		word_times(argv[3], atoi(argv[4]));
	else
		show();
	sqlite3_close(database);
	return 0;
}
