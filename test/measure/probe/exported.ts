/** Files and pages that are carried away, by what is asked for; one of each kind has to be answered to somebody. */
const OF_FIRM = [
  '/api/exports/firm?format=json',
  ...['listings', 'agreements', 'deliveries', 'ledger'].map(
    (part) => `/api/exports/firm?format=csv&part=${part}`,
  ),
];

const BASES = ['DELIVERED', 'VERIFIED', 'AGREED', 'POTENTIAL'];
const OF_CLUSTER = BASES.flatMap((basis) => [
  ...['format=json', 'format=csv', 'format=csv&part=flows', 'format=csv&part=goals'].map(
    (form) => `report?${form}&from=2020-01-01&to=2030-12-31&basis=${basis}`,
  ),
  `page?year=2026&basis=${basis}`,
]);

/** Every export: of the firm that is acted for, and of every cluster. */
export const exportsOf = (clusterIds: readonly string[]): readonly string[] => [
  ...OF_FIRM,
  ...clusterIds.flatMap((id) => OF_CLUSTER.map((path) => `/api/exports/clusters/${id}/${path}`)),
];

/** What clusters show to everybody, by the slugs of the cast. */
export const PUBLIC_PAGES: readonly string[] = [
  '/p/method.html',
  ...['here', 'elsewhere', 'nowhere'].flatMap((slug) => [`/p/${slug}`, `/p/${slug}.json`]),
];

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;
const kindOf = (path: string): string => path.replace(UUID, 'ID').replace(/\?.*$/, '');
const KINDS = [...new Set(exportsOf(['00000000-0000-0000-0000-000000000000']).map(kindOf))];

/** Which kinds of exports nobody has been answered yet. */
export class Exported {
  private readonly answered = new Set<string>();

  /** @param text headers and body of the answer */
  note(path: string, text: string): void {
    if (!text.includes('"code":"')) this.answered.add(kindOf(path));
  }

  get unanswered(): readonly string[] {
    return KINDS.filter((kind) => !this.answered.has(kind));
  }
}
