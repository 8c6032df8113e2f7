-- What sessions and keys stand on right now: whether they have expired, and everything that may be done with them, as
-- one text that is the same as long as nothing of it changes. One statement for any number of them; one that has ended
-- has no row. $1 ids of sessions  $2 ids of keys
select s."id" as "sessionId",
       s."expiresAt",
       s."expiresAt" <= clock_timestamp() as expired,
       jsonb_build_object(
         'firms', (select jsonb_agg(jsonb_build_array(pf.firm_id, pf.role,
                     (select jsonb_agg(fc.cluster_id order by fc.cluster_id)
                        from firm_cluster fc where fc.firm_id = pf.firm_id)) order by pf.firm_id)
                     from person_firm pf where pf.person_id = s."userId"),
         'clusters', (select jsonb_agg(jsonb_build_array(pc.cluster_id, pc.role) order by pc.cluster_id)
                        from person_cluster pc where pc.person_id = s."userId"),
         'actingFor', (select af.firm_id from acting_for af where af.session_id = s."id"))::text as rights
  from auth."session" s
 where s."id" = any ($1::text[])
union all
select k.id::text,
       k.expires_at,
       k.expires_at <= clock_timestamp(),
       jsonb_build_object(
         'firm', k.firm_id, 'scopes', k.scopes,
         'clusters', (select jsonb_agg(fc.cluster_id order by fc.cluster_id)
                        from firm_cluster fc where fc.firm_id = k.firm_id))::text
  from api_key k
 where k.id = any ($2::uuid[]) and k.revoked_at is null
