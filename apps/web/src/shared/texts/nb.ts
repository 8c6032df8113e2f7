import type { Basis, CheckResult, FigureName, MatchState, Period, Side } from '#domain';
import type { Line } from '../follow.js';

const perPeriod: Record<Period, string> = {
  ONCE: 'én gang',
  DAY: 'per dag',
  WEEK: 'per uke',
  MONTH: 'per måned',
  YEAR: 'per år',
};

const lines: Record<Line, string> = {
  connecting: 'Kobler til …',
  live: 'Direkte',
  lost: 'Mistet forbindelsen. Kobler til igjen …',
  offline: 'Uten nett. Fortsetter når nettet er tilbake.',
};

const sides: Record<Side, string> = { OFFER: 'Tilbyr', NEED: 'Trenger' };

const matchStates: Record<MatchState, string> = {
  OPEN: 'Åpen',
  NEGOTIATING: 'I forhandling',
  AGREED: 'Avtalt',
  DECLINED: 'Avslått',
  SUPERSEDED: 'Erstattet',
  EXPIRED: 'Utløpt',
};

const checkResults: Record<CheckResult, string> = {
  PASS: 'oppfylt',
  FAIL: 'ikke oppfylt',
  UNKNOWN: 'ukjent',
};

const figureNames: Record<FigureName, string> = {
  materialMoved: 'Materialer flyttet',
  energyMoved: 'Energi flyttet',
  volumeMoved: 'Volum flyttet',
  gasMoved: 'Gass flyttet',
  piecesMoved: 'Enheter flyttet',
  virginMaterialDisplaced: 'Jomfruelig råvare erstattet',
  netCo2eAvoided: 'Netto CO₂e unngått',
  transportWork: 'Transportarbeid',
  salesValue: 'Omsatt verdi',
  exchanges: 'Utvekslinger',
  firms: 'Bedrifter',
  crossIndustryExchanges: 'Utvekslinger på tvers av bransjer',
};

const bases: Record<Basis, string> = {
  POTENTIAL: 'Mulig',
  AGREED: 'Avtalt',
  DELIVERED: 'Levert',
  VERIFIED: 'Bekreftet',
};

/** What the page says in Norwegian bokmål. The other languages have the type of this one. */
export const nb = {
  matches: {
    heading: 'Treff',
    lead: 'Nye treff dukker opp her av seg selv, så snart de er funnet.',
    lines,
    empty: 'Ingen treff ennå.',
    emptyWhy: 'La siden stå åpen: når noen legger ut noe som passer, kommer det her.',
    more: 'Her er de beste treffene. Resten hentes gjennom API-et.',
    isNew: 'Ny',
    announced: 'Nytt treff:',
    crossIndustry: 'På tvers av bransjer',
    states: matchStates,
    own: 'Deres',
    other: 'Motpart',
    sides,
    masked: 'Bedriften vises når begge parter er enige om det',
    quantity: 'Kan flyttes',
    distance: 'Avstand',
    co2e: 'Netto CO₂e unngått',
    perYear: 'per år',
    score: 'Poeng',
    checks: 'Vilkår',
    why: 'Hvorfor akkurat dette treffet',
    terms: 'Slik er poengene satt sammen',
    ruleSet: 'Regelsett',
    factorSet: 'Faktorsett',
    results: checkResults,
    termNames: {
      material: 'Materiale',
      use: 'Nytten av bruken',
      practice: 'Kjent praksis',
      distance: 'Avstand',
      quantity: 'Mengde',
      industry: 'Bransje',
      facts: 'Kjente fakta',
    },
    checkNames: {
      kind: 'Målt i',
      lot: 'Parti',
      permit: 'Tillatelse',
      legal: 'Biprodukt eller avfall',
      quantity: 'Mengde',
      reach: 'Rekkevidde',
      window: 'Periode',
      simultaneity: 'Samtidighet',
      hazard: 'Farlig avfall',
      temperature: 'Temperatur',
      moisture: 'Fuktighet',
      chlorine: 'Klor',
      ash: 'Aske',
      particlesize: 'Partikkelstørrelse',
    },
  },
  figures: {
    heading: 'Sirkularitet',
    period: 'Periode',
    withheld: 'Holdt tilbake',
    withheldWhy: 'Tallet kunne røpe en enkelt bedrift.',
    bases,
    names: figureNames,
    goals: 'Bidrag til klyngens mål',
    noGoals: 'Klyngen har ikke satt seg mål ennå.',
    goalsLead:
      'Et bidrag, aldri hele målet: det meste av en bedrifts utslipp går ikke gjennom en utveksling.',
    contribution: 'Bidrag',
    target: 'Mål',
    dueOn: 'Frist',
    scope: 'Grunnlag',
    ofTarget: 'av målet',
    factorSet: 'Faktorsett',
  },
  per: perPeriod,
  units: { pieces: 'stk.' },
  atMost: 'inntil',
  atLeast: 'minst',
  unknownAmount: 'ukjent mengde',
};

/** What every language must say; leaving one out does not compile. */
export type Texts = typeof nb;

/** The text of a name that the server may add to before this page does: then the name itself. */
export const textOf = (texts: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
