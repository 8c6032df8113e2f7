export type Language = 'nb' | 'en';

export const LANGUAGES: readonly Language[] = Object.freeze(['nb', 'en']);

/** For Intl. */
export const LOCALES: Readonly<Record<Language, string>> = Object.freeze({ nb: 'nb-NO', en: 'en-GB' });
