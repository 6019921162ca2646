-- Where each stream ended when a checkpoint last signed it.
create table audit_head (
    stream text not null primary key,
    position {number} not null,
    hash text not null
);

-- What the retention sweep removed, by which rule.
create table retention_report (
    report_id text not null primary key,
    subject text not null,
    rule text not null,
    what text not null,
    entries {number} not null,
    at {number} not null
);
create index retention_report_at on retention_report (at, report_id);
