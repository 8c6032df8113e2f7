-- Each offer's best live match, once: what could move in a year if the best of each were agreed. $1 cluster
select distinct on (m.offer_id) m.id, m.offer_id, m.offer_version, m.need_id, m.need_version, m.offer_firm_id, m.need_firm_id,
       m.rule_set, m.factor_set, m.link, m.yearly_base, (m.giver_view ->> 'distanceKm')::float8 as road_km,
       coalesce(m.giver_view ->> 'byProductCode', o.material_code) as by_product_code,
       coalesce(m.giver_view ->> 'inputCode', n.material_code) as input_code, gf.division as giver_division, tf.division as taker_division
  from match m
  join listing o on o.id = m.offer_id
  join listing n on n.id = m.need_id
  join firm gf on gf.id = m.offer_firm_id
  join firm tf on tf.id = m.need_firm_id
 where m.state in ('OPEN', 'NEGOTIATING') and m.giver_sees and m.taker_sees
   and exists (
     select 1 from firm_cluster fc
      where fc.cluster_id = $1 and fc.firm_id in (m.offer_firm_id, m.need_firm_id))
 order by m.offer_id, m.giver_score desc, m.id
