-- What Orleans' ADO.NET providers keep in PostgreSQL. They find their statements by key in a table whose name and columns they dictate.
create table OrleansQuery (
    QueryKey text primary key,
    QueryText text not null
);

-- The silos of a cluster. Every change of who belongs to it raises the cluster's version, and only on the version it was decided on.
create table silo_cluster (
    cluster_id text primary key,
    version integer not null
);
create table silo (
    cluster_id text not null references silo_cluster,
    address text not null,
    port integer not null,
    generation integer not null,
    silo_name text not null,
    host_name text not null,
    status integer not null,
    proxy_port integer,
    suspect_times text,
    started_at timestamptz not null,
    alive_at timestamptz not null,
    primary key (cluster_id, address, port, generation)
);

insert into OrleansQuery values
('InsertMembershipVersionKey', $q$
with added as (
    insert into silo_cluster (cluster_id, version) values (@DeploymentId, 0) on conflict do nothing returning 1)
select exists (select from added)
$q$),
('InsertMembershipKey', $q$
with raised as (
    update silo_cluster set version = version + 1 where cluster_id = @DeploymentId and version = @Version
        and not exists (select from silo where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning 1),
added as (
    insert into silo (cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, started_at, alive_at)
    select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from raised
    returning 1)
select exists (select from added)
$q$),
('UpdateMembershipKey', $q$
with raised as (
    update silo_cluster set version = version + 1 where cluster_id = @DeploymentId and version = @Version
        and exists (select from silo where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
    returning 1),
changed as (
    update silo set status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime from raised
    where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
    returning 1)
select exists (select from changed)
$q$),
('UpdateIAmAlivetimeKey', $q$
update silo set alive_at = @IAmAliveTime
where cluster_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$q$),
('MembershipReadRowKey', $q$
select c.version as Version, s.address as Address, s.port as Port, s.generation as Generation, s.silo_name as SiloName, s.host_name as HostName,
    s.status as Status, s.proxy_port as ProxyPort, s.suspect_times as SuspectTimes, s.started_at as StartTime, s.alive_at as IAmAliveTime
from silo_cluster c
left join silo s on s.cluster_id = c.cluster_id and s.address = @Address and s.port = @Port and s.generation = @Generation
where c.cluster_id = @DeploymentId
$q$),
('MembershipReadAllKey', $q$
select c.version as Version, s.address as Address, s.port as Port, s.generation as Generation, s.silo_name as SiloName, s.host_name as HostName,
    s.status as Status, s.proxy_port as ProxyPort, s.suspect_times as SuspectTimes, s.started_at as StartTime, s.alive_at as IAmAliveTime
from silo_cluster c left join silo s on s.cluster_id = c.cluster_id
where c.cluster_id = @DeploymentId
$q$),
('GatewaysQueryKey', $q$
select address as Address, proxy_port as ProxyPort, generation as Generation
from silo where cluster_id = @DeploymentId and status = @Status and proxy_port > 0
$q$),
('DeleteMembershipTableEntriesKey', $q$
with gone as (delete from silo where cluster_id = @DeploymentId)
delete from silo_cluster where cluster_id = @DeploymentId
$q$),
('CleanupDefunctSiloEntriesKey', $q$
delete from silo where cluster_id = @DeploymentId and status = 6 and alive_at < @IAmAliveTime
$q$);
