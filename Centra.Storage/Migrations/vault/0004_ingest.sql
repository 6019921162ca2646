create table ingest_job (
    job_no {identity},
    job_id text not null unique,
    practice_id text not null
);

-- One row when a batch is complete. Its absence says: send it again.
create table batch_receipt (
    job_no {number} not null,
    batch_no {number} not null,
    content_sha256 {bytes} not null,
    clinical {number} not null,
    completed_at {number} not null,
    sequence {number} not null,
    read {number} not null,
    accepted {number} not null,
    unchanged {number} not null,
    suppressed {number} not null,
    review {number} not null,
    rejected {number} not null,
    rejects text not null,
    primary key (job_no, batch_no)
) {rowless};
