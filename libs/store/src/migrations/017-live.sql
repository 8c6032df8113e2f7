-- What is told to a cluster's people, trimming, and answers kept for what members' managers do. See docs/decisions/0028.

-- An event is for the people of one firm, or for those who follow the figures of one cluster.
alter table event add column cluster_id uuid;
alter table event alter column firm_id drop not null;
alter table event add check (num_nonnulls(firm_id, cluster_id) = 1);
create index on event (cluster_id, xid, seq) where cluster_id is not null;
-- For who reads on through all of them: the one that tells followers, and the one that tells webhooks.
create index on event (xid, seq);
-- Rows lie in the order of time: a block range index costs next to nothing to write.
create index on idempotency (created_at);

-- domain: canHear in hearing.ts
create policy figures_published on event for select to bistrom_app using (
  cluster_id is not null and own_person() is not null
  and (type = 'figuresPublished' or cluster_id = any ((select own_clusters())::uuid[])));
grant insert on event to bistrom_figures;
create policy figures on event for insert to bistrom_figures with check (
  cluster_id is not null and firm_id is null and type = 'figuresRefreshed');

grant select, insert, update (outcome), delete on idempotency to bistrom_members;
create policy own_of_members on idempotency to bistrom_members
  using (person_id = (select own_person())) with check (person_id = (select own_person()));
