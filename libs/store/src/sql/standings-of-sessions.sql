-- What sessions stand on right now: whether they have expired, and everything their person may act for, as one text
-- that is the same as long as nothing of it changes. One statement for any number of sessions; one that has ended
-- has no row.
select s."id" as "sessionId",
       s."expiresAt",
       s."expiresAt" <= clock_timestamp() as expired,
       jsonb_build_object(
         'firms', (select jsonb_agg(jsonb_build_array(pf.firm_id, pf.role,
                     (select jsonb_agg(fc.cluster_id order by fc.cluster_id)
                        from firm_cluster fc where fc.firm_id = pf.firm_id)) order by pf.firm_id)
                     from person_firm pf where pf.person_id = s."userId"),
         'clusters', (select jsonb_agg(jsonb_build_array(pc.cluster_id, pc.role) order by pc.cluster_id)
                        from person_cluster pc where pc.person_id = s."userId"))::text as rights
  from auth."session" s
 where s."id" = any ($1::text[])
