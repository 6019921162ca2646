-- Amounts in cents: sums in SQL are exact on every database.
create table invoice (
    number text not null primary key,
    request_id text not null,
    agreement_version {number} not null,
    currency text not null,
    total_cents {number} not null,
    balance_cents {number} not null,
    standing text not null,
    issued_at {number} not null,
    issued_by text not null
);
create index invoice_request on invoice (request_id, agreement_version);
create index invoice_issued on invoice (issued_at, number);

-- Payments, refunds, waivers and reversals, as they were entered or told.
create table payment (
    payment_key text not null primary key,
    request_id text not null,
    entry_id text not null,
    kind text not null,
    agreement_version {number} not null,
    currency text not null,
    amount_cents {number} not null,
    standing text not null,
    means text not null,
    payment_id text,
    bank_reference text,
    recorded_at {number} not null,
    recorded_by text not null,
    decided_at {number},
    decided_by text
);
create index payment_entry on payment (entry_id);
create index payment_recorded on payment (recorded_at, payment_key);

-- Signed messages about money that belong nowhere yet.
create table unmatched_payment (
    unmatched_id text not null primary key,
    event_id text not null,
    kind text not null,
    invoice_number text not null,
    payment_id text not null,
    currency text not null,
    amount_cents {number} not null,
    why text not null,
    received_at {number} not null,
    standing text not null,
    assigned_to text,
    decided_at {number},
    decided_by text
);
create index unmatched_received on unmatched_payment (received_at, unmatched_id);
