-- What a reviewer has written of an evaluation and not handed in. Nobody else reads it; it goes when the evaluation is handed in, and with the seat.
create table score_sheet (
    request_id text not null,
    user_id text not null,
    sheet text not null,
    saved_at {number} not null,
    primary key (request_id, user_id)
);
