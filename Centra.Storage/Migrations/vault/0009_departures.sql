-- What was erased of a practice that leaves, counted in the transactions that erase: a certificate says no more and no less, whatever was cut off in between.
create table departure (
    practice_id text not null primary key,
    patients {number} not null,
    records {number} not null,
    reference_records {number} not null
) {rowless};
