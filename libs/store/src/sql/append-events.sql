-- Many events, as one JSON text; each of their firms is woken when the transaction commits. $1 events  $2 channel
-- It does not ask for the rows back: what one firm writes for another's eyes does not come back to it.
with e as (
  select *
    from json_to_recordset($1::json) as e(
         type text, "firmId" uuid, "listingId" uuid, "matchId" uuid, "watchHitId" uuid, "agreementId" uuid, "deliveryId" uuid)
),
written as (
  insert into event (type, firm_id, listing_id, match_id, watch_hit_id, agreement_id, delivery_id)
  select type, "firmId", "listingId", "matchId", "watchHitId", "agreementId", "deliveryId" from e
)
select pg_notify($2, "firmId"::text) from (select distinct "firmId" from e) firms
