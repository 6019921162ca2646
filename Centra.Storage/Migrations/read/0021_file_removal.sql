-- Files that entries named which were taken away; each goes as soon as nothing else names it.
create table file_removal (
    sha256 text not null primary key
);
