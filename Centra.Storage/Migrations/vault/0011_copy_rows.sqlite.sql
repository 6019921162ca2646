-- Rows in the order in which they come. In the order of their random ids, each was put into another page, few of which hold more than three;
-- now only its id is.
create table copy_rows (
    copy_id blob not null primary key,
    pseudonym blob not null,
    type text not null,
    content text not null
);
insert into copy_rows (copy_id, pseudonym, type, content) select copy_id, pseudonym, type, content from copy order by pseudonym;
drop table copy;
alter table copy_rows rename to copy;
create index copy_pseudonym on copy (pseudonym);
