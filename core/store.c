#include "core/store.h"

void section_row_release(struct section_row *row)
{
	section_release(&row->section);
	*row = (struct section_row){ 0 };
}

void task_row_release(struct task_row *row)
{
	task_release(&row->task);
	free(row->section_path);
	free(row->leads);
	*row = (struct task_row){ 0 };
}

void plan_row_release(struct plan_row *row)
{
	plan_release(&row->plan);
	*row = (struct plan_row){ 0 };
}

void source_release(struct source *source)
{
	free(source->name);
	free(source->encoding);
	free(source->bytes);
	free(source->imported_by);
	*source = (struct source){ 0 };
}

void review_release(struct review *review)
{
	source_release(&review->source);
	free(review->who);
	hint_list_release(&review->hints);
	*review = (struct review){ 0 };
}

void change_field_release(struct change_field *field)
{
	free(field->entity);
	free(field->field);
	free(field->before);
	free(field->after);
	*field = (struct change_field){ 0 };
}

void change_release(struct change *change)
{
	free(change->who);
	free(change->action);
	free(change->summary);
	change_field_list_release(&change->fields);
	*change = (struct change){ 0 };
}

void owed_task_release(struct owed_task *task)
{
	free(task->path);
	free(task->title);
	for (size_t i = 0; i < task->count; i++)
		free(task->shares[i].period);
	free(task->shares);
	*task = (struct owed_task){ 0 };
}

DEFINE_LIST(owed_task)
DEFINE_LIST(section_row)
DEFINE_LIST(task_row)
DEFINE_LIST(plan_row)
DEFINE_LIST(source)
DEFINE_LIST(review)
DEFINE_LIST(change_field)
DEFINE_LIST(change)

void session_release(struct session *session)
{
	free(session->who);
	free(session->screen);
	*session = (struct session){ 0 };
}

DEFINE_LIST(session)
