#include "tui/surface.h"

#include <stdlib.h>

void surface_release(struct surface *surface)
{
	free(surface->cells);
	*surface = (struct surface){ .cursor_row = -1, .cursor_column = -1 };
}
