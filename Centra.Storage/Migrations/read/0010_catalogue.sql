create table rules_version (
    kind text not null,
    number {number} not null,
    sha256 text not null,
    effective_from {number} not null,
    published_at {number} not null,
    published_by text not null,
    note text not null,
    primary key (kind, number)
);

create table dataset (
    dataset_id text not null primary key,
    title text not null,
    summary text not null,
    standing text not null,
    sensitivity text not null,
    use_codes text not null,
    price_line text not null,
    from_year {number},
    to_year {number},
    steward_id text,
    committee_id text,
    outside_address text,
    current_version {number} not null,
    rows {number},
    updated_at {number}
);

create table dataset_question (
    question_id text not null primary key,
    dataset_id text not null,
    text text not null,
    asked_by text not null,
    asked_at {number} not null,
    answer text,
    answered_by text,
    answered_at {number}
);
create index dataset_question_asked on dataset_question (asked_at, question_id);

create table dataset_interest (
    dataset_id text not null,
    user_id text not null,
    note text not null,
    registered_at {number} not null,
    primary key (dataset_id, user_id)
);

create table institution (
    ror text not null primary key,
    name text not null,
    country text not null,
    listed_at {number} not null
);

create table signing_official (
    ror text not null,
    user_id text not null,
    verified_by text not null,
    verified_at {number} not null,
    verified_until {number} not null,
    primary key (ror, user_id)
);

create table reviewer (
    user_id text not null primary key,
    institution text,
    expertise text not null,
    absent_from text,
    absent_to text,
    deputy_id text
);

create table committee (
    committee_id text not null primary key,
    name text not null,
    chair_id text,
    founded_at {number} not null
);

create table committee_member (
    committee_id text not null,
    user_id text not null,
    part text not null,
    primary key (committee_id, user_id)
);
