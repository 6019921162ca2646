-- Data use agreements in lists: the current version of each. Amounts are text, so that no database rounds them.
create table agreement (
    request_id text not null primary key,
    standing text not null,
    version {number} not null,
    sha256 text not null,
    issued_by text not null,
    issued_at {number} not null,
    estimate_version {number} not null,
    total text not null,
    currency text not null,
    open_until text not null,
    has_open_changes {number} not null,
    institution_signed_at {number},
    executed_at {number},
    starts text,
    ends text
);
create index agreement_open on agreement (standing, open_until);
create index agreement_ends on agreement (ends);
