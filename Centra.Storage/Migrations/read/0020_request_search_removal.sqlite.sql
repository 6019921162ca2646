-- To take an entry out of every page of the index at once means to go through all the entries of each of its words: with so many requests
-- nobody could move any more. Entries are marked as gone instead, and leave the file when the index is merged. Where words were taken out,
-- and not only moved with their request, this is noted here, and the index is merged as a whole soon.
insert into request_search (request_search, rank) values ('secure-delete', 0);

create table request_search_removal (number integer primary key);
insert into request_search_removal (number) values (1);

create trigger request_search_reworded after update of title, investigator on request when old.title <> new.title or old.investigator <> new.investigator begin
    insert into request_search_removal (number) values (null);
end;
create trigger request_search_gone after delete on request begin
    insert into request_search_removal (number) values (null);
end;
