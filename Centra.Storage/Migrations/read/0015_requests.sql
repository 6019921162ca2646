create table request (
    request_id text not null primary key,
    kind text not null,
    parent_id text,
    title text not null,
    stage text not null,
    stage_since {number} not null,
    ball text not null,
    created_at {number} not null,
    submitted_at {number},
    notified_at {number},
    institution_id text not null,
    committee_id text,
    investigator_id text not null,
    investigator text not null,
    ballot text,
    is_sealed {number} not null,
    paused text,
    open_questions {number} not null,
    due_at {number},
    ends_at {number},
    agreement_version {number} not null,
    executed_sha256 text,
    words text not null
);
create index request_stage on request (stage, stage_since, request_id);
create index request_since on request (stage_since, request_id);
create index request_due on request (due_at);

-- Who has to do with a request: team, reviewers. One row a person and part.
create table request_person (
    request_id text not null,
    user_id text not null,
    part text not null,
    since {number} not null,
    primary key (request_id, user_id, part)
);
create index request_person_user on request_person (user_id, part, request_id);

create table request_dataset (
    request_id text not null,
    dataset_id text not null,
    title text not null,
    outcome text,
    primary key (request_id, dataset_id)
);
create index request_dataset_dataset on request_dataset (dataset_id, request_id);

create table request_document (
    request_id text not null,
    document_id text not null,
    primary key (request_id, document_id)
);
create index request_document_document on request_document (document_id, request_id);

-- How long each stage took: from this come medians and percentiles.
create table request_stage_time (
    request_id text not null,
    entered_at {number} not null,
    stage text not null,
    left_at {number},
    primary key (request_id, entered_at, stage)
);
create index request_stage_time_stage on request_stage_time (stage, left_at);
