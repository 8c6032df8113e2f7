/** What must hold of the database when all is quiet, each as a statement that finds what breaks it. */
export interface Rule {
  readonly kind: 'doubled' | 'half-done' | 'invariant';
  readonly says: string;
  /** One row for each fault. */
  readonly sql: string;
}

const once = (says: string, table: string, text: string, where = 'true'): Rule => ({
  kind: 'doubled',
  says,
  sql: `select ${text} from ${table} where ${where} and ${text} is not null group by ${text} having count(*) > 1`,
});

/** Whoever has a key puts it into a text of what is made: also what nobody was told of may be there only once. */
const DOUBLED: readonly Rule[] = [
  once('a listing is there twice', 'listing_version', 'title', 'version = 1'),
  once('a proposal is there twice', 'proposal', 'note'),
  once('a request to disclose is there twice', 'disclosure_request', 'note'),
  once('a delivery is there twice', 'delivery', 'reference'),
  {
    kind: 'doubled',
    says: 'a firm has been told twice',
    sql: `select type, firm_id, count(*) from event
           where type like 'listing%' or num_nonnulls(match_id, proposal_id, agreement_id, delivery_id) > 0
           group by type, firm_id, listing_id, match_id, proposal_id, agreement_id, delivery_id having count(*) > 1`,
  },
  {
    kind: 'doubled',
    says: 'a pair of listings has two live matches',
    sql: `select offer_id, need_id from match where state in ('OPEN', 'NEGOTIATING') group by 1, 2 having count(*) > 1`,
  },
];

const halfDone = (says: string, sql: string): Rule => ({ kind: 'half-done', says, sql });

/** Both parties are told of it. */
const toldBoth = (says: string, table: string, type: string, what: string, where = 'true'): Rule =>
  halfDone(
    says,
    `select t.id from ${table} t where ${where}
        and (select count(*) from event e where e.type = '${type}' and e.${what} = t.id) <> 2`,
  );

const HALF_DONE: readonly Rule[] = [
  halfDone('a key has no answer', `select person_id, key from idempotency where outcome is null`),
  halfDone(
    'a listing has no first version, no event, or asked for no matching',
    `select l.id from listing l
      where not exists (select 1 from listing_version v where v.listing_id = l.id and v.version = l.version)
         or not exists (select 1 from event e where e.listing_id = l.id and e.type = 'listingPublished')
         or not exists (select 1 from job_request j where j.key = 'match-' || l.id)`,
  ),
  toldBoth('a proposal was not told to both', 'proposal', 'proposalSent', 'proposal_id'),
  toldBoth('a decline was not told to both', 'match', 'matchDeclined', 'match_id', `t.state = 'DECLINED'`),
  toldBoth('an agreement was not told to both', 'agreement', 'agreementMade', 'agreement_id'),
  toldBoth(
    'a delivery was not told to both',
    '(select d.* from delivery d where not exists (select 1 from delivery o where o.corrected_by_id = d.id))',
    'deliveryRecorded',
    'delivery_id',
  ),
  toldBoth(
    'a verification was not told to both',
    'delivery',
    'deliveryVerified',
    'delivery_id',
    't.verified_at is not null',
  ),
  halfDone(
    'an accepted proposal and its agreement do not belong together',
    `select p.id from proposal p full join agreement g on g.proposal_id = p.id
      where (coalesce(p.state, '') = 'ACCEPTED') <> (g.id is not null)`,
  ),
  halfDone(
    'an agreed match and its agreement do not belong together',
    `select m.id from match m full join agreement g on g.match_id = m.id
      where (coalesce(m.state, '') = 'AGREED') <> (g.id is not null)`,
  ),
  halfDone(
    'a granted request and its grant do not belong together',
    `select r.id from disclosure_request r full join disclosure_grant g on g.request_id = r.id
      where (coalesce(r.state, '') = 'GRANTED') <> (g.id is not null)`,
  ),
  halfDone(
    'a delivery is not in the ledger, once',
    `select d.id from delivery d
      where (select count(*) from ledger_entry e where e.delivery_id = d.id and e.kind = 'delivered') <> 1
         or (select count(*) from ledger_entry e where e.delivery_id = d.id and e.kind = 'verified')
            <> (case when d.verified_at is null then 0 else 1 end)`,
  ),
  halfDone(
    'a corrected delivery is not reversed, entry by entry',
    `select d.id from delivery d
      where (select count(*) from ledger_entry e join ledger_entry r on r.reverses = e.id where e.delivery_id = d.id)
            <> (select count(*) from ledger_entry e
                 where e.delivery_id = d.id and e.kind <> 'corrected' and d.corrected_by_id is not null)`,
  ),
];

const invariant = (says: string, sql: string): Rule => ({ kind: 'invariant', says, sql });

const DRAWN = `
  (select coalesce(sum(case when g.offer_id = l.id then g.drawn_from_offer else g.drawn_from_need end), 0)
     from agreement g
    where (g.offer_id = l.id and g.holds_offer) or (g.need_id = l.id and g.holds_need))`;
const LISTED = 'listing l join listing_version v on v.listing_id = l.id and v.version = l.version';

/** Of a basis of the ledger, and of the deliveries that stand. */
const balance = (basis: string, where: string): string =>
  `select g.id from agreement g
    where (select coalesce(sum(e.amount_base), 0) from ledger_entry e where e.agreement_id = g.id and e.basis = '${basis}')
       <> (select coalesce(sum(d.amount_base), 0) from delivery d
            where d.agreement_id = g.id and d.corrected_by_id is null and ${where})`;

const INVARIANTS: readonly Rule[] = [
  invariant('more was agreed than is listed', `select l.id from ${LISTED} where ${DRAWN} > v.amount`),
  invariant(
    'what remains is not what is listed less what was agreed',
    `select l.id from ${LISTED} where l.remaining <> v.amount - ${DRAWN}`,
  ),
  invariant(
    'more was delivered than agreed',
    `select g.id from agreement g
      where (select coalesce(sum(d.amount), 0) from delivery d where d.agreement_id = g.id and d.corrected_by_id is null)
            > g.amount`,
  ),
  invariant(
    'the ledger does not carry the deliveries that stand',
    `${balance('DELIVERED', 'true')} union all ${balance('VERIFIED', 'd.verified_at is not null')}`,
  ),
  invariant(
    'an agreement is not in the ledger, once',
    `select g.id from agreement g
      where (select count(*) from ledger_entry e where e.agreement_id = g.id and e.basis = 'AGREED') <> 1`,
  ),
  invariant(
    'a match has another number of live proposals than its state says',
    `select m.id from match m
      where (select count(*) from proposal p where p.match_id = m.id and p.state = 'SENT')
            <> (case when m.state = 'NEGOTIATING' then 1 else 0 end)`,
  ),
  invariant(
    'a listing stands in the search and is not on the market, or the reverse',
    `select l.id from listing l
      where (l.state = 'ACTIVE' and l.remaining > 0)
            <> exists (select 1 from listing_search s where s.listing_id = l.id)`,
  ),
  invariant(
    'a live match is about a listing that is not on the market',
    `select m.id from match m join listing l on l.id in (m.offer_id, m.need_id)
      where m.state = 'OPEN' and (l.state <> 'ACTIVE' or l.remaining = 0)`,
  ),
  invariant('a job is not done', `select id, name from job_request where done_at is null`),
];

export const RULES: readonly Rule[] = [...DOUBLED, ...HALF_DONE, ...INVARIANTS];
