import { Button } from '@digdir/designsystemet-react';
import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import './command-menu.css';

const CommandMenu = lazy(() => import('./command-menu.js'));

/** The way to everything, by Ctrl and K (⌘ and K) or by the button; the menu is fetched when it is first wanted. */
export function CommandButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button
        variant="secondary"
        data-color="neutral"
        data-size="sm"
        className="shell-command-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" /> <FormattedMessage id="shell.command.open" />
        <kbd aria-hidden="true">Ctrl K</kbd>
      </Button>
      {open && (
        <Suspense>
          <CommandMenu onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
