import type {
  Basis,
  FigureName,
  NotificationRhythm,
  NotificationTopic,
  Period,
} from '#domain';
import type { InvitedRole } from '../../invitation/invitation.js';

const perPeriod: Record<Period, string> = {
  ONCE: 'én gang',
  DAY: 'per dag',
  WEEK: 'per uke',
  MONTH: 'per måned',
  YEAR: 'per år',
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
  ownName: 'Norsk',
  languageLabel: 'Språk',
  pageTitle: 'Bistrøm: markedsplassen for sidestrømmer',
  tagline: 'Markedsplassen der den enes sidestrøm blir den andres råvare.',
  lead: 'Bedrifter legger ut varme, slagg, trevirke, slam og annet de har til overs, eller det de trenger. Bistrøm finner treff på tvers av bransjer, sier hvorfor, og fører regnskap med det som faktisk blir levert.',
  demoNote: 'Illustrerende demodata: oppdiktede bedrifter, ingen virkelige tilbud.',
  skip: 'Hopp til innholdet',
  loading: 'Laster …',
  problems: {
    refused: 'Du er ikke lenger logget inn.',
    unreachable: 'Får ikke kontakt med tjenesten.',
    failed: 'Noe gikk galt.',
    again: 'Prøv igjen',
  },
  invitation: {
    heading: 'Du er invitert',
    first: 'Den første klyngen',
    lead: (organisation: string, role: string): string =>
      `${organisation} inviterer deg inn i Bistrøm som ${role}.`,
    none: 'Invitasjonen finnes ikke, er brukt, trukket tilbake eller utløpt. Be om en ny.',
    hasAccount: 'Adressen har en konto her fra før: logg inn med den, så er du med.',
    name: 'Navnet ditt',
    newPassword: 'Velg et passord, minst 12 tegn',
    cluster: 'Navnet på klyngen',
    slug: 'Kortnavn for klyngen, små bokstaver',
    submit: 'Bli med',
    busy: 'Et øyeblikk …',
    roles: {
      FIRM_ADMIN: 'bedriftsadministrator',
      PLANT_MANAGER: 'driftsleder',
      BUYER: 'innkjøper',
      CLUSTER_STAFF: 'klyngemedarbeider',
      AUDITOR: 'revisor',
    } satisfies Record<InvitedRole, string>,
  },
  confirmation: {
    lead: {
      OFFER: (until: string | undefined): string =>
        `Har dere dette fortsatt? Uten svar tas tilbudet av markedet${until === undefined ? '' : ` etter ${until}`}.`,
      NEED: (until: string | undefined): string =>
        `Trenger dere dette fortsatt? Uten svar tas behovet av markedet${until === undefined ? '' : ` etter ${until}`}.`,
    },
    submit: 'Ja, det stemmer fortsatt',
    busy: 'Et øyeblikk …',
    done: (until: string | undefined): string =>
      until === undefined
        ? 'Takk. Oppføringen er bekreftet.'
        : `Takk. Oppføringen er bekreftet og står til ${until}.`,
    none: 'Lenken gjelder ikke lenger. Logg inn for å se oppføringene deres.',
  },
  signIn: {
    heading: 'Logg inn',
    demoHeading: 'Prøv Bistrøm som …',
    demoLead: 'Personer fra demoen, hver med sitt syn på de samme dataene.',
    as: 'Logg inn som',
    email: 'E-post',
    password: 'Passord',
    submit: 'Logg inn',
    busy: 'Logger inn …',
    ended: 'Økten er utløpt. Logg inn på nytt.',
    wrong: 'E-post eller passord er feil.',
    tooMany: 'For mange mislykkede forsøk. Vent litt og prøv igjen, eller velg nytt passord.',
    unreachable: 'Får ikke kontakt med tjenesten. Prøv igjen om litt.',
    failed: 'Innloggingen lyktes ikke.',
    invitation: 'Du får tilgang på invitasjon fra bedriften eller klyngen din.',
    out: 'Logg ut',
    passkey: 'Bruk passnøkkel',
    sso: 'Fortsett med',
    ssoFailed:
      'Innloggingen der førte ikke fram hit. Du må være invitert, med samme bekreftede e-postadresse begge steder.',
    code: {
      heading: 'Kode fra appen',
      label: 'Seks sifre, eller en reservekode',
      submit: 'Fortsett',
      wrong: 'Koden stemmer ikke.',
    },
    forgotten: {
      open: 'Glemt passordet?',
      submit: 'Send lenke',
      sent: 'Er adressen kjent her, er en lenke på vei dit. Den gjelder i en time.',
    },
    newPassword: {
      heading: 'Velg nytt passord',
      label: 'Nytt passord, minst 12 tegn',
      submit: 'Lagre',
      done: 'Passordet er byttet. Logg inn med det nye.',
      weak: 'Lett å gjette. Ta minst 12 tegn, noen ord som ikke hører sammen, og utelat navnet ditt.',
      over: 'Lenken gjelder ikke lenger. Be om en ny.',
    },
    address: {
      done: 'E-postadressen er bekreftet. Logg inn.',
      over: 'Lenken gjelder ikke lenger.',
    },
    roles: {
      'plant manager': 'Driftsleder',
      buyer: 'Innkjøper',
      'cluster staff': 'Klyngemedarbeider',
      'firm admin': 'Bedriftsadministrator',
      auditor: 'Revisor',
    },
  },
  viewer: {
    label: 'Innlogget',
    firms: 'Bedrift',
    clusters: 'Klynge',
    nothing:
      'Kontoen er ikke knyttet til noen bedrift eller klynge ennå. Be den som inviterte deg, om hjelp.',
  },
  notifications: {
    heading: 'Varsler på e-post',
    lead: 'En e-post sier bare hvor mange; hva det gjelder, leser du her. Valget gjelder for alle bedriftene dine.',
    saved: 'Lagret.',
    topics: {
      MATCHES: 'Treff',
      WATCHES: 'Overvåkinger',
      NEGOTIATION: 'Forslag og avtaler',
      REMINDERS: 'Påminnelser',
    } satisfies Record<NotificationTopic, string>,
    rhythms: {
      INSTANT: 'Med en gang',
      DAILY: 'Hver dag klokka 7',
      WEEKLY: 'Mandager klokka 7',
      OFF: 'Av',
    } satisfies Record<NotificationRhythm, string>,
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
  api: {
    heading: 'For dem som vil koble seg på',
    lead: 'Alt på denne siden kommer fra et åpent dokumentert API med typer.',
    graphql: 'GraphQL-endepunkt',
    schema: 'Skjema',
    health: 'Helsesjekk',
    example: 'Eksempel med curl',
    copy: 'Kopier',
    copied: 'Kopiert',
    copyFailed: 'Kunne ikke kopiere. Merk teksten og kopier selv.',
  },
  per: perPeriod,
  units: { pieces: 'stk.' },
};

/** What every language must say; leaving one out does not compile. */
export type Texts = typeof nb;

/** The text of a name that the server may add to before this page does: then the name itself. */
export const textOf = (texts: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
