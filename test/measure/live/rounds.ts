import { Crowd } from './crowd.js';
import { now } from './clock.js';
import type { Publication, Side } from './side.js';
import { tallyOf, type Tally } from './tally.js';

/** Told to all before anything is counted: connections, plans and code are warm then. */
const WARM_UP = 5;
const HEARD_MS = 20_000;
/** What would come a second time has come by then. */
const AFTERWARDS_MS = 1_000;
/** Published while nobody is connected. */
const MISSED = 5;
const STORM_MS = 120_000;

/** What one crowd was pushed, one publication after the other. */
export interface Round {
  readonly tally: Tally;
  /** One event, as its frame carries it. */
  readonly sample: string;
}

/** What came of a crowd that was dropped as one and came back as one. */
export interface Storm {
  readonly tally: Tally;
  /** Milliseconds until all had subscribed again. */
  readonly connected: number;
  /** Milliseconds until all had been pushed what was published while they were away. */
  readonly served: number;
  /** How often a socket was refused or broken off, and tried again. */
  readonly retries: number;
}

/** Publishes one listing after the other, each when every socket has heard of the one before. */
export function round(side: Side, query: string, sockets: number, events: number): Promise<Round> {
  return withCrowd(side, query, sockets, async (crowd) => {
    let sample = '';
    for (let at = 0; at < WARM_UP; at += 1) {
      const { listingId } = await side.publish();
      sample = (await crowd.heard(listingId, HEARD_MS))?.sample ?? sample;
    }
    const published: Publication[] = [];
    for (let at = 0; at < events; at += 1) published.push(await heardOne(side, crowd));
    await pause(AFTERWARDS_MS);
    return { tally: tallyOf(published, (await crowd.tally()).frames), sample: eventOf(sample) };
  });
}

/** Drops a crowd, publishes meanwhile, and lets it come back. */
export function storm(side: Side, query: string, sockets: number): Promise<Storm> {
  return withCrowd(side, query, sockets, async (crowd) => {
    const published = [await heardOne(side, crowd)];
    const before = (await crowd.tally()).retries;
    await crowd.drop();
    const missed: Publication[] = [];
    for (let at = 0; at < MISSED; at += 1) missed.push(await side.publish());
    const returning = now();
    const connected = (await crowd.comeBack()) - returning;
    const heard = await Promise.all(missed.map(({ listingId }) => crowd.heard(listingId, STORM_MS)));
    published.push(...missed, await heardOne(side, crowd));
    await pause(AFTERWARDS_MS);
    const { frames, retries } = await crowd.tally();
    const served = Math.max(...heard.map((word) => (word?.at ?? Infinity) - returning));
    return { tally: tallyOf(published, frames), connected, served, retries: retries - before };
  });
}

async function heardOne(side: Side, crowd: Crowd): Promise<Publication> {
  const publication = await side.publish();
  await crowd.heard(publication.listingId, HEARD_MS);
  return publication;
}

/** All sockets at once come back to a server that remembers nothing. @returns milliseconds until all had subscribed */
export function bareStorm(side: Side, query: string, sockets: number): Promise<number> {
  return withCrowd(side, query, sockets, async (crowd) => {
    await crowd.drop();
    const returning = now();
    return (await crowd.comeBack()) - returning;
  });
}

async function withCrowd<T>(
  side: Side,
  query: string,
  sockets: number,
  work: (crowd: Crowd) => Promise<T>,
): Promise<T> {
  const crowd = await Crowd.seated(query, side.seats(sockets));
  try {
    return await work(crowd);
  } finally {
    await crowd.leave();
  }
}

const eventOf = (frame: string): string =>
  frame === '' ? '' : JSON.stringify((JSON.parse(frame) as { payload: { data: unknown } }).payload.data);

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
