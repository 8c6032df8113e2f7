/** What notices are about, as people choose by. */
export const NOTIFICATION_TOPICS = Object.freeze(['MATCHES', 'WATCHES', 'NEGOTIATION', 'REMINDERS'] as const);
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

/** How often notices come: within a minute, every morning, every Monday morning, never. */
export const NOTIFICATION_RHYTHMS = Object.freeze(['INSTANT', 'DAILY', 'WEEKLY', 'OFF'] as const);
export type NotificationRhythm = (typeof NOTIFICATION_RHYTHMS)[number];
export type SendingRhythm = Exclude<NotificationRhythm, 'OFF'>;

export type NotificationChannel = 'MAIL';

/** One choice of a person. */
export interface NotificationSetting {
  readonly channel: NotificationChannel;
  readonly topic: NotificationTopic;
  readonly rhythm: NotificationRhythm;
}

interface Notice {
  readonly topic: NotificationTopic;
  /** What a mail says of one, and of several after their number: never of which firm, material or amount. */
  readonly nb: readonly [one: string, several: string];
  readonly en: readonly [one: string, several: string];
}

/** Every kind of entry of the inbox: what it is about, and all that a mail may say of it. */
export const NOTICES = Object.freeze({
  MATCH_FOUND: { topic: 'MATCHES', nb: ['nytt treff', 'nye treff'], en: ['new match', 'new matches'] },
  WATCH_FOUND: {
    topic: 'WATCHES',
    nb: ['nytt funn fra overvåkingene dine', 'nye funn fra overvåkingene dine'],
    en: ['new find of your watches', 'new finds of your watches'],
  },
  PROPOSAL_CHANGED: {
    topic: 'NEGOTIATION',
    nb: ['nyhet om et forslag', 'nyheter om forslag'],
    en: ['change of a proposal', 'changes of proposals'],
  },
  AGREEMENT_CHANGED: {
    topic: 'NEGOTIATION',
    nb: ['nyhet om en avtale', 'nyheter om avtaler'],
    en: ['change of an agreement', 'changes of agreements'],
  },
  PLAN_SUGGESTED: {
    topic: 'NEGOTIATION',
    nb: ['forslag fra klyngens plan', 'forslag fra klyngens plan'],
    en: ["suggestion of the cluster's plan", "suggestions of the cluster's plan"],
  },
  JOINT_TRANSPORT_CHANGED: {
    topic: 'NEGOTIATION',
    nb: ['nyhet om felles transport', 'nyheter om felles transport'],
    en: ['news of joint transport', 'news of joint transport'],
  },
  LISTING_FADING: {
    topic: 'REMINDERS',
    nb: ['oppføring som må bekreftes', 'oppføringer som må bekreftes'],
    en: ['listing to be confirmed', 'listings to be confirmed'],
  },
  AGREEMENT_ENDING: {
    topic: 'REMINDERS',
    nb: ['avtale som snart er over', 'avtaler som snart er over'],
    en: ['agreement that is soon over', 'agreements that are soon over'],
  },
  LISTING_EDITED: {
    topic: 'REMINDERS',
    nb: ['oppføring som klyngens ansatte har endret', 'oppføringer som klyngens ansatte har endret'],
    en: ['listing changed by staff of the cluster', 'listings changed by staff of the cluster'],
  },
} as const satisfies Readonly<Record<string, Notice>>);
export type NoticeKind = keyof typeof NOTICES;
export const NOTICE_KINDS = Object.freeze(Object.keys(NOTICES) as NoticeKind[]);

/** How many of a kind, 1 or more. */
export interface NoticeCount {
  readonly kind: NoticeKind;
  readonly count: number;
}

/** Where nothing was chosen: matches come in numbers and wait for the morning, the rest was asked for or is waited for. */
export const DEFAULT_RHYTHMS: Readonly<Record<NotificationTopic, NotificationRhythm>> = Object.freeze({
  MATCHES: 'DAILY',
  WATCHES: 'INSTANT',
  NEGOTIATION: 'INSTANT',
  REMINDERS: 'INSTANT',
});

/**
 * How often an entry's notices come. Who turned a topic off has turned off every watch with it, whatever the watch
 * says: an unsubscription holds (RFC 8058).
 *
 * @param chosen of the entry's topic
 * @param own what the watch that found it says for itself
 * @example rhythmOf('OFF', 'INSTANT') // 'OFF'
 */
export const rhythmOf = (chosen: NotificationRhythm, own?: NotificationRhythm): NotificationRhythm =>
  chosen === 'OFF' ? 'OFF' : (own ?? chosen);

/**
 * How many there are of each kind, in the order of the table: all that a mail says of entries. Which they are is read
 * behind its link, by whoever is signed in.
 *
 * @param kinds one for each entry
 * @example noticeCounts(['WATCH_FOUND', 'MATCH_FOUND', 'WATCH_FOUND'])[1] // { kind: 'WATCH_FOUND', count: 2 }
 */
export const noticeCounts = (kinds: readonly NoticeKind[]): readonly NoticeCount[] =>
  NOTICE_KINDS.map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length })).filter(
    ({ count }) => count > 0,
  );

/**
 * The topics of counted entries, each once.
 *
 * @example topicsOf([{ kind: 'MATCH_FOUND', count: 3 }]) // ['MATCHES']
 */
export const topicsOf = (counts: readonly NoticeCount[]): readonly NotificationTopic[] =>
  NOTIFICATION_TOPICS.filter((topic) => counts.some(({ kind }) => NOTICES[kind].topic === topic));
