import { Chance } from '../../support/chance.js';
import { Agenda } from './agenda.js';

/** Something that works for one at a time on each of its servers; the others wait in the order that they came. */
export interface Station {
  readonly name: string;
  /** 1 or more: cores of a database, processes of a program. */
  readonly servers: number;
}

/** What one visit to a station takes, seconds; drawn anew for each. */
export interface Visit {
  readonly station: string;
  readonly seconds: (chance: Chance) => number;
}

/** What comes in and where it goes: arrivals are independent of each other (Poisson). */
export interface Route {
  readonly name: string;
  readonly perSecond: number;
  readonly visits: readonly Visit[];
}

export interface Run {
  readonly stations: readonly Station[];
  readonly routes: readonly Route[];
  /** Simulated time; what happens in the first tenth is not counted. */
  readonly seconds: number;
  readonly seed: number;
}

export interface StationFound {
  readonly name: string;
  /** Share of its servers' time that was spent working. */
  readonly busy: number;
  readonly meanWaitS: number;
}

export interface RouteFound {
  readonly name: string;
  readonly done: number;
  readonly meanS: number;
  readonly p50S: number;
  readonly p95S: number;
  readonly p99S: number;
}

export interface Found {
  readonly stations: readonly StationFound[];
  readonly routes: readonly RouteFound[];
  readonly arrived: number;
  readonly finished: number;
  /** Still under way when time was up. */
  readonly left: number;
  /** Mean number under way, over the time that counts. */
  readonly meanInside: number;
}

interface Job {
  readonly route: number;
  readonly since: number;
  at: number;
  queuedAt: number;
}

interface Desk {
  readonly station: Station;
  readonly queue: Job[];
  /** Those before it in `queue` have gone: taking from the front of a long list costs its length. */
  head: number;
  working: number;
  busyS: number;
  waitS: number;
  visits: number;
}

/**
 * Follows every arrival through its visits, event by event: no formula, so that queues, bursts and measured times of any
 * shape are what they are.
 *
 * @throws RangeError for a visit to a station that is not there
 */
export function simulate(run: Run): Found {
  const world = new World(run);
  world.work();
  return world.found();
}

class World {
  private readonly chance: Chance;
  private readonly agenda = new Agenda<Job | number>();
  private readonly desks: ReadonlyMap<string, Desk>;
  private readonly times: readonly number[][];
  private readonly from: number;
  private arrived = 0;
  private finished = 0;
  private insideS = 0;
  private last = 0;

  constructor(private readonly run: Run) {
    this.chance = new Chance(run.seed);
    this.from = run.seconds / 10;
    this.times = run.routes.map(() => []);
    this.desks = new Map(run.stations.map((station) => [station.name, deskOf(station)]));
    run.routes.forEach((_route, at) => this.nextArrival(at, 0));
  }

  work(): void {
    for (let next = this.agenda.take(); next !== undefined; next = this.agenda.take()) {
      const { at, what } = next;
      if (at > this.run.seconds) break;
      this.count(at);
      if (typeof what === 'number') this.arrive(what, at);
      else this.leave(what, at);
    }
    this.count(this.run.seconds);
  }

  found(): Found {
    const counted = this.run.seconds - this.from;
    return {
      stations: [...this.desks.values()].map(({ station, busyS, waitS, visits }) => ({
        name: station.name,
        busy: busyS / (counted * station.servers),
        meanWaitS: visits === 0 ? 0 : waitS / visits,
      })),
      routes: this.run.routes.map(({ name }, at) => routeFound(name, this.times[at] ?? [])),
      arrived: this.arrived,
      finished: this.finished,
      left: this.arrived - this.finished,
      meanInside: this.insideS / counted,
    };
  }

  private count(now: number): void {
    const since = Math.max(this.last, this.from);
    if (now > since) this.insideS += (now - since) * (this.arrived - this.finished);
    this.last = now;
  }

