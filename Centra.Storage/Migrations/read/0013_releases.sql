create table release (
    release_key text not null primary key,
    request_id text not null,
    version {number} not null,
    standing text not null,
    manifest_sha256 text,
    rows {number} not null,
    bytes {number} not null,
    prepared_by text not null,
    prepared_at {number} not null,
    decided_by text,
    decided_at {number},
    reason text
);
create index release_prepared on release (prepared_at, release_key);
create index release_standing on release (standing, prepared_at);

-- Every download, and every look of a steward.
create table release_download (
    download_key text not null primary key,
    request_id text not null,
    version {number} not null,
    file_name text not null,
    bytes text not null,
    user_id text not null,
    at {number} not null,
    is_check {number} not null
);
create index release_download_at on release_download (at, download_key);
create index release_download_request on release_download (request_id, at);
