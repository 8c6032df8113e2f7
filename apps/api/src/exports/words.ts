import type { Basis, WithheldReason } from '#domain';
import { INDICATOR_NAMES } from './indicator-names.js';

export type Language = 'nb' | 'en';

export const BASES: readonly Basis[] = Object.freeze(['POTENTIAL', 'AGREED', 'DELIVERED', 'VERIFIED']);

interface Words {
  readonly report: string;
  readonly figures: string;
  readonly indicators: string;
  readonly flows: string;
  readonly goals: string;
  readonly method: string;
  readonly factors: string;
  readonly figure: string;
  readonly basis: string;
  readonly unit: string;
  readonly value: string;
  readonly entries: string;
  readonly factorSet: string;
  readonly withheld: string;
  readonly withheldPart: string;
  readonly why: string;
  readonly from: string;
  readonly to: string;
  readonly material: string;
  readonly other: string;
  readonly goal: string;
  readonly scope: string;
  readonly baseline: string;
  readonly target: string;
  readonly contribution: string;
  readonly share: string;
  readonly dueOn: string;
  readonly period: string;
  readonly publishedUntil: string;
  readonly asItIsNow: string;
  readonly methodVersion: string;
  readonly chainHead: string;
  readonly chainHeadHidden: string;
  readonly howToVerify: string;
  readonly chosenAt: string;
  readonly nothingMoved: string;
  readonly note: string;
  readonly text: string;
  readonly key: string;
  readonly low: string;
  readonly high: string;
  readonly source: string;
  readonly year: string;
  readonly names: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly reasons: Readonly<Record<WithheldReason, string>>;
}

const nb: Words = {
  report: 'Sirkularitetsrapport',
  figures: 'Tall',
  indicators: 'Indikatorer',
  flows: 'Strømmer mellom bransjer',
  goals: 'Bidrag til klyngens mål',
  method: 'Metode',
  factors: 'Faktorer',
  figure: 'Størrelse',
  basis: 'Grunnlag',
  unit: 'Enhet',
  value: 'Verdi',
  entries: 'Posteringer',
  factorSet: 'Faktorsett',
  withheld: 'Holdt tilbake',
  withheldPart: 'En del er holdt tilbake',
  why: 'Hvorfor holdt tilbake',
  from: 'Fra',
  to: 'Til',
  material: 'Materiale',
  other: 'andre',
  goal: 'Mål',
  scope: 'Hva utgangspunktet omfatter',
  baseline: 'Utgangspunkt',
  target: 'Målsatt',
  contribution: 'Bidrag',
  share: 'Andel av målet',
  dueOn: 'Frist',
  period: 'Periode',
  publishedUntil: 'Offentliggjort til og med',
  asItIsNow: 'slik det er nå',
  methodVersion: 'Metodeversjon',
  chainHead: 'Enden av hovedbokens kjede',
  chainHeadHidden: 'vises til klyngens egne ansatte og revisorer',
  howToVerify: 'Slik kontrolleres det',
  chosenAt: 'Valgt av klyngen',
  nothingMoved: 'Ingenting er ført.',
  note: 'Merknad',
  text: 'Tekst',
  key: 'Nøkkel',
  low: 'Lav',
  high: 'Høy',
  source: 'Kilde',
  year: 'År',
  names: {
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
  },
  bases: { POTENTIAL: 'Mulig', AGREED: 'Avtalt', DELIVERED: 'Levert', VERIFIED: 'Bekreftet' },
  reasons: {
    FEW_FIRMS: 'Færre enn tre bedrifter står bak tallet.',
    DOMINATED: 'Én bedrift er part i halvparten eller mer.',
    DERIVABLE: 'Sammen med det som står ved siden av, kunne en bedrifts mengde regnes ut for nøyaktig.',
    NOT_CLOSED: 'Ikke alle kvartaler i perioden er avsluttet.',
    NEVER_PUBLISHED: 'Vises aldri utenfor klyngen.',
    NOT_KNOWN: 'Ingen faktor og ingen postering forteller det.',
    SEALED: 'Penger er forseglet, og vises bare for hele kalenderår.',
  },
};

const en: Words = {
  report: 'Circularity report',
  figures: 'Figures',
  indicators: 'Indicators',
  flows: 'Flows between industries',
  goals: 'Contribution to the cluster’s goals',
  method: 'Method',
  factors: 'Factors',
  figure: 'Figure',
  basis: 'Basis',
  unit: 'Unit',
  value: 'Value',
  entries: 'Entries',
  factorSet: 'Factor set',
  withheld: 'Withheld',
  withheldPart: 'A part is withheld',
  why: 'Why withheld',
  from: 'From',
  to: 'To',
  material: 'Material',
  other: 'others',
  goal: 'Goal',
  scope: 'What the baseline covers',
  baseline: 'Baseline',
  target: 'Target',
  contribution: 'Contribution',
  share: 'Part of the target',
  dueOn: 'Due',
  period: 'Period',
  publishedUntil: 'Published until',
  asItIsNow: 'as it is now',
  methodVersion: 'Method version',
  chainHead: 'End of the ledger’s chain',
  chainHeadHidden: 'shown to the cluster’s own staff and auditors',
  howToVerify: 'How to verify',
  chosenAt: 'Chosen by the cluster',
  nothingMoved: 'Nothing has been entered.',
  note: 'Note',
  text: 'Text',
  key: 'Key',
  low: 'Low',
  high: 'High',
  source: 'Source',
  year: 'Year',
  names: {
    materialMoved: 'Material moved',
    energyMoved: 'Energy moved',
    volumeMoved: 'Volume moved',
    gasMoved: 'Gas moved',
    piecesMoved: 'Pieces moved',
    virginMaterialDisplaced: 'Virgin material displaced',
    netCo2eAvoided: 'Net CO₂e avoided',
    transportWork: 'Transport work',
    salesValue: 'Sales value',
    exchanges: 'Exchanges',
    firms: 'Firms',
    crossIndustryExchanges: 'Exchanges across industries',
  },
  bases: { POTENTIAL: 'Potential', AGREED: 'Agreed', DELIVERED: 'Delivered', VERIFIED: 'Verified' },
  reasons: {
    FEW_FIRMS: 'Fewer than three firms stand behind it.',
    DOMINATED: 'One firm is party to half of it or more.',
    DERIVABLE: 'With what stands beside it, one firm’s amount could be reckoned too closely.',
    NOT_CLOSED: 'Not every quarter of the period is closed.',
    NEVER_PUBLISHED: 'Never shown outside of the cluster.',
    NOT_KNOWN: 'No factor and no entry tells it.',
    SEALED: 'Money is sealed, and shown for whole calendar years only.',
  },
};

export const WORDS: Readonly<Record<Language, Words>> = Object.freeze({ nb, en });

/** The words of a figure; one that has none yet is called by its own name, taken apart. */
export function nameOf(figure: string, language: Language): string {
  const known = WORDS[language].names[figure] ?? INDICATOR_NAMES[figure]?.[language === 'nb' ? 0 : 1];
  if (known !== undefined) return known;
  const words = figure.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
