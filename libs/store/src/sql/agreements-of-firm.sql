-- What a firm takes with it of its agreements: its side, with whom, and the terms. $1 firm  $2 how many
select a.id, case when a.offer_firm_id = $1::uuid then 'GIVER' else 'TAKER' end as side, other.name as partner,
       case when a.offer_firm_id = $1::uuid then a.offer_id else a.need_id end as "listingId",
       a.exchange ->> 'byProductCode' as "materialCode", a.amount::text as amount, a.unit, a.per, a.price::text as price,
       a.currency, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", a.retrospective,
       to_char(a.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
  from agreement a
  left join firm other on other.id = case when a.offer_firm_id = $1::uuid then a.need_firm_id else a.offer_firm_id end
 where $1::uuid in (a.offer_firm_id, a.need_firm_id)
 order by a.made_at, a.id
 limit $2
