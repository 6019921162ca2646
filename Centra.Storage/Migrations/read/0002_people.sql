-- What proves who somebody is (ASP.NET Core Identity). What they may do stands in the events of person/USER.
create table app_user (
    id text not null primary key,
    user_name text not null,
    normalized_user_name text not null unique,
    email text not null,
    normalized_email text not null unique,
    display_name text not null,
    password_hash text,
    security_stamp text not null,
    concurrency_stamp text not null,
    must_change_password {number} not null,
    two_factor_enabled {number} not null,
    totp_key {bytes},
    totp_step {number} not null,
    lockout_enabled {number} not null,
    lockout_end {number},
    access_failed_count {number} not null,
    created_at {number} not null
);

-- The list of people: a projection of their events.
create table person (
    user_id text not null primary key,
    standing text not null,
    practice_id text,
    roles text not null,
    proposed text not null,
    employer text,
    trained_on text,
    was_operator {number} not null,
    admitted_at {number} not null
);

-- Every attempt to sign in. Not what was typed: it may be another's address, or a password in the wrong field.
create table sign_in (
    sign_in_no {identity},
    at {number} not null,
    user_id text,
    outcome text not null,
    address text not null
);
create index sign_in_user on sign_in (user_id, sign_in_no);

-- Keys of tokens and cookies, sealed under the key ring, so that every silo reads what another one issued.
create table session_key (
    name text not null primary key,
    sealed {bytes} not null,
    kept_at {number} not null
);

create index event_order on event (at, stream, position);
