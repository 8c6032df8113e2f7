import type { Operation } from './documents.js';

/** Where the effect of an acknowledged mutation stands; `a` has its key, person, firm, id, and what it was about. */
export interface Lookup {
  /** Whether the very thing that the answer named is there. */
  readonly present: string;
  /** How often the mutation had its effect: told by a text that carries the key, or by what may be there once. */
  readonly effects: string;
}

const row = (table: string, where: string): string => `exists (select 1 from ${table} where ${where})`;
const count = (table: string, where: string): string => `(select count(*) from ${table} where ${where})`;
const toldOf = (type: string, what: string): string =>
  count('event e', `e.type = '${type}' and e.firm_id = a.firm_id and e.${what} = a.id`);

export const LOOKUPS: Readonly<Record<Operation, Lookup>> = {
  publishListing: {
    present: row('listing l', 'l.id = a.id and l.firm_id = a.firm_id'),
    effects: count('listing_version v', `v.version = 1 and v.title = 'Flis ' || a.key`),
  },
  withdrawListing: {
    present: row('listing l', `l.id = a.id and l.state = 'WITHDRAWN'`),
    effects: toldOf('listingChanged', 'listing_id'),
  },
  declineMatch: {
    present: row('match m', `m.id = a.id and m.state = 'DECLINED' and m.declined_by = a.firm_id`),
    effects: toldOf('matchDeclined', 'match_id'),
  },
  askDisclosure: {
    present: row('disclosure_request r', 'r.id = a.id and r.match_id = a.about'),
    effects: count('disclosure_request r', 'r.note = a.key'),
  },
  grantDisclosure: {
    present: row('disclosure_grant g', 'g.id = a.id and g.request_id = a.about'),
    effects: count('disclosure_grant g', 'g.request_id = a.about'),
  },
  refuseDisclosure: {
    present: row('disclosure_request r', `r.id = a.about and r.match_id = a.id and r.state = 'REFUSED'`),
    effects: toldOf('disclosureRefused', 'match_id'),
  },
  proposeTerms: {
    present: row('proposal p', 'p.id = a.id and p.match_id = a.about'),
    effects: count('proposal p', 'p.note = a.key'),
  },
  counterProposal: {
    present: row('proposal p', 'p.id = a.id and p.match_id = a.about and p.answers_id is not null'),
    effects: count('proposal p', 'p.note = a.key'),
  },
  declineProposal: {
    present: row('proposal p', `p.id = a.id and p.state = 'DECLINED'`),
    effects: toldOf('proposalChanged', 'proposal_id'),
  },
  acceptProposal: {
    present: row('agreement g', 'g.id = a.id and g.proposal_id = a.about'),
    effects: count('ledger_entry e', `e.agreement_id = a.id and e.kind = 'agreed'`),
  },
  recordDelivery: {
    present: row('delivery d', 'd.id = a.id and d.agreement_id = a.about'),
    effects: count('delivery d', 'd.reference = a.key'),
  },
  verifyDelivery: {
    present: row('delivery d', 'd.id = a.id and d.verified_by = a.person_id'),
    effects: count('ledger_entry e', `e.delivery_id = a.id and e.kind = 'verified'`),
  },
  correctDelivery: {
    present: `${row('delivery d', 'd.id = a.id')} and ${row('delivery d', 'd.id = a.about and d.corrected_by_id = a.id')}`,
    effects: count('delivery d', 'd.reference = a.key'),
  },
};

/** $1 keys  $2 persons  $3 firms  $4 ids  $5 abouts */
export const lookupSql = ({ present, effects }: Lookup): string => `
  select a.key, a.id,
         (${present})
         and exists (select 1 from idempotency i
                      where i.person_id = a.person_id and i.key = a.key and i.outcome::text like '%' || a.id || '%')
           as present,
         (${effects})::int as effects
    from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[]) as a (key, person_id, firm_id, id, about)`;
