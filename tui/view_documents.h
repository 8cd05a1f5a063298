/*
 * view_documents.h: the documents that the open plan and its tasks cite, each
 * once, and the files that belong to it, the missing ones marked.
 */
#ifndef TUI_VIEW_DOCUMENTS_H
#define TUI_VIEW_DOCUMENTS_H

#include "tui/app.h"

struct view *documents_view_new(row_id plan);

#endif
