/*
 * text.h: `kehoach text VERB`: the functions of core/viet for scripts and for
 * tests from outside, on standard input. Knows no database.
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

/*
 * ARGV is the line from the word "text" on. Returns the exit code: 0, 1 when the
 * input cannot be read, 2 for wrong use, 3 when the output cannot be written.
 */
int text_command(int argc, char **argv);

#endif
