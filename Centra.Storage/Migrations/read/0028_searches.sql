-- Who holds a role: for each notification and each list of a role, in place of going through everybody.
create table person_role (
    role text not null,
    user_id text not null,
    primary key (role, user_id)
) {rowless};
insert into person_role (role, user_id)
select r.role, p.user_id from (
    select 'Applicant' as role union all select 'SigningOfficial' union all select 'RequestManager' union all select 'Reviewer' union all select 'Chair'
    union all select 'SocietySignatory' union all select 'Finance' union all select 'DataSteward' union all select 'ProviderAgent'
    union all select 'PrivacyOfficer' union all select 'Auditor' union all select 'Operator') r
join person p on p.roles like '% ' || r.role || ' %';
create index person_operator on person (user_id) where was_operator = 1;
create index app_user_name on app_user (display_name, id);
create index app_user_created on app_user (created_at, id);

-- What belongs to a request, in the order of its lists.
create index release_request on release (request_id, prepared_at, release_key);
create index payment_request on payment (request_id, recorded_at, payment_key);
create index release_download_user on release_download (user_id, at, download_key);

-- E-mail that was not taken at least once.
create index message_failing on message (next_at) where next_at is not null and attempts > 0;

-- What the clock of requests asks every minute; what is owed is a list of Finance, too.
create index request_child on request (stage, stage_since) where parent_id is not null;
create index request_sealed on request (stage, stage_since) where is_sealed = 1;
create index invoice_owed on invoice (issued_at, number, request_id) where balance_cents > 0;

-- What the retention of sign-ins asks every day.
create index sign_in_at on sign_in (at);
