-- Answers of the last thirty days that the records of busy grains have no room for, so that what a command writes does not grow with history.
create table older_answer (
    stream text not null,
    command_id text not null,
    content text not null,
    at {number} not null,
    answer text not null,
    primary key (stream, command_id)
) {rowless};
create index older_answer_at on older_answer (at);
