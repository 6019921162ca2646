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
create index look_who on look (who, at);
create index look_patient on look (patient, at);

create table disclosure (
    disclosure_id text not null primary key,
    at {number} not null,
    practice_id text not null,
    recipient text not null,
    purpose text not null,
    basis {number} not null,
    order_sha256 {bytes} not null,
    what text not null,
    proposed_by text not null,
    approved_by text,
    approved_at {number},
    delivered_at {number}
);
create table disclosure_token (
    token {bytes} not null,
    disclosure_id text not null,
    primary key (token, disclosure_id)
) {rowless};
