import { randomUUID } from 'node:crypto';
import {
  addDays,
  calendarYear,
  instantOf,
  METHOD_VERSION,
  problem,
  SYSTEM,
  yearOf,
  type Actor,
  type Basis,
  type Day,
  type Factor,
  type Problem,
  type ShownFigure,
} from '#domain';
import type { PublishedPageRow, Tx } from '#store';
import { LEDGER_BASES, type CircularityView, type FiguresService } from './figures.js';
import { managedPlace } from './managed.js';
import { once } from './once.js';
import { done, forbidden, invalid, notFound, type Outcome } from './outcome.js';
import { today, type Setting } from './setting.js';

const MOST_YEARS = 10;
const FIRST_YEAR = 2000;
const MOST_TOLD = 100;

type LedgerBasis = Exclude<Basis, 'POTENTIAL'>;

/** What staff choose to show. */
export interface PublicChoice {
  readonly years: readonly number[];
  /** Names of figures. */
  readonly figures: readonly string[];
  readonly bases: readonly Basis[];
}

export interface PublicChoiceView extends PublicChoice {
  readonly at: Date;
  /** Of who chose, as long as there is such an account. */
  readonly by: string | undefined;
  /** End of the cluster's chain at that moment. */
  readonly chainHead: string | undefined;
}

/** Figures of one year on one basis, as outsiders get them. */
export interface PublicYear {
  readonly year: number;
  readonly basis: LedgerBasis;
  /** What the sums rest on: the sets that their quarters were closed under. */
  readonly factorSet: string;
  readonly figures: readonly ShownFigure[];
}

export interface PublicPage {
  readonly name: string;
  readonly slug: string;
  readonly chosenAt: Date;
  readonly chainHead: string | undefined;
  readonly publishedUntil: Day | undefined;
  readonly methodVersion: string;
  readonly years: readonly PublicYear[];
}

/** Nobody in particular: gets what every outsider gets, and reads as figures are read. */
const PUBLIC: Actor = Object.freeze({
  personId: 'public',
  name: 'public',
  firms: [],
  clusters: [],
  scopes: ['figures'] as const,
});

/** Figures that stand open for everybody, because the cluster's staff chose so: sums of parcels and nothing else. */
export class PublicPagesService {
  constructor(
    private readonly setting: Setting,
    private readonly figures: FiguresService,
  ) {}

  /**
   * What the cluster shows from now on; without years or figures nothing. Each choice is kept.
   *
   * @param steppedUp whether the person has just proved anew who he or she is; taking all off asks for no proof
   */
  async choose(
    actor: Actor,
    clusterId: string,
    asked: PublicChoice,
    { key, steppedUp }: { readonly key: string | undefined; readonly steppedUp: boolean },
  ): Promise<Outcome<PublicChoiceView>> {
    const place = managedPlace(actor, clusterId);
    if (!place.ok) return place;
    const choice = distinct(asked);
    if (!steppedUp && shows(choice))
      return forbidden('Prove anew who you are, then choose what everybody sees.', 'STEP_UP_REQUIRED');
    const problems = await this.problemsOf(clusterId, choice);
    if (problems.length > 0) return invalid(problems);
    const { store, clock } = this.setting;
    const head = await store.read(SYSTEM, (tx) => tx.audit.headOf(clusterId));
    const row = { ...choice, clusterId, chainHead: head?.hash, by: actor.personId, at: clock() };
    const call = { operation: 'choosePublicFigures', key, input: { clusterId, choice } };
    const work = (tx: Tx) =>
      once(tx, actor, call, async () => {
        const id = randomUUID();
        await tx.publishedPages.append({ ...row, id });
        return done({ id });
      });
    const outcome = await store.transaction(actor, work, 'bistrom_members');
    if (!outcome.ok) return outcome;
    const [kept] = await store.read(
      actor,
      (tx) => tx.publishedPages.history(clusterId, 1, outcome.value.id),
      'bistrom_members',
    );
    return kept === undefined ? notFound('choice') : done(choiceView(kept));
  }

  /** What was chosen, newest first, to the cluster's staff; the first one holds. */
  async choices(actor: Actor, clusterId: string): Promise<Outcome<readonly PublicChoiceView[]>> {
    const place = managedPlace(actor, clusterId);
    if (!place.ok) return place;
    const read = (tx: Tx) => tx.publishedPages.history(clusterId, MOST_TOLD);
    const rows = await this.setting.store.read(actor, read, 'bistrom_members');
    return done(rows.map(choiceView));
  }

