-- Every look at identifiable data, committed before the data leave; and disclosures, which 45 CFR 164.528 has accounted for six years.
create table look (
    look_no {identity},
    at {number} not null,
    who text not null,
    role text not null,
    practice_id text not null,
    patient {bytes} not null,
    purpose text not null,
    fields text not null,
    break_glass text
);
create index look_at on look (at);
create index look_who on look (who, look_no);
create index look_patient on look (patient, look_no);
create index look_practice on look (practice_id, look_no);

-- Why somebody broke the glass, in their words. Words may name a patient, so they are encrypted.
create table break_glass_reason (
    break_glass_id text not null primary key,
    reason {bytes} not null
);

-- Recipient, purpose and what was disclosed are words too: encrypted in content. patient finds the row to deliver.
create table disclosure (
    disclosure_id text not null primary key,
    practice_id text not null,
    patient {bytes} not null,
    basis {number} not null,
    order_sha256 {bytes} not null,
    content {bytes} not null,
    proposed_by text not null,
    proposed_at {number} not null,
    approved_by text,
    approved_at {number},
    delivered_by text,
    delivered_at {number}
);
create index disclosure_proposed on disclosure (proposed_at, disclosure_id);
create table disclosure_token (
    token {bytes} not null,
    disclosure_id text not null,
    primary key (token, disclosure_id)
) {rowless};
