-- Marks the parcels of which every delivery was verified by the end of a day, or was taken back by entries that are
-- themselves published. $1 day (Oslo)
update figure_parcel p
   set verified_on = $1::date
 where p.basis = 'DELIVERED' and p.verified_on is null
   and not exists (
     select 1
       from figure_parcel_entry m
       join ledger_entry e on e.id = m.entry_id
      where m.parcel_id = p.id and e.kind = 'delivered'
        and not exists (
          select 1 from ledger_entry v
           where v.delivery_id = e.delivery_id and v.basis = 'VERIFIED' and v.kind = 'verified'
             and (v.recorded_at at time zone 'Europe/Oslo')::date <= $1::date)
        and not exists (
          select 1
            from ledger_entry r
            join figure_parcel_entry published on published.entry_id = r.id
           where r.delivery_id = e.delivery_id and r.basis = 'DELIVERED' and r.kind = 'corrected'))
