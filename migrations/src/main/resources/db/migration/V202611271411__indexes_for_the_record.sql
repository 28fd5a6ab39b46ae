-- The record by person and by action, newest first: a filter that few events or none meet read all of them before.
create index event_actor on audit.event (actor, id);
create index event_action on audit.event (action, id);
