-- One row a grain and state. An expression index makes the first write of two racing ones the only one.
create table grain_state (
    row_no {identity},
    state_name text not null,
    grain_id text not null,
    version {number} not null,
    content text not null,
    modified {number} not null
);
create unique index grain_state_identity on grain_state (state_name, grain_id);
create index grain_state_modified on grain_state (modified);

create table reminder (
    grain_id text not null,
    name text not null,
    grain_hash {number} not null,
    start_at {number} not null,
    period_ms {number} not null,
    etag text not null,
    primary key (grain_id, name)
);
create index reminder_hash on reminder (grain_hash);
