import type { Language } from '../shared/languages.js';
import { nb } from './nb.js';

export type TextId = keyof typeof nb;
export type Catalogue = Readonly<Record<TextId, string>>;

/** Norwegian comes with the page; what else is asked for comes when it is. */
export const catalogueOf = async (language: Language): Promise<Catalogue> =>
  language === 'nb' ? nb : (await import('./en.js')).en;

export { nb };
