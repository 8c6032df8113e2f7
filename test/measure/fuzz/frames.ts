import fc from 'fast-check';
import { INIT, type Frames, type Subscribing, type Who } from './attempt.js';
import { brokenDocuments } from './broken.js';
import type { Operation } from './operations.js';
import { jsonOf, wildText, wildValue } from './wild.js';

/** A message may be 64 KiB; a longer one closes the connection, which is for connections of their own. */
const MOST_LENGTH = 20_000;
const NOTHING = '{"query":"{"}';

const signedIn: fc.Arbitrary<Who> = fc.constantFrom('plant', 'buyer', 'staff');

/** Subscriptions, sound and broken, and operations that are none, in messages that keep to the protocol. */
export function subscribing(
  subscriptions: fc.Arbitrary<Operation>,
  others: fc.Arbitrary<Operation>,
): fc.Arbitrary<Subscribing> {
  const sound = subscriptions.map(({ about, query, variables }) => ({
    about,
    payload: jsonOf({ query, variables }),
  }));
  const broken = brokenDocuments(subscriptions).map((query) => ({
    about: 'broken subscription',
    payload: jsonOf({ query }),
  }));
  const other = others.map(({ query, variables }) => ({
    about: 'no subscription',
    payload: jsonOf({ query, variables }),
  }));
  const named = fc.tuple(subscriptions, wildText).map(([{ query, variables }, operationName]) => ({
    about: 'named subscription',
    payload: jsonOf({ query, variables, operationName }),
  }));
  const asked = fc.oneof(
    { weight: 5, arbitrary: sound },
    { weight: 3, arbitrary: broken },
    { weight: 1, arbitrary: other },
    named,
  );
  return fc.tuple(asked, signedIn).map(([{ about, payload }, who]) => ({
    transport: 'subscription',
    about,
    who,
    payload: isJson(payload) && payload.length < MOST_LENGTH ? payload : NOTHING,
  }));
}

const TYPES = [
  'connection_init',
  'subscribe',
  'complete',
  'ping',
  'pong',
  'next',
  'error',
  'connection_ack',
  'start',
  '',
];

/** Connections on which anything may come, in any order. */
export function frames(subscriptions: fc.Arbitrary<Operation>): fc.Arbitrary<Frames> {
  const message = fc
    .record(
      {
        type: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TYPES) }, wildValue),
        id: fc.oneof(fc.constantFrom('1', '2'), wildValue),
        payload: wildValue,
      },
      { requiredKeys: ['type'], noNullPrototype: true },
    )
    .map(jsonOf);
  const subscribe = fc
    .tuple(subscriptions, fc.constantFrom('1', '2'))
    .map(([{ query, variables }, id]) => jsonOf({ id, type: 'subscribe', payload: { query, variables } }));
  const one = fc.oneof(
    { weight: 4, arbitrary: message },
    { weight: 2, arbitrary: subscribe },
    { weight: 1, arbitrary: wildText },
    { weight: 1, arbitrary: wildValue.map(jsonOf) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 100 }) },
    { weight: 1, arbitrary: fc.constant(INIT) },
  );
  const all = fc.array(one, { minLength: 1, maxLength: 5 });
  return fc.tuple(all, fc.integer({ min: 0, max: 4 }), signedIn).map(([messages, first, who]) => ({
    transport: 'frames',
    about: 'frames',
    who,
    frames: first === 4 ? messages : [INIT, ...messages],
  }));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