  /** Undefined for a slug of no cluster, and alike for one that shows nothing. */
  async page(slug: string): Promise<PublicPage | undefined> {
    const read = (tx: Tx) => tx.publishedPages.current(slug);
    const chosen = await this.setting.store.read(PUBLIC, read, 'bistrom_figures');
    if (chosen === undefined || !shows(chosen)) return undefined;
    const { years, view } = await this.yearsOf(chosen.clusterId, chosen);
    return {
      name: chosen.name,
      slug,
      chosenAt: chosen.at,
      chainHead: chosen.chainHead ?? undefined,
      publishedUntil: view?.publishedUntil,
      methodVersion: METHOD_VERSION,
      years,
    };
  }

  /** What a choice would show to everybody, before it is made; to the cluster's staff. */
  async preview(
    actor: Actor,
    clusterId: string,
    asked: PublicChoice,
  ): Promise<Outcome<readonly PublicYear[]>> {
    const place = managedPlace(actor, clusterId);
    if (!place.ok) return place;
    const choice = distinct(asked);
    const problems = await this.problemsOf(clusterId, choice);
    return problems.length > 0 ? invalid(problems) : done((await this.yearsOf(clusterId, choice)).years);
  }

  /** Figures of a choice as outsiders get them, and the last view that was read for it. */
  private async yearsOf(
    clusterId: string,
    chosen: PublicChoice,
  ): Promise<{ readonly years: readonly PublicYear[]; readonly view: CircularityView | undefined }> {
    const years: PublicYear[] = [];
    let view: CircularityView | undefined;
    for (const year of chosen.years) {
      for (const basis of LEDGER_BASES.filter((one) => chosen.bases.includes(one))) {
        view = await this.outsidersView(clusterId, year, basis);
        const figures = view?.figures.filter(({ name }) => chosen.figures.includes(name)) ?? [];
        years.push({ year, basis, factorSet: view?.factorSet ?? this.factorSet, figures });
      }
    }
    return { years, view };
  }

  /** Name of the factors in use. */
  get factorSet(): string {
    return this.setting.rules.factors.id;
  }

  /** The factors in use with their sources: reference data, the same for everybody. */
  factors(): readonly Factor[] {
    return this.setting.rules.factors.all;
  }

  private async outsidersView(
    clusterId: string,
    year: number,
    basis: LedgerBasis,
  ): Promise<CircularityView | undefined> {
    const span = calendarYear(year);
    const [from, to] = [instantOf(span.from), instantOf(addDays(span.to, 1))];
    const view = await this.figures.report(PUBLIC, { clusterId, from, to, basis });
    return view === 'no days' ? undefined : view;
  }

  private async problemsOf(clusterId: string, choice: PublicChoice): Promise<readonly Problem[]> {
    const thisYear = yearOf(today(this.setting));
    const known = (await this.outsidersView(clusterId, thisYear, 'DELIVERED'))?.figures ?? [];
    const names = new Set<string>(known.map(({ name }) => name));
    const { years, figures, bases } = choice;
    const isYear = (year: number): boolean =>
      Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear;
    return [
      ...(years.every(isYear) && years.length <= MOST_YEARS
        ? []
        : [problem('input.years', `At most ${MOST_YEARS} years from ${FIRST_YEAR} to ${thisYear}.`)]),
      ...(figures.every((name) => names.has(name))
        ? []
        : [problem('input.figures', `Figures are: ${[...names].join(', ')}.`)]),
      ...(bases.every((basis) => LEDGER_BASES.some((one) => one === basis))
        ? []
        : [problem('input.bases', `Published are: ${LEDGER_BASES.join(', ')}.`)]),
    ];
  }
}

const distinct = ({ years, figures, bases }: PublicChoice): PublicChoice => ({
  years: [...new Set(years)].sort((a, b) => b - a),
  figures: [...new Set(figures)],
  bases: [...new Set(bases)],
});

const shows = ({ years, figures, bases }: PublicChoice): boolean =>
  years.length > 0 && figures.length > 0 && bases.length > 0;

const choiceView = ({
  years,
  figures,
  bases,
  at,
  chainHead,
  by,
}: PublishedPageRow & { readonly by: string | null }): PublicChoiceView => ({
  years,
  figures,
  bases,
  at,
  by: by ?? undefined,
  chainHead: chainHead ?? undefined,
});
