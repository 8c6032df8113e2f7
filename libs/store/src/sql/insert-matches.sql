-- New matches, as one JSON text. $1; a pair that has a live match is left out
insert into match (id, offer_id, offer_version, need_id, need_version, offer_firm_id, need_firm_id, rule_set, factor_set,
                   state, link, giver_view, taker_view, giver_sees, taker_sees, giver_score, taker_score, score, yearly_base, widened)
select id, "offerId", "offerVersion", "needId", "needVersion", "offerFirmId", "needFirmId", "ruleSet", "factorSet",
       state, link, "giverView", "takerView", "giverSees", "takerSees", "giverScore", "takerScore", score, "yearlyBase", widened
  from json_to_recordset($1::json) as m(
       id uuid, "offerId" uuid, "offerVersion" int, "needId" uuid, "needVersion" int, "offerFirmId" uuid, "needFirmId" uuid,
       "ruleSet" text, "factorSet" text, state text, link jsonb, "giverView" json, "takerView" json, "giverSees" boolean, "takerSees" boolean,
       "giverScore" float8, "takerScore" float8, score float8, "yearlyBase" float8, widened boolean)
    on conflict do nothing
returning id
