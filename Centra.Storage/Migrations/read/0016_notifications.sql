-- That somebody has to be told of an event: written with the event, worked off later.
create table notification (
    notification_id text not null primary key,
    request_id text not null,
    template text not null,
    audience text not null,
    user_id text,
    reason text,
    number {number},
    command_id text not null,
    at {number} not null,
    resolved_at {number}
);
create index notification_open on notification (resolved_at, at, notification_id);

-- What one person is told: in their inbox at once, by e-mail once it is due and until it is sent.
create table message (
    message_id text not null primary key,
    notification_id text not null,
    user_id text not null,
    request_id text not null,
    template text not null,
    command_id text not null,
    subject text not null,
    body text not null,
    at {number} not null,
    seen_at {number},
    attempts {number} not null,
    next_at {number},
    sent_at {number},
    unique (notification_id, user_id)
);
create index message_user on message (user_id, at, message_id);
create index message_due on message (next_at);

-- Who wants one e-mail a day instead of each.
create table message_choice (
    user_id text not null primary key,
    is_daily {number} not null
);
