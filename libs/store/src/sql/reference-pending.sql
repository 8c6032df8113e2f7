-- What firms state of a year less what is in a sum already: the newest version against the one that was counted last.
-- $1 year
with newest as (
  select distinct on (t.firm_id) t.firm_id, t.id, t.amounts
    from reference_totals t where t.year = $1 order by t.firm_id, t.version desc
), measured as (
  select n.firm_id, n.id, m.measure, coalesce((n.amounts ->> m.measure)::numeric, 0) as amount
    from newest n
    cross join lateral (
      select jsonb_object_keys(n.amounts) as measure
      union
      select r.measure from reference_release_part p join reference_release r on r.id = p.release_id
       where p.firm_id = n.firm_id and r.year = $1) m
)
select m.firm_id as "firmId", m.id as "totalsId", m.measure,
       (m.amount - coalesce(counted.amount, 0))::text as amount,
       array(select fc.cluster_id::text from firm_cluster fc where fc.firm_id = m.firm_id order by 1) as "clusterIds"
  from measured m
  left join lateral (
    select coalesce((t.amounts ->> m.measure)::numeric, 0) as amount
      from reference_release_part p
      join reference_release r on r.id = p.release_id and r.year = $1 and r.measure = m.measure
      join reference_totals t on t.id = p.totals_id
     where p.firm_id = m.firm_id
     order by t.version desc limit 1) counted on true
 where m.amount <> coalesce(counted.amount, 0)
 order by m.measure, m.firm_id
