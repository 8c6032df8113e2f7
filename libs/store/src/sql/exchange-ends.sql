-- The municipalities that exchanges go from and to: those of the sites that the two listings have today; none abroad.
-- $1 agreements  $2 their offers  $3 their needs
select x.id, g.municipality_number as "from", t.municipality_number as "to"
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x (id, offer, need)
  left join listing o on o.id = x.offer
  left join site g on g.id = o.site_id
  left join listing n on n.id = x.need
  left join site t on t.id = n.site_id
