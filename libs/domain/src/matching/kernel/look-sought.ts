import type { Look } from '../look.js';
import type { Sought, Wanted } from './query.js';

type Asked = Look['sought'][number];

const NONE: readonly Asked[] = [];

/** What a look seeks: most of it is never looked up, because something better is found first. */
export class LookSought implements Sought {
  ceilings = new Float64Array(0);
  private asked = NONE;
  private side = 0;

  constructor(private readonly find: (asked: Asked, side: number) => Wanted | undefined) {}

  begin({ sought, ceilings }: Look, side: number): this {
    this.asked = sought;
    this.ceilings = ceilings as typeof this.ceilings;
    this.side = side;
    return this;
  }

  get count(): number {
    return this.asked.length;
  }

  at(place: number): Wanted | undefined {
    const one = this.asked[place];
    return one && this.find(one, this.side);
  }
}
