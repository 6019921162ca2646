-- Rows lie apart from their ids here from the beginning: nothing to change.
select 1;
