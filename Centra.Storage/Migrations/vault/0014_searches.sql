-- A practice's own, by type: how many, page after page, and all of them where it leaves.
create index reference_resource_practice on reference_resource (practice_id, type, id_hash);
create index withdrawal_opt_out on withdrawal_request (opt_out_id, requested_at, request_id);
create index ingest_job_practice on ingest_job (practice_id, job_no);
-- The few that are not in force any more: how many are is the highest ordinal less these.
create index opt_out_withdrawn on opt_out (ordinal) where withdrawn_by is not null;
-- What was looked at behind a broken glass: for the officer who reviews it.
create index look_break_glass on look (break_glass, look_no) where break_glass is not null;
-- The review lane by state, what is decided too: page after page in the order of ids.
create index review_item_listed on review_item (state, item_id);
drop index review_item_practice;
create index review_item_practice on review_item (practice_id, state, item_id);