  private nextArrival(route: number, now: number): void {
    const perSecond = this.run.routes[route]?.perSecond ?? 0;
    if (perSecond > 0) this.agenda.add(now - Math.log(1 - this.chance.part()) / perSecond, route);
  }

  private arrive(route: number, now: number): void {
    this.arrived += 1;
    this.nextArrival(route, now);
    this.visit({ route, since: now, at: 0, queuedAt: now }, now);
  }

  /** To the next station of its route, or out. */
  private visit(job: Job, now: number): void {
    const visit = this.run.routes[job.route]?.visits[job.at];
    if (visit === undefined) {
      this.finished += 1;
      if (job.since >= this.from) this.times[job.route]?.push(now - job.since);
      return;
    }
    const desk = this.deskAt(visit.station);
    job.queuedAt = now;
    if (desk.working < desk.station.servers) this.begin(desk, job, visit, now);
    else desk.queue.push(job);
  }

  private begin(desk: Desk, job: Job, visit: Visit, now: number): void {
    const seconds = visit.seconds(this.chance);
    desk.working += 1;
    if (now >= this.from) {
      desk.waitS += now - job.queuedAt;
      desk.visits += 1;
    }
    desk.busyS += overlap(now, now + seconds, this.from, this.run.seconds);
    this.agenda.add(now + seconds, job);
  }

  private leave(job: Job, now: number): void {
    const visits = this.run.routes[job.route]?.visits ?? [];
    const desk = this.deskAt(visits[job.at]?.station ?? '');
    desk.working -= 1;
    const next = desk.queue[desk.head];
    if (next !== undefined) {
      desk.head += 1;
      if (desk.head > 10_000) {
        desk.queue.splice(0, desk.head);
        desk.head = 0;
      }
      const visit = this.run.routes[next.route]?.visits[next.at];
      if (visit !== undefined) this.begin(desk, next, visit, now);
    }
    job.at += 1;
    this.visit(job, now);
  }

  private deskAt(name: string): Desk {
    const desk = this.desks.get(name);
    if (desk === undefined) throw new RangeError(`There is no station called ${name}`);
    return desk;
  }
}

const deskOf = (station: Station): Desk => ({
  station,
  queue: [],
  head: 0,
  working: 0,
  busyS: 0,
  waitS: 0,
  visits: 0,
});

const overlap = (from: number, to: number, first: number, last: number): number =>
  Math.max(0, Math.min(to, last) - Math.max(from, first));

function routeFound(name: string, times: readonly number[]): RouteFound {
  const sorted = Float64Array.from(times).sort();
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const sum = sorted.reduce((all, one) => all + one, 0);
  return {
    name,
    done: sorted.length,
    meanS: sorted.length === 0 ? 0 : sum / sorted.length,
    p50S: at(0.5),
    p95S: at(0.95),
    p99S: at(0.99),
  };
}

/**
 * The rate at which each station is busy all the time, by the utilisation law (Denning & Buzen 1978, Computing Surveys 10):
 * its servers over what one arrival of all routes together asks of it. The least of them is the most that the whole can do.
 *
 * @param meanSeconds what a visit takes on average
 * @returns arrivals of `per` each second, by station; Infinity for one that nobody visits
 */
export function saturation(
  { stations, routes }: Pick<Run, 'stations' | 'routes'>,
  per: string,
  meanSeconds: (visit: Visit) => number,
): ReadonlyMap<string, number> {
  const base = routes.find(({ name }) => name === per)?.perSecond ?? 0;
  return new Map(
    stations.map(({ name, servers }) => {
      const asked = routes.reduce(
        (sum, { perSecond, visits }) =>
          sum +
          perSecond * visits.reduce((all, one) => all + (one.station === name ? meanSeconds(one) : 0), 0),
        0,
      );
      return [name, asked === 0 ? Infinity : (servers * base) / asked];
    }),
  );
}
