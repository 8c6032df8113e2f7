import { Button, Select } from '@digdir/designsystemet-react';
import { MenuHamburgerIcon } from '@navikt/aksel-icons';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { UnreadBadge } from '../inbox/unread-badge.js';
import mark from '../mark.svg';
import { LanguageSwitch } from '../shared/language.js';
import { CommandButton } from './command-button.js';
import { LineState, LiveProvider } from './live.js';
import { placesOf } from './navigation.js';
import { NewsToasts } from './news-toasts.js';
import { useSession } from './session.js';
import { ToastProvider } from './toasts.js';
import { useViewer, ViewerProvider } from './viewer.js';

export function Frame() {
  const content = usePageFocus();
  return (
    <ToastProvider>
      <div className="frame">
        <a className="skip" href="#content">
          <FormattedMessage id="shell.skip" />
        </a>
        <ViewerProvider>
          <LiveProvider>
            <NewsToasts />
            <Header />
            <main id="content" tabIndex={-1} ref={content}>
              <Outlet />
            </main>
          </LiveProvider>
        </ViewerProvider>
      </div>
    </ToastProvider>
  );
}

/** A new page begins at its top, for the eye and for the screen reader. */
function usePageFocus() {
  const content = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) content.current?.focus();
    first.current = false;
  }, [path]);
  return content;
}

function Header() {
  const intl = useIntl();
  const { leave } = useSession();
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  return (
    <header className="frame-head">
      <div className="frame-bar">
        <Link to="/" className="frame-name">
          <img src={mark} alt="" width="32" height="32" /> Bistrøm
        </Link>
        <Button
          className="frame-menu"
          variant="tertiary"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          <MenuHamburgerIcon aria-hidden /> <FormattedMessage id="shell.menu" />
        </Button>
        <div className="frame-who">
          <LineState />
          <CommandButton />
          <ActingFor />
          <Link to="/account" className="frame-person">
            {viewer.name}
          </Link>
          <LanguageSwitch />
          <Button variant="secondary" data-size="sm" onClick={leave}>
            <FormattedMessage id="shell.signOut" />
          </Button>
        </div>
      </div>
      <nav
        id="menu"
        className={open ? 'frame-nav open' : 'frame-nav'}
        aria-label={intl.formatMessage({ id: 'shell.menu' })}
      >
        <ul>
          {placesOf(viewer).map(({ to, params, label, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                params={params ?? {}}
                activeOptions={{ exact: to === '/' }}
                onClick={() => setOpen(false)}
              >
                <Icon aria-hidden fontSize="1.25rem" /> <FormattedMessage id={label} />
                {to === '/inbox' && <UnreadBadge />}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Shown to people of several firms: whatever they do, they do for one of them. */
function ActingFor() {
  const intl = useIntl();
  const { memberships, acting, actFor } = useViewer();
  if (acting === undefined) return null;
  if (memberships.length === 1) return <span className="quiet">{acting.firm.name}</span>;
  return (
    <Select
      data-size="sm"
      width="auto"
      aria-label={intl.formatMessage({ id: 'shell.actingFor' })}
      value={acting.firm.id}
      onChange={({ target }) => void actFor(target.value)}
    >
      {memberships.map(({ firm }) => (
        <Select.Option key={firm.id} value={firm.id}>
          {firm.name}
        </Select.Option>
      ))}
    </Select>
  );
}
