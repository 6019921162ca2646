-- Lists of opt-outs, of a practice and of all, are read in the order in which they came, from any time on.
create index opt_out_practice on opt_out (practice_id, received_at, ordinal);
create index opt_out_received on opt_out (received_at, ordinal);
