// Which folder may import which. The picture behind the rules: domain <- store <- market <- {api, worker}; domain <- web.
const libs = ['domain', 'store', 'market', 'config', 'telemetry'];
const lib = (name) => `^libs/${name}/src/index\\.ts$`;
const npm = (name) => `^node_modules/(@types/)?${name}/`;
const spec = '\\.spec\\.tsx?$';
const specTools = [npm('@jest'), npm('fast-check')];
const compositionRoots =
  '^apps/(api|worker)/src/(app\\.module|main|first-admin|failed-jobs|factors-load|matching-run|matching/thread|audit-bundle)\\.ts$';
const ourCode = '^(apps|libs|test|scripts)/';

/** The whole list of what a folder may import; its specs may also use the test tools. */
const onlyImports = (name, folder, allowed, comment) => [
  {
    name,
    severity: 'error',
    comment,
    from: { path: folder, pathNot: spec },
    to: { pathNot: [folder, ...allowed] },
  },
  {
    name: `${name}-specs`,
    severity: 'error',
    comment: `${comment} Its specs may add the test tools, and no I/O.`,
    from: { path: `${folder}.*${spec}` },
    to: { pathNot: [folder, ...allowed, ...specTools] },
  },
];

/** What a folder may import of our own code; packages are left to it. */
const ofOursOnlyImports = (name, folder, allowed, comment, exceptFrom = []) => ({
  name,
  severity: 'error',
  comment,
  from: { path: folder, pathNot: exceptFrom },
  to: { path: ourCode, pathNot: [folder, ...allowed] },
});

const libraryFences = [
  ...onlyImports(
    'domain-is-pure',
    '^libs/domain/',
    [npm('decimal\\.js')],
    'The domain imports itself and decimal.js, so that it runs anywhere, the browser too.',
  ),
  ...onlyImports(
    'config-stands-alone',
    '^libs/config/',
    [npm('zod')],
    'The configuration imports itself and zod: everybody may read it, so it may know nobody.',
  ),
  ...onlyImports(
    'telemetry-stands-alone',
    '^libs/telemetry/',
    [npm('pino'), npm('prom-client'), npm('@opentelemetry'), '^(node:)?http$', '^(node:)?stream$'],
    'Logs and metrics of the programs import pino, prom-client, OpenTelemetry and http: what they may tell is decided here, for whoever tells it.',
  ),
  ...onlyImports(
    'market-orders-the-work',
    '^libs/market/',
    [lib('domain'), lib('store'), npm('@nestjs/common'), '^(node:)?crypto$'],
    'The use cases import the domain, the store, @nestjs/common and crypto; SQL, queues and HTTP are hidden from them.',
  ),
  ofOursOnlyImports(
    'store-knows-the-domain',
    '^libs/store/',
    [lib('domain')],
    'The store imports the domain, and nothing else of ours.',
  ),
  ...libs.map((name) => ({
    name: `${name}-has-one-door`,
    severity: 'error',
    comment: `From outside, libs/${name} is #${name}: its files are its own business.`,
    from: { pathNot: `^libs/${name}/` },
    to: { path: `^libs/${name}/`, pathNot: lib(name) },
  })),
  {
    name: 'libs-go-by-their-name',
    severity: 'error',
    comment:
      'A library is imported as #name, not by a relative path, so that every program resolves it alike.',
    from: { path: '^(apps|libs|test)/([^/]+)/' },
    to: { path: '^libs/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased'] },
  },
];

const appFences = [
  ...['api', 'worker'].flatMap((name) => [
    ofOursOnlyImports(
      `${name}-calls-use-cases`,
      `^apps/${name}/`,
      [lib('market'), lib('domain'), lib('config'), lib('telemetry')],
      `apps/${name} imports market, domain, config and telemetry; the store only where the program is put together.`,
      [compositionRoots],
    ),
    ofOursOnlyImports(
      `${name}-is-put-together`,
      `^apps/${name}/`,
      [lib('market'), lib('domain'), lib('config'), lib('telemetry'), lib('store')],
      `Putting apps/${name} together takes the libraries, not another program.`,
    ),
  ]),
  ofOursOnlyImports(
    'web-knows-the-domain',
    '^apps/web/',
    [lib('domain')],
    'The console imports the domain and its own files; all else comes over GraphQL.',
  ),
  {
    name: 'web-runs-in-a-browser',
    severity: 'error',
    comment: 'The console uses no module of Node; its build configuration may.',
    from: { path: '^apps/web/', pathNot: '^apps/web/vite\\.[a-z.]+ts$' },
    to: { dependencyTypes: ['core'] },
  },
  ofOursOnlyImports(
    'local-starts-the-others',
    '^apps/local/',
    [lib('config'), lib('domain'), lib('store'), lib('market')],
    'The launcher imports the libraries, and starts the other programs by path.',
  ),
  {
    name: 'nobody-imports-local',
    severity: 'error',
    comment: 'The launcher hides the machine; only the tests may borrow it.',
    from: { pathNot: '^(apps/local|test)/' },
    to: { path: '^apps/local/' },
  },
  {
    name: 'programs-are-apart',
    severity: 'error',
    comment: 'No program imports another: they meet in the database, the queue and the API.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'only-the-worker-queues',
    severity: 'error',
    comment: 'The worker hides the queue: only it, and tests of it, import BullMQ.',
    from: { path: ourCode, pathNot: '^(apps/worker|test)/' },
    to: { path: npm('bullmq') },
  },
];

const everywhere = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Files that need each other, even for a type only, cannot be understood one at a time.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'specs-are-leaves',
    severity: 'error',
    comment: 'Nothing imports a spec: what two specs share belongs in the code or in test/support.',
    from: {},
    to: { path: '\\.(spec|test)\\.tsx?$' },
  },
  {
    name: 'tests-stay-outside',
    severity: 'error',
    comment: 'What ships imports nothing from test/.',
    from: { path: '^(apps|libs)/' },
    to: { path: '^test/' },
  },
  {
    name: 'sources-not-output',
    severity: 'error',
    comment: 'Code imports sources; only what starts a program names a file in dist/.',
    from: { path: ourCode },
    to: { path: '^dist/' },
  },
  {
    name: 'ships-with-its-packages',
    severity: 'error',
    comment: 'A package needed at run time is a dependency, or the pruned image will not start.',
    from: { path: '^(apps|libs)/', pathNot: [spec, '^apps/web/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    comment: 'An import that resolves to nothing is not fenced by the other rules.',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...libraryFences, ...appFences, ...everywhere],
  options: {
    doNotFollow: { path: '^(node_modules|dist)/' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/fences.webpack.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
