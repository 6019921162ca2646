-- Agreements of a standing, and of an institution's officials; what figures are made of is read from indexes alone.
create index agreement_standing on agreement (standing, request_id);
create index request_institution on request (institution_id, request_id) where agreement_version > 0;
drop index request_stage_time_left;
create index request_stage_time_left on request_stage_time (left_at, stage, entered_at) where left_at is not null;
create index request_decided on request (notified_at, submitted_at) where notified_at is not null;
create index signing_official_user on signing_official (user_id, ror);
