-- The public register is read in the order of decisions, figures in the order of stages that ended.
create index request_register on request (notified_at, request_id) where notified_at is not null;
create index request_stage_time_left on request_stage_time (left_at) where left_at is not null;
