-- Documents that were uploaded. An infected one has no file: its row says that it was refused.
create table attachment (
    attachment_id text not null primary key,
    sha256 text not null,
    name text not null,
    type text not null,
    size {number} not null,
    standing text not null,
    uploaded_by text not null,
    at {number} not null
);
create index attachment_uploaded on attachment (uploaded_by, at);
create index attachment_sha256 on attachment (sha256);
