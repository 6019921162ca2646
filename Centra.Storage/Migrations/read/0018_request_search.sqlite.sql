-- Where a request stands in lists: one number, in the order of the time of its stage. Lists are read from one index in that order.
alter table request add column place integer not null default 0;
update request set
    place = (stage_since << 20) | (select count(*) from request o where o.stage_since = request.stage_since and o.request_id < request.request_id),
    words = words || ' ' || lower(replace(request_id, '-', ' ')) || case when stage <> 'Draft' then ' §in' else '' end
        || ' §s' || lower(hex(stage)) || ' §b' || lower(hex(ball)) || case when institution_id <> '' then ' §i' || lower(hex(institution_id)) else '' end
        || coalesce((select group_concat(' §u' || lower(hex(p.user_id)) || ' §p' || lower(hex(p.part || ' ' || p.user_id)), '') from request_person p where p.request_id = request.request_id), '')
        || coalesce((select group_concat(' §d' || lower(hex(d.dataset_id)), '') from request_dataset d where d.request_id = request.request_id), '');
create unique index request_place on request (place);

-- Words come folded and parted by blanks, so the plainest tokeniser is the exact one. No positions: nobody asks for phrases.
create virtual table request_search using fts5 (words, content = 'request', content_rowid = 'place', tokenize = 'ascii', prefix = '1 2 3 4 5 6', detail = 'none', columnsize = 0);
-- What is taken out is to stand nowhere in the file, not even until the index is merged.
insert into request_search (request_search, rank) values ('secure-delete', 1);
insert into request_search (request_search) values ('rebuild');

create trigger request_search_insert after insert on request begin
    insert into request_search (rowid, words) values (new.place, new.words);
end;
create trigger request_search_update after update of place, words on request when old.place <> new.place or old.words <> new.words begin
    insert into request_search (request_search, rowid, words) values ('delete', old.place, old.words);
    insert into request_search (rowid, words) values (new.place, new.words);
end;
create trigger request_search_delete after delete on request begin
    insert into request_search (request_search, rowid, words) values ('delete', old.place, old.words);
end;
