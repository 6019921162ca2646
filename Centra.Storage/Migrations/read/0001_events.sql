-- Every event of every stream, once, in the order of its stream; each holds the hash of the one before.
create table event (
    stream text not null,
    position {number} not null,
    type text not null,
    payload text not null,
    actor text not null,
    at {number} not null,
    command_id text not null,
    previous_hash text not null,
    hash text not null,
    primary key (stream, position)
);
create index event_at on event (at);

-- How far each kind of grain state has been looked through for events that were not drained.
create table sweep_checkpoint (
    name text not null primary key,
    position {number} not null
);

create table practice (
    practice_id text not null primary key,
    name text not null,
    standing text not null,
    agreement_until text,
    attested_at {number},
    offers_opt_out {number} not null,
    joined_at {number} not null,
    leaving_at {number}
);

create table job (
    job_id text not null primary key,
    practice_id text not null,
    phase text not null,
    opened_at {number} not null,
    opened_by text not null,
    completed_at {number},
    patient_batches {number} not null,
    batches {number} not null
);
create index job_practice on job (practice_id, opened_at);

-- What somebody has to look at. Holds no identifiable information.
create table alarm (
    alarm_id text not null primary key,
    kind text not null,
    practice_id text,
    at {number} not null,
    text text not null,
    seen_by text,
    seen_at {number}
);
create index alarm_at on alarm (at);
