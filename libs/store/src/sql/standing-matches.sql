-- Matches of a listing that a new matching must know of. $1 listing
-- Each side by an index of its own: with an `or` between them a table that nobody has counted yet is read whole.
with gives as (
  select * from match
   where offer_id = $1 and state in ('OPEN', 'NEGOTIATING', 'AGREED', 'DECLINED')
   order by id
     for update
),
takes as (
  select * from match
   where need_id = $1 and state in ('OPEN', 'NEGOTIATING', 'AGREED', 'DECLINED')
   order by id
     for update
)
select id, state, offer_id as "offerId", offer_version as "offerVersion", need_id as "needId", need_version as "needVersion",
       offer_firm_id as "offerFirmId", need_firm_id as "needFirmId", rule_set as "ruleSet", widened, giver_sees as "giverSees", taker_sees as "takerSees",
       decline_reason as "declineReason", declined_facts as "declinedFacts", closed_at as "closedAt"
  from (select * from gives union all select * from takes) m
