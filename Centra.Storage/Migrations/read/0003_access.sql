create table look_grant (
    user_id text not null primary key,
    purposes text not null,
    until {number} not null,
    given_by text not null,
    given_at {number} not null,
    certified_by text not null,
    certified_at {number} not null,
    revoked_at {number}
);

create table break_glass (
    break_glass_id text not null primary key,
    user_id text not null,
    purpose text not null,
    opened_at {number} not null,
    until {number} not null,
    review_due {number} not null,
    outcome text not null,
    reviewed_by text,
    reviewed_at {number}
);
create index break_glass_opened on break_glass (opened_at, break_glass_id);
