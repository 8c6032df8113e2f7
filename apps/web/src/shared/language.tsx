import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { catalogueOf, nb as ofConsole, type Catalogue } from '../texts/catalogue.js';
import { LANGUAGES, LOCALES, type Language } from './languages.js';

interface Spoken {
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({ language: 'nb', speak: () => undefined });

/** The language of the pages, and how to change it. */
export const useLanguage = (): Spoken => useContext(SpokenContext);

/** Each in its own words, so that whoever cannot read the other finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = Object.freeze({
  nb: 'Norsk',
  en: 'English',
});

const KEY = 'bistrom-language';

/** `?lang=en` in the address, so that a link keeps its language; else what was chosen here before. */
const languageAtFirst = (): Language => {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEY);
  return LANGUAGES.find((one) => one === wanted) ?? 'nb';
};

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(languageAtFirst);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const catalogue = useCatalogue(language);
  const spoken = useMemo(() => {
    const speak = (chosen: Language): void => {
      localStorage.setItem(KEY, chosen);
      setLanguage(chosen);
    };
    return { language, speak };
  }, [language]);
  return (
    <SpokenContext value={spoken}>
      <IntlProvider locale={LOCALES[language]} defaultLocale={LOCALES.nb} messages={catalogue}>
        {children}
      </IntlProvider>
    </SpokenContext>
  );
}

/** Norwegian until the other one has come. */
function useCatalogue(language: Language) {
  const [catalogue, setCatalogue] = useState<Catalogue>(ofConsole);
  useEffect(() => {
    let isWanted = true;
    void catalogueOf(language).then((come) => isWanted && setCatalogue(come));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return catalogue;
}

export function LanguageSwitch() {
  const intl = useIntl();
  const { language, speak } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={intl.formatMessage({ id: 'shared.language' })}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={LOCALES[one]}
          aria-pressed={one === language}
          onClick={() => speak(one)}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </div>
  );
}
