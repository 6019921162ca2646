-- Where a request stands in lists: one number, in the order of the time of its stage. Pages are read in the order of its index.
alter table request add column place bigint not null default 0;
update request set
    place = (stage_since << 20) | (select count(*) from request o where o.stage_since = request.stage_since and o.request_id < request.request_id),
    words = regexp_replace(words || ' ' || lower(request_id), '[^[:alnum:]]+', ' ', 'g') || case when stage <> 'Draft' then ' §in' else '' end
        || ' §s' || encode(convert_to(stage, 'UTF8'), 'hex') || ' §b' || encode(convert_to(ball, 'UTF8'), 'hex')
        || case when institution_id <> '' then ' §i' || encode(convert_to(institution_id, 'UTF8'), 'hex') else '' end
        || coalesce((select string_agg(' §u' || encode(convert_to(p.user_id, 'UTF8'), 'hex') || ' §p' || encode(convert_to(p.part || ' ' || p.user_id, 'UTF8'), 'hex'), '')
                     from request_person p where p.request_id = request.request_id), '')
        || coalesce((select string_agg(' §d' || encode(convert_to(d.dataset_id, 'UTF8'), 'hex'), '') from request_dataset d where d.request_id = request.request_id), '');
create unique index request_place on request (place);

-- Words come folded and parted by blanks: they are taken as they are. Without a list of pending entries, which a search would have to read through.
alter table request add column search tsvector generated always as (array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) stored;
create index request_search on request using gin (search) with (fastupdate = off);
