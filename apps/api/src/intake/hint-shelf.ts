import { cellName, HINT_COLUMNS, problem, type Actor, type Problem, type Side } from '#domain';
import type { HintList, JudgedHint, JudgedList, Market, Outcome } from '#market';
import { knownId } from '../ids.js';
import type { ReadFile } from './file.js';
import type { Answered } from './receiving.js';
import { named, type Shelf } from './uploads.js';

type Rows = 'ALL_OR_NOTHING' | 'VALID_ONLY';

const ROWS: readonly string[] = ['ALL_OR_NOTHING', 'VALID_ONLY'] satisfies readonly Rows[];
const SIDES: readonly string[] = ['OFFER', 'NEED'] satisfies readonly Side[];

/** Lists of firms and streams: answered row by row at once; recorded only where that is asked for. */
export class HintShelf implements Shelf {
  constructor(private readonly market: Market) {}

  mayTake(actor: Actor, asked: URLSearchParams): Outcome<unknown> {
    const allowed = this.market.hintLists.mayTake(actor, clusterOf(asked));
    const problems = [...choiceProblems(asked, 'record', ROWS), ...choiceProblems(asked, 'side', SIDES)];
    const [first, ...more] = problems;
    return !allowed.ok || first === undefined
      ? allowed
      : { ok: false, refusal: { kind: 'validation', problems: [first, ...more] } };
  }

  async keep(actor: Actor, file: ReadFile, asked: URLSearchParams): Promise<Outcome<Answered>> {
    const list: HintList = {
      clusterId: clusterOf(asked),
      source: named(asked.get('source') ?? asked.get('name')),
      side: (asked.get('side') ?? undefined) as Side | undefined,
      rows: file.rows,
    };
    const record = (asked.get('record') ?? undefined) as Rows | undefined;
    const taken = await this.market.hintLists.take(actor, list, record);
    if (!taken.ok) return taken;
    const body = { ...answerOf(taken.value), notices: file.format.notices };
    return { ok: true, value: { status: record === undefined ? 200 : 201, body } };
  }
}

const clusterOf = (asked: URLSearchParams): string => knownId(asked.get('clusterId') ?? '');

const choiceProblems = (
  asked: URLSearchParams,
  name: string,
  choices: readonly string[],
): readonly Problem[] => {
  const text = asked.get(name);
  return text === null || choices.includes(text)
    ? []
    : [problem(name, `One of ${choices.join(', ')}, or left out.`)];
};

const answerOf = ({ columns, counts, rows, recorded }: JudgedList): object => ({
  columns: HINT_COLUMNS.flatMap((field) => {
    const at = columns[field];
    return at === undefined ? [] : [{ field, column: at + 1 }];
  }),
  counts: { new: counts.NEW, same: counts.SAME, refused: counts.REFUSED },
  recorded: recorded ?? null,
  rows: rows.map(rowOf),
});

const rowOf = ({ row, effect, hint, municipalityNumber, materialCode, problems }: JudgedHint): object => ({
  row,
  effect,
  firmName: hint?.firmName,
  orgNumber: hint?.orgNumber,
  municipalityNumber,
  siteName: hint?.siteName,
  side: hint?.side,
  text: hint?.materialText,
  materialId: materialCode,
  amountText: hint?.amountText,
  source: hint?.source,
  contactEmail: hint?.contactEmail,
  problems: problems.map(({ field, column, message }) => ({
    field,
    cell: column === undefined ? null : cellName(column, row),
    message,
  })),
});
