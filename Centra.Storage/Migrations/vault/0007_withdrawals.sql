-- Requests to end opt-outs, until an officer decides. Hashed and encrypted like the opt-outs themselves.
create table withdrawal_request (
    request_id text not null primary key,
    command_id {bytes} not null unique,
    opt_out_id text not null,
    practice_id text not null,
    reason {number} not null,
    epochs text not null,
    tokens {bytes},
    comparators {bytes},
    form_sha256 {bytes},
    requested_by text not null,
    requested_at {number} not null,
    confirmed_by text,
    confirmed_at {number},
    withdrawn text not null
);
create index withdrawal_open on withdrawal_request (confirmed_at, requested_at);
