-- One row a grain and state. The unique index lets one of two racing first writes in; a cleared state keeps its row and version,
-- so that a writer who has not seen the clearing loses. "modified" grows with every write, whichever grain's it is.
create table grain_state (
    state_name text not null,
    grain_id text not null,
    version integer not null,
    content text,
    modified integer not null
);
create unique index grain_state_identity on grain_state (state_name, grain_id);
create unique index grain_state_modified on grain_state (modified);

create table reminder (
    grain_id text not null,
    name text not null,
    start_at integer not null,
    period_ms integer not null,
    etag text not null,
    primary key (grain_id, name)
) without rowid;
