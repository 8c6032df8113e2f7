-- Deliveries of a firm's agreements, those that were corrected among them. $1 firm  $2 first day  $3 last day  $4 how many
select d.id, d.agreement_id as "agreementId", d.amount::text as amount, d.unit, d.delivered_on::text as "deliveredOn",
       d.reference, d.recorded_by_firm_id = $1::uuid as "recordedByUs", d.verified_at is not null as verified,
       d.corrected_by_id as "correctedById",
       to_char(d.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
  from delivery d
  join agreement a on a.id = d.agreement_id
 where $1::uuid in (a.offer_firm_id, a.need_firm_id)
   and ($2::date is null or d.delivered_on >= $2::date) and ($3::date is null or d.delivered_on <= $3::date)
 order by d.delivered_on, d.recorded_at, d.id
 limit $4
