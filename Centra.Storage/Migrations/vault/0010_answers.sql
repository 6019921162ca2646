-- Commands that were answered with an opt-out that was there already. They wrote no operation of the register, and a repeat gets that answer still.
create table opt_out_answer (
    operation_id {bytes} not null primary key,
    opt_out_id text not null,
    answered_at {number} not null
) {rowless};
create index opt_out_answer_age on opt_out_answer (answered_at);
