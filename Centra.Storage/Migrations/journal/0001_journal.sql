create table journal_header (
    one {number} not null primary key check (one = 1),
    register_id text not null
);

create table journal_line (
    sequence {number} not null primary key,
    box {bytes} not null
);
