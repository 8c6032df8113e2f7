import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './texts/en.js';
import { LANGUAGES, LOCALES, type Language } from './texts/languages.js';
import { nb, type Texts } from './texts/nb.js';

const TEXTS: Readonly<Record<Language, Texts>> = { nb, en };

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
  readonly speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken>({ language: 'nb', texts: nb, speak: () => undefined });

export const useTexts = (): Spoken => useContext(SpokenContext);

/** `?lang=en` in the address, so that a link keeps its language. */
const languageOfAddress = (): Language =>
  LANGUAGES.find((one) => one === new URLSearchParams(location.search).get('lang')) ?? 'nb';

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(languageOfAddress);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = TEXTS[language].pageTitle;
  }, [language]);
  const spoken = useMemo(() => {
    const speak = (chosen: Language): void => {
      const address = new URL(location.href);
      if (chosen === 'nb') address.searchParams.delete('lang');
      else address.searchParams.set('lang', chosen);
      history.replaceState(null, '', address);
      setLanguage(chosen);
    };
    return { language, texts: TEXTS[language], speak };
  }, [language]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function LanguageSwitch() {
  const { language, texts, speak } = useTexts();
  return (
    <div className="languages" role="group" aria-label={texts.languageLabel}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={LOCALES[one]}
          aria-pressed={one === language}
          onClick={() => speak(one)}
        >
          {TEXTS[one].ownName}
        </button>
      ))}
    </div>
  );
}
