-- The review lane: one item a patient and opt-out. The incoming identity is the patient row's content.
create table review_item (
    item_id text not null primary key,
    practice_id text not null,
    patient_no {number} not null,
    patient {bytes} not null,
    ordinal {number} not null,
    kind {number} not null,
    state {number} not null,
    pattern text not null,
    opened_at {number} not null,
    updated_at {number} not null,
    expires_at {number} not null,
    question {number} not null,
    asked_at {number},
    answer {number} not null,
    answered_by text,
    answered_at {number},
    proposed_by text,
    decided_by text,
    decided_at {number},
    unique (patient, ordinal)
);
create index review_item_state on review_item (state, expires_at);
create index review_item_practice on review_item (practice_id, state);
create index review_item_patient on review_item (patient_no);
create index review_item_ordinal on review_item (ordinal);
