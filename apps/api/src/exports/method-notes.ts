import type { Basis, Day } from '#domain';
import { WORDS, type Language } from './words.js';

/** One paragraph of how the numbers came about. */
export interface MethodNote {
  readonly topic: string;
  readonly text: string;
}

interface Of {
  readonly from: Day;
  readonly to: Day;
  readonly publishedUntil: Day | undefined;
  readonly factorSet: string;
  readonly methodVersion: string;
}

const BASES: Readonly<Record<Language, Readonly<Record<Basis, string>>>> = {
  nb: {
    POTENTIAL: 'Treff som ingen har avtalt noe om, som om de gjaldt hele perioden.',
    AGREED: 'Det to bedrifter har avtalt; en årlig mengde teller etter dager i perioden delt på 365.',
    DELIVERED: 'Leveranser ført av den ene parten, på dagen de ble levert.',
    VERIFIED: 'Leveranser som den andre parten har bekreftet.',
  },
  en: {
    POTENTIAL: 'Matches about which nothing is agreed, as if they ran for the whole period.',
    AGREED: 'What two firms have agreed; a yearly amount counts by its days in the period over 365.',
    DELIVERED: 'Deliveries recorded by one party, on the day on which they were delivered.',
    VERIFIED: 'Deliveries that the other party has confirmed.',
  },
};

const NOTES: Readonly<Record<Language, (of: Of) => readonly MethodNote[]>> = {
  nb: ({ from, to, publishedUntil, factorSet, methodVersion }) => [
    { topic: 'Periode', text: `${from} til og med ${to}, dager i Norge.` },
    {
      topic: 'Hva som er med',
      text:
        publishedUntil === undefined
          ? 'Alt som er ført, slik det er nå.'
          : `Det som er ført til og med ${publishedUntil}, i summer av minst tre bedrifter der ingen er part i halvparten, offentliggjort én gang i kvartalet (regelen er beskrevet av Statistisk sentralbyrå og i SDC-håndboken, kap. 4).`,
    },
    {
      topic: 'Dobbelttelling',
      text: 'En utveksling telles én gang, hos giveren. Innkommende og utgående tonn er to sider av samme strøm og legges aldri sammen (CircLean). Rettelser er nye posteringer i perioden de gjelder.',
    },
    {
      topic: 'Klimagasser',
      text: `kg CO₂e = mengde × erstatningsforhold × produksjonsfaktor + mengde × sluttbehandlingsfaktor − behandling − transport, fra kilde til hjul. Faktorsett ${factorSet}. Tall kan være under null.`,
    },
    { topic: 'Metodeversjon', text: `${methodVersion}.` },
    {
      topic: 'Avrunding',
      text: 'Ingen: tall er desimaltall og skrevet helt ut. Regneark holder 15 gjeldende sifre; CSV og JSON har alle.',
    },
  ],
  en: ({ from, to, publishedUntil, factorSet, methodVersion }) => [
    { topic: 'Period', text: `${from} to ${to}, both days counted, days in Norway.` },
    {
      topic: 'What is in it',
      text:
        publishedUntil === undefined
          ? 'All that is entered, as it is now.'
          : `What was entered until ${publishedUntil}, in sums of at least three firms none of which is party to half, published once a quarter (the rule is described by Statistics Norway and in the SDC handbook, ch. 4).`,
    },
    {
      topic: 'Double counting',
      text: 'An exchange counts once, on the giver’s side. Incoming and outgoing tonnes are two views of one flow and are never added (CircLean). Corrections are new entries in the period that they correct.',
    },
    {
      topic: 'Greenhouse gases',
      text: `kg CO₂e = amount × substitution ratio × production factor + amount × disposal factor − treatment − transport, well-to-wheel. Factor set ${factorSet}. Numbers may be below nothing.`,
    },
    { topic: 'Method version', text: `${methodVersion}.` },
    {
      topic: 'Rounding',
      text: 'None: numbers are decimals and written out in full. Spreadsheets keep 15 significant digits; CSV and JSON have all of them.',
    },
  ],
};

/** How the numbers of a report came about, for who reads them without the program. */
export const methodNotes = (of: Of, bases: readonly Basis[], language: Language): readonly MethodNote[] => [
  ...bases.map((basis) => ({
    topic: `${WORDS[language].basis}: ${WORDS[language].bases[basis]}`,
    text: BASES[language][basis],
  })),
  ...NOTES[language](of),
  ...Object.entries(WORDS[language].reasons).map(([reason, text]) => ({
    topic: `${WORDS[language].withheld}: ${reason}`,
    text,
  })),
];
