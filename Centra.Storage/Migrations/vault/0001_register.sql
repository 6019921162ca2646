-- The register of opt-outs, and the head that orders everything written to it.

create table register_fact (
    name text not null primary key,
    value {bytes} not null
);

create table register_head (
    one {number} not null primary key check (one = 1),
    sequence {number} not null,
    digest {bytes} not null,
    epochs text not null
);

-- Every register write as it stands in the journal, so that either can complete the other.
create table register_operation (
    sequence {number} not null primary key,
    operation_id {bytes} not null unique,
    kind {number} not null,
    opt_out_id text,
    digest {bytes} not null,
    line {bytes} not null
);

-- What is kept of a person who opted out: exactly this and the tokens. A test compares the columns with the documented list.
create table opt_out (
    ordinal {number} not null primary key,
    opt_out_id text not null unique,
    practice_id text not null,
    form_date text,
    received_at {number} not null,
    enforced_at {number} not null,
    asked_by {number} not null,
    form_sha256 {bytes},
    reference text not null,
    rules_version {number} not null,
    sequence {number} not null,
    comparators {bytes} not null,
    token_set {bytes} not null,
    receipt text not null,
    withdrawn_by {number}
);
create index opt_out_same on opt_out (practice_id, token_set);

create table opt_out_token (
    token {bytes} not null,
    ordinal {number} not null,
    epoch {number} not null,
    sequence {number} not null,
    primary key (token, ordinal)
) {rowless};
create index opt_out_token_sequence on opt_out_token (sequence);
create index opt_out_token_ordinal on opt_out_token (ordinal);

-- "This patient of this practice is not that person", until the identity changes.
create table exemption (
    patient {bytes} not null,
    ordinal {number} not null,
    identity {bytes} not null,
    sequence {number} not null,
    primary key (patient, ordinal)
) {rowless};
