import type pg from 'pg';
import type { Scored } from './rank.js';
import type { Rankings } from './rankings.js';

export interface Text {
  readonly key: string;
  readonly text: string;
}

const TEXTS = `create temporary table text_of (side text, key text, body text, tokens tsvector, query tsquery)`;

/** Both languages: the files are English, the listings beside them Norwegian. The words of an offer are ORed. */
const FILL = `
  insert into text_of
  select $1, key, body, tokens, to_tsquery('simple', (
           select string_agg(quote_literal(word), ' | ') from unnest(tsvector_to_array(tokens)) as word))
    from unnest($2::text[], $3::text[]) as given (key, body),
         lateral (select to_tsvector('english', body) || to_tsvector('norwegian', body) as tokens) t`;

/** Beyond these nobody reads on. */
const DEPTH = 1000;

const ranked = (score: string, where: string): string => `
  select o.key as offer, best.key, best.score
    from text_of o
   cross join lateral (
     select n.key, ${score} as score from text_of n where n.side = 'NEED' and ${where}
      order by score desc, n.key limit ${DEPTH}) best
   where o.side = 'OFFER'`;

const TRIGRAM = ranked('similarity(o.body, n.body)', 'similarity(o.body, n.body) > 0');
const FULL_TEXT = ranked('ts_rank(n.tokens, o.query)', 'n.tokens @@ o.query');

/** What PostgreSQL's own text searches make of the same texts: trigram similarity, and full text with ORed words. */
export async function textBaselines(
  client: pg.Client,
  offers: readonly Text[],
  needs: readonly Text[],
): Promise<{ readonly trigram: Rankings; readonly fullText: Rankings }> {
  await client.query('create extension if not exists pg_trgm');
  await client.query(TEXTS);
  for (const [side, texts] of [['OFFER', offers] as const, ['NEED', needs] as const]) {
    await client.query(FILL, [side, texts.map((one) => one.key), texts.map((one) => one.text)]);
  }
  return {
    trigram: await rankingsBy(client, TRIGRAM, offers),
    fullText: await rankingsBy(client, FULL_TEXT, offers),
  };
}

async function rankingsBy(client: pg.Client, query: string, offers: readonly Text[]): Promise<Rankings> {
  const { rows } = await client.query<{ offer: string; key: string; score: number }>(query);
  const rankings = new Map(offers.map((one): [string, Scored[]] => [one.key, []]));
  for (const { offer, key, score } of rows) rankings.get(offer)?.push({ key, score });
  return rankings;
}
