-- Identifiable records. Every id is a keyed hash and every content is encrypted under its patient's own key.

create table patient (
    patient_no {identity},
    practice_id text not null,
    id_hash {bytes} not null unique,
    status {number} not null,
    key_no {number} not null,
    content {bytes},
    content_hash {bytes},
    last_updated {number},
    job_no {number} not null,
    batch_no {number} not null,
    tokens {bytes},
    epochs text not null,
    rules_version {number} not null,
    pseudonym {bytes},
    copies_due {number} not null default 0,
    entered_at {number} not null,
    changed_at {number} not null
);
create index patient_practice on patient (practice_id, patient_no);
create index patient_unfinished on patient (status, patient_no) where status in (2, 3);
create index patient_key_no on patient (key_no);
create index patient_copies_due on patient (patient_no) where copies_due = 1;

create table patient_token (
    token {bytes} not null,
    patient_no {number} not null,
    primary key (token, patient_no)
) {rowless};

create table resource (
    resource_no {identity},
    id_hash {bytes} not null unique,
    patient_no {number} not null,
    type text not null,
    content {bytes} not null,
    content_hash {bytes} not null,
    last_updated {number},
    job_no {number} not null,
    batch_no {number} not null,
    copy_id {bytes}
);
create index resource_patient on resource (patient_no);

-- Organizations, practitioners and the like: belongs to a practice, to no patient.
create table reference_resource (
    id_hash {bytes} not null primary key,
    practice_id text not null,
    type text not null,
    content {bytes} not null,
    content_hash {bytes} not null,
    last_updated {number},
    job_no {number} not null,
    batch_no {number} not null
) {rowless};

-- A copy's random id, promised to a resource that was referenced before it came.
create table copy_promise (
    id_hash {bytes} not null primary key,
    patient_no {number} not null,
    copy_id {bytes} not null
) {rowless};
create index copy_promise_patient on copy_promise (patient_no);
