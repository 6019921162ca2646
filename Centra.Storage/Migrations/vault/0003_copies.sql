-- The de-identified store: Safe Harbor copies under random pseudonyms. The only way back is patient.pseudonym, which opting out cuts.

create table copy_subject (
    pseudonym {bytes} not null primary key,
    hidden {number} not null,
    birth_year {number}
) {rowless};
create index copy_subject_birth_year on copy_subject (birth_year);

create table copy (
    copy_id {bytes} not null primary key,
    pseudonym {bytes} not null,
    type text not null,
    content text not null
) {rowless};
create index copy_pseudonym on copy (pseudonym);
