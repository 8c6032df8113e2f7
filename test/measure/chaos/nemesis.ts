import type { Chance } from '../../support/chance.js';
import type { Say } from '../command.js';
import type { Outages } from './outages.js';
import { pause } from './program.js';
import type { Stage } from './stage.js';
import type { TcpProxy } from './tcp-proxy.js';

type Kill = 'api' | 'worker' | 'database' | 'redis';

/** Each deck is dealt out before the next: every kind of kill comes as often as it stands here. */
const DECK: readonly Kill[] = ['worker', 'api', 'database', 'worker', 'api'];
const DECK_WITH_REDIS: readonly Kill[] = [...DECK, 'redis'];
const SHORTEST_MS = 150;
const LONGEST_MS = 2_500;
/** What is slowed down or lost is so for at most this long: shorter than a client's patience with one attempt. */
const FAULT_MS = 5_000;
const SLOW_MS = 200;
const KILL_AGAIN_MS = 200;

export interface NemesisOptions {
  readonly kills: number;
  readonly chance: Chance;
  readonly outages: Outages;
  readonly say: Say;
  /** Resolves when so much has been acknowledged that kill number `at` may come. */
  readonly pace: (at: number) => Promise<void>;
}

/** What breaks: kills processes and cuts, slows and loses connections, at moments that nobody chose. */
export class Nemesis {
  readonly done = new Map<string, number>();

  constructor(
    private readonly stage: Stage,
    private readonly options: NemesisOptions,
  ) {}

  /** @returns how many processes it has killed */
  async rage(): Promise<number> {
    const { kills, chance, pace } = this.options;
    let deck: Kill[] = [];
    for (let at = 0; at < kills; at += 1) {
      await Promise.all([pace(at), pause(SHORTEST_MS + chance.whole(LONGEST_MS - SHORTEST_MS))]);
      if (chance.is(0.5)) void this.breakLink();
      if (this.stage.redis !== undefined && at === Math.floor(kills / 2)) await this.emptyRedis();
      if (deck.length === 0) deck = this.shuffled();
      await this.kill(deck.shift() ?? 'worker');
    }
    return kills;
  }

  /** The links are whole again, whatever was broken. */
  heal(): void {
    for (const { links } of this.stage.programs) for (const link of links) link.heal();
  }

  private shuffled(): Kill[] {
    const { chance } = this.options;
    const deck = this.stage.redis === undefined ? [...DECK] : [...DECK_WITH_REDIS];
    return deck
      .map((kill) => ({ kill, at: chance.part() }))
      .sort((a, b) => a.at - b.at)
      .map(({ kill }) => kill);
  }

  private async kill(kind: Kill): Promise<void> {
    this.note(`killed ${kind}`);
    if (kind === 'database') return this.killDatabase();
    if (kind === 'redis') return this.stage.redis?.killAndRevive(this.options.chance.whole(1500));
    // The one that was drawn may be down from an earlier kill: then the other one, or as soon as one is up.
    const all = this.stage.of(kind);
    for (let at = this.options.chance.whole(all.length); ; at += 1) {
      if (all[at % all.length]?.program.kill() === true) return;
      await pause(KILL_AGAIN_MS);
    }
  }

  private async killDatabase(): Promise<void> {
    const back = new Promise<void>((resolve) => (this.stage.onDatabaseReturn = resolve));
    const killedAt = performance.now();
    this.stage.killDatabase();
    await back;
    this.tell(`PostgreSQL is back after ${((performance.now() - killedAt) / 1000).toFixed(1)} s`);
    this.options.outages.watch(this.stage.apis, killedAt, performance.now(), 'a kill of PostgreSQL');
  }

  private async emptyRedis(): Promise<void> {
    this.note('emptied redis');
    await this.stage.redis?.empty();
  }

  private async breakLink(): Promise<void> {
    const { chance, outages } = this.options;
    const staged = chance.of(this.stage.programs);
    const link = chance.of(staged.links);
    const began = performance.now();
    const how = chance.of(['cut', 'delay', 'black hole'] as const);
    this.note(`${how} of ${staged.program.name}`);
    if (how === 'cut') link.cut();
    else await this.slow(link, how);
    if (staged.program.name === 'api' && link === staged.links[0])
      outages.watch([staged], began, performance.now(), `a ${how}`);
  }

  private async slow(link: TcpProxy, how: 'delay' | 'black hole'): Promise<void> {
    const { chance } = this.options;
    if (how === 'delay') link.delayMs = SLOW_MS;
    else link.swallow();
    await pause(1000 + chance.whole(FAULT_MS - 1000));
    link.heal();
    // A network that comes back has often forgotten its connections.
    if (how === 'black hole' && chance.is(0.5)) link.cut();
  }

  private note(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
    this.tell(what);
  }

  private tell(what: string): void {
    this.options.say(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  ${what}`);
  }
}
