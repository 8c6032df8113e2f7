import { randomUUID } from 'node:crypto';
import type { Chance } from '../../support/chance.js';
import { MUTATIONS, type Operation } from './documents.js';
import { pause } from './program.js';

/** A mutation that a client was told had been done. */
export interface Acknowledged {
  readonly operation: Operation;
  /** The idempotency key; where the effect has a text of its caller's, it stands there too. */
  readonly key: string;
  readonly personId: string;
  readonly firmId: string;
  /** Of what was made or changed, as the answer names it. */
  readonly id: string;
  /** Of what the mutation was about, where that is not the same. */
  readonly about: string;
}

/** What came of a mutation: the answer's member, or what it was refused with. */
export type Answer =
  | { readonly done: true; readonly id: string; readonly member: Readonly<Record<string, unknown>> }
  | { readonly done: false; readonly refusal: string };

export interface Person {
  readonly personId: string;
  readonly firmId: string;
  readonly siteId: string;
  readonly authorization: string;
}

/** What all clients of a run share. */
export interface Party {
  /** Of the apis, each behind its proxy. */
  readonly urls: readonly string[];
  readonly chance: Chance;
  readonly history: Acknowledged[];
  /** Attempts that were answered with an error, or not at all, by what was said. */
  readonly troubles: Map<string, number>;
  /** Hears how many attempts each answer took. */
  readonly onAnswer?: (attempts: number) => void;
}

const ATTEMPT_MS = 8_000;
/** A client goes on for so long with one key; longer than any fault lasts. */
const PATIENCE_MS = 120_000;
const MOST_WAIT_MS = 600;

interface Body {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A firm's program: asks until it is answered, always with the same key, at whichever api answers. */
export class Client {
  private at: number;

  constructor(
    readonly person: Person,
    private readonly party: Party,
  ) {
    this.at = party.chance.whole(party.urls.length);
  }

  /** The api that is asked next. */
  get url(): string {
    return this.party.urls[this.at % this.party.urls.length] ?? '';
  }

  /** From now on another api is asked. */
  turn(): void {
    this.at += 1;
  }

  /**
   * @param about id of what the mutation is about, where its effect has another
   * @param variables made of the key
   * @throws Error when no api answers for two minutes
   */
  async change(
    operation: Operation,
    about: string,
    variables: (key: string) => Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const key = randomUUID();
    const sent = JSON.stringify({ query: MUTATIONS[operation].document, variables: variables(key) });
    const { wanted, idAt } = MUTATIONS[operation];
    const member = await this.insist(operation, sent);
    if (member['__typename'] !== wanted)
      return { done: false, refusal: `${String(member['__typename'])}: ${String(member['message'])}` };
    const id = textAt(member, idAt);
    const { personId, firmId } = this.person;
    this.party.history.push({ operation, key, personId, firmId, id, about: about === '' ? id : about });
    return { done: true, id, member };
  }

  private async insist(operation: Operation, sent: string): Promise<Readonly<Record<string, unknown>>> {
    const { chance, troubles, onAnswer } = this.party;
    const until = performance.now() + PATIENCE_MS;
    for (let attempts = 1; ; attempts += 1) {
      const answer = await this.attempt(sent);
      if (typeof answer !== 'string') {
        onAnswer?.(attempts);
        return answer;
      }
      troubles.set(answer, (troubles.get(answer) ?? 0) + 1);
      if (performance.now() > until) throw new Error(`${operation} found no answer; the last was ${answer}`);
      this.turn();
      await pause(chance.whole(MOST_WAIT_MS));
    }
  }

  /** @returns the union's member, or in words why there is none */
  private async attempt(sent: string): Promise<Readonly<Record<string, unknown>> | string> {
    try {
      const response = await fetch(`${this.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: this.person.authorization },
        body: sent,
        signal: AbortSignal.timeout(ATTEMPT_MS),
      });
      return memberOf((await response.json()) as Body) ?? `HTTP ${response.status}`;
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'no answer in time' : 'no connection';
    }
  }
}

function memberOf({ data, errors }: Body): Readonly<Record<string, unknown>> | string | undefined {
  const [error] = errors ?? [];
  if (error !== undefined) return error.extensions?.code ?? error.message;
  return Object.values(data ?? {})[0];
}

function textAt(member: Readonly<Record<string, unknown>>, path: readonly string[]): string {
  let found: unknown = member;
  for (const name of path) found = (found as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof found !== 'string') throw new Error(`The answer has nothing at ${path.join('.')}.`);
  return found;
}
