-- The firm's points beside the person's; see decision 0016. Buckets fill anew within a minute, so none is carried over.

delete from cost_bucket;
alter table cost_bucket rename column person_id to holder_id;
alter table cost_bucket
  add column holder text not null check (holder in ('FIRM', 'PERSON')),
  add column size double precision not null,
  drop constraint cost_bucket_pkey,
  add primary key (holder, holder_id);
