-- E-mail of a day is gathered by person from what still waits, and not from all that anybody ever got.
create index message_waiting on message (user_id, next_at) where next_at is not null;
-- What somebody was told about a request: asked for each request that is overdue, and where its content is removed.
create index notification_request on notification (request_id, template, at);
create index message_request on message (request_id);
