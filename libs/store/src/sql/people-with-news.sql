-- For whom something has happened since a moment: people of firms whose address is verified. Whoever was told so lately
-- that the next mail has to wait, or whose last mail has not gone yet, comes with the moment up to which he or she was told.
-- $1 rhythm  $2 events after  $3 told after this is lately
select pf.person_id as "personId", pf.firm_id as "firmId", u."email", k.told_at as "heldSince"
  from person_firm pf
  join auth."user" u on u."id" = pf.person_id and u."emailVerified"
  left join notification_mark k on k.person_id = pf.person_id and k.firm_id = pf.firm_id
    and k.channel = 'MAIL' and k.rhythm = $1
    and (k.told_at > $3 or exists (select from mail m where m.id = k.mail_id and m.state = 'WAITING'))
 where pf.firm_id in (select e.firm_id from event e where e.happened_at > $2)
 order by pf.person_id, pf.firm_id
