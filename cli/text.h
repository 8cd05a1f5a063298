/*
 * text.h: the parts of `kehoach text` that have files of their own.
 */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

enum text_exit { TEXT_DONE, TEXT_REFUSED, TEXT_MISUSE };

/* `kehoach text decode`: ARGV begins with "decode". Returns the exit code. */
int text_decode(int argc, char **argv);

#endif
