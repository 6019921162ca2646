-- A file or document that somebody is about to name, since when; or that is just being removed, until when nobody takes it up.
create table file_claim (
    name text not null primary key,
    at bigint not null,
    removing_until bigint not null
);
