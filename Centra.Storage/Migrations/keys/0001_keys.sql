-- A key a patient, wrapped by the key-encryption key. Deleting the row is what makes an erasure certain; keep backups of this file short.
create table patient_key (
    key_no {identity},
    wrapped {bytes} not null,
    kek text not null,
    created_at {number} not null
);
