-- What people did in a request, as far as lists are filtered by it: who saw to it as a manager, which reviewer has evaluated.
create table request_act (
    request_id text not null,
    user_id text not null,
    act text not null,
    primary key (request_id, user_id, act)
);
insert into request_act (request_id, user_id, act)
select distinct substr(stream, 9), actor, 'Managed' from event
where type in ('AvailabilityRecorded', 'PolicyChecked', 'ReviewerAssigned', 'ApplicantNotified') and substr(stream, 1, 8) = 'request/';
insert into request_act (request_id, user_id, act)
select distinct p.request_id, p.user_id, 'Evaluated' from event e join request_person p on p.request_id = substr(e.stream, 9) and p.user_id = e.actor and p.part = 'Reviewer'
where e.type = 'Evaluated' and substr(e.stream, 1, 8) = 'request/'
  and e.position > coalesce((select max(b.position) from event b where b.stream = e.stream and b.type = 'ReviewRoundBegun'), 0);

update request set words = words || case when agreement_version > 0 then ' §on' else '' end || case when open_questions > 0 then ' §qn' else '' end
    || coalesce((select string_agg(' §a' || encode(convert_to(a.act || ' ' || a.user_id, 'UTF8'), 'hex'), '') from request_act a where a.request_id = request.request_id), '')
    || case when exists (select 1 from request_person p where p.request_id = request.request_id and p.part = 'Reviewer') and not exists (select 1 from request_person p
            where p.request_id = request.request_id and p.part = 'Reviewer' and not exists (select 1 from request_act a where a.request_id = p.request_id and a.user_id = p.user_id and a.act = 'Evaluated'))
        then ' §vn' else '' end
where agreement_version > 0 or open_questions > 0 or exists (select 1 from request_act a where a.request_id = request.request_id);
