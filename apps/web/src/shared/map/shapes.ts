/** Longitude, then latitude, degrees: the order of maps. */
export type Spot = readonly [longitude: number, latitude: number];

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface MapLine {
  readonly id: string;
  readonly from: Spot;
  readonly to: Spot;
  /** Pixels. */
  readonly width: number;
  readonly chosen: boolean;
  /** How many lines lie between the same two spots already: each bends a little more. */
  readonly nth: number;
}

export interface MapMark {
  readonly id: string;
  readonly at: Spot;
  readonly kind: 'offer' | 'need' | 'both' | 'place';
  /** What it is called, shown beside it where there is room. */
  readonly name: string;
  /** Also far away; of few marks. */
  readonly isNamed?: boolean;
  readonly chosen?: boolean;
  /** The whole of it, for who cannot see the map; of marks that can be chosen. */
  readonly label?: string;
  readonly choose?: () => void;
}

/** What is known to within so many km. */
export interface MapCircle {
  readonly at: Spot;
  readonly radiusKm: number;
}

/** What a page draws over the land. */
export interface MapShapes {
  readonly lines: readonly MapLine[];
  readonly marks: readonly MapMark[];
  readonly circles: readonly MapCircle[];
  /** Numbers of municipalities that stand out, because nothing finer is known. */
  readonly areas: readonly string[];
}

/** South Norway and the Skagerrak: where to look while there is nothing to show. */
const NOWHERE: Box = [4.5, 57.8, 12.5, 63.5];
/** Degrees: one place alone is shown with what lies around it. */
const LEAST_SPAN = 0.6;

/**
 * The smallest box around all spots, never smaller than a region.
 *
 * @example boxAround([[10, 59], [11, 60]]) // [10, 59, 11, 60]
 */
export function boxAround(spots: readonly Spot[]): Box {
  if (spots.length === 0) return NOWHERE;
  const span = (axis: 0 | 1): readonly [number, number] => {
    const values = spots.map((spot) => spot[axis]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const missing = Math.max(0, LEAST_SPAN - (most - least)) / 2;
    return [least - missing, most + missing];
  };
  const [west, east] = span(0);
  const [south, north] = span(1);
  return [west, south, east, north];
}

const KM_PER_DEGREE = 111.2;
const STEPS = 32;
/** How far a line leaves the straight way, as a part of its length. */
const BEND = 0.14;

const squeeze = (latitude: number): number => Math.max(0.1, Math.cos((latitude * Math.PI) / 180));

/**
 * A line that leaves the straight way to its right, so that there and back, and several of one pair, lie apart. From a
 * place to itself: a loop beside it.
 *
 * @returns spots from the first to the last
 * @example curveOf({ from: [10, 59], to: [11, 60], nth: 0 })[0] // [10, 59]
 */
export function curveOf({ from, to, nth }: Pick<MapLine, 'from' | 'to' | 'nth'>): readonly Spot[] {
  if (from[0] === to[0] && from[1] === to[1]) return loopAt(from, 8 + 4 * nth);
  const narrow = squeeze((from[1] + to[1]) / 2);
  const [x, y] = [(to[0] - from[0]) * narrow, to[1] - from[1]];
  const bend = 2 * BEND * (1 + nth);
  const middle: Spot = [
    (from[0] + to[0]) / 2 + (y * bend) / narrow / 2,
    (from[1] + to[1]) / 2 - (x * bend) / 2,
  ];
  const along = (axis: 0 | 1, t: number): number =>
    (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * middle[axis] + t ** 2 * to[axis];
  return Array.from({ length: STEPS + 1 }, (_, at): Spot => [along(0, at / STEPS), along(1, at / STEPS)]);
}

const loopAt = ([longitude, latitude]: Spot, radiusKm: number): readonly Spot[] =>
  ringAround({ at: [longitude, latitude + radiusKm / KM_PER_DEGREE], radiusKm });

/**
 * A closed ring, first spot southernmost, counter-clockwise.
 *
 * @example ringAround({ at: [10, 59], radiusKm: 5 }).length // 33
 */
export function ringAround({ at: [longitude, latitude], radiusKm }: MapCircle): readonly Spot[] {
  const radius = radiusKm / KM_PER_DEGREE;
  const narrow = squeeze(latitude);
  return Array.from({ length: STEPS + 1 }, (_, at): Spot => {
    const angle = (2 * Math.PI * (at % STEPS)) / STEPS - Math.PI / 2;
    return [longitude + (radius * Math.cos(angle)) / narrow, latitude + radius * Math.sin(angle)];
  });
}

const THINNEST = 2;
const WIDEST = 14;

/**
 * How wide a line is drawn: in proportion to the largest, and never too thin to be seen.
 *
 * @returns pixels, from 2 to 14
 * @example lineWidth(50, 50) // 14
 */
export const lineWidth = (value: number, largest: number): number =>
  largest > 0 ? Math.max(THINNEST, WIDEST * Math.min(1, Math.max(0, value / largest))) : THINNEST;
