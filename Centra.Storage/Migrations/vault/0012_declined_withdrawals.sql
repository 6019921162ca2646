-- An officer who does not confirm that an opt-out ends says why.
alter table withdrawal_request add column declined_by text;
alter table withdrawal_request add column declined_at {number};
alter table withdrawal_request add column declined_why text;
