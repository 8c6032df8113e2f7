import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Order, Seat, Word } from './messages.js';

type Said<K extends Word['say']> = Extract<Word, { readonly say: K }>;

/** Opening 2 000 sockets one batch after the other, on a machine that does other things too. */
const OPEN_MS = 180_000;
const ANSWER_MS = 30_000;

/** Many subscribers in one process of their own. */
export class Crowd {
  private readonly said: Word[] = [];
  private readonly listeners = new Set<() => void>();

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (word: Word) => {
      this.said.push(word);
      for (const listener of this.listeners) listener();
    });
  }

  /** All seats taken and subscribed. */
  static async seated(query: string, seats: readonly Seat[]): Promise<Crowd> {
    const child = fork(new URL('./crowd-process.js', import.meta.url), { stdio: 'inherit', execArgv: [] });
    const crowd = new Crowd(child);
    await crowd.must('ready', ANSWER_MS);
    crowd.order({ do: 'open', query, seats });
    await crowd.must('open', OPEN_MS);
    return crowd;
  }

  /** The moment at which the last socket was pushed the listing; undefined when some were not in time. */
  heard(listingId: string, ms: number): Promise<Said<'heard'> | undefined> {
    return this.until('heard', ms, (word) => word.listingId === listingId);
  }

  /** All connections end at once, and nobody says goodbye. */
  async drop(): Promise<void> {
    this.order({ do: 'drop' });
    await this.must('dropped', ANSWER_MS);
  }

  /** All come back at once, each with its last cursor. @returns when all had subscribed again */
  async comeBack(): Promise<number> {
    this.order({ do: 'come back' });
    return (await this.must('open', OPEN_MS)).at;
  }

  async tally(): Promise<Said<'tally'>> {
    this.order({ do: 'tally' });
    return this.must('tally', ANSWER_MS);
  }

  async leave(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  private order(order: Order): void {
    this.child.send(order);
  }

  private async must<K extends Word['say']>(say: K, ms: number): Promise<Said<K>> {
    const word = await this.until(say, ms, () => true);
    if (word === undefined) throw new Error(`The crowd was not "${say}" within ${ms / 1000} s.`);
    return word;
  }

  /** What it says is taken out once it is heard, so that the same word may come again. */
  private until<K extends Word['say']>(
    say: K,
    ms: number,
    isIt: (word: Said<K>) => boolean,
  ): Promise<Said<K> | undefined> {
    return new Promise((resolve) => {
      const end = (word?: Said<K>): void => {
        clearTimeout(timer);
        this.listeners.delete(look);
        resolve(word);
      };
      const timer = setTimeout(end, ms);
      const look = (): void => {
        const at = this.said.findIndex((word) => word.say === say && isIt(word as Said<K>));
        if (at >= 0) end(this.said.splice(at, 1)[0] as Said<K>);
      };
      this.listeners.add(look);
      look();
    });
  }
}
