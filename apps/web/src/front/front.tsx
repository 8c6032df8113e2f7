import { useEffect, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import mark from '../mark.svg';
import { LanguageSwitch } from '../shared/language.js';
import './front.css';

interface FrontProps {
  readonly isDemo?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around the pages before the console. */
export function Front({ isDemo = false, footer, children }: FrontProps) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'front.title' });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <a className="skip" href="#content">
        <FormattedMessage id="front.skip" />
      </a>
      <Header isDemo={isDemo} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">{footer}</footer>
    </>
  );
}

const Header = ({ isDemo }: { readonly isDemo: boolean }) => (
  <header className="header">
    <div className="header-row">
      <img src={mark} alt="" width="36" height="36" />
      <p className="name">Bistrøm</p>
      <LanguageSwitch />
    </div>
    {isDemo && (
      <p className="demo-note" role="note">
        <FormattedMessage id="front.demoNote" />
      </p>
    )}
  </header>
);

/** What Bistrøm is, in two sentences. */
export const Hero = () => (
  <div className="hero">
    <h1>
      <FormattedMessage id="front.tagline" />
    </h1>
    <p>
      <FormattedMessage id="front.lead" />
    </p>
  </div>
);
